using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Cuttings.Import.Html;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Import.Pages.Inert;

/// <summary>
/// Reads a foreign page and writes what may stand of it anew, element by element, with our own encoding: what it does not know it cannot write.
/// Nothing is recursive; time and memory grow linearly with the page, and the output is bounded.
/// </summary>
internal static class InertPageWriter
{
    private const int LongestTitle = 500;
    private static readonly HashSet<string> Attributes = new(["href", "lang", "dir", "id", "name", "title", "colspan", "rowspan", "scope", "start", "reversed", "value", "datetime", "open", "src", "alt"], StringComparer.Ordinal);

    public static InertPage Write(string html, string address)
    {
        var body = new InertBody(address);
        using var source = new TextSource(html);
        var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            ShouldEmitAttribute = (ref _, name) => Attributes.Contains(name.ToString()),
        };
        var title = new StringBuilder();
        var (titled, language, rightToLeft) = (false, (string?)null, false);
        string? dropped = null;
        var depth = 0;
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile && !body.IsFull; token = tokens.Get())
        {
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag or HtmlTokenType.EndTag } tag)
            {
                var start = tag.Type == HtmlTokenType.StartTag;
                if (dropped is not null && !(start && dropped is "svg" or "math" && HtmlNames.LeaveDrawing.Contains(tag.Name)))
                {
                    depth += tag.Name != dropped || tag.IsSelfClosing ? 0 : start ? 1 : -1;
                    titled |= depth == 0 && dropped == "title";
                    dropped = depth == 0 ? null : dropped;
                    continue;
                }

                (dropped, depth) = (null, 0);
                if (start && InertNames.Dropped.Contains(tag.Name))
                {
                    var empty = tag.IsSelfClosing && tag.Name is "svg" or "math";
                    (dropped, depth) = empty ? (null, 0) : (tag.Name, 1);
                    tokens.State = HtmlNames.TextOf(tag.Name);
                }
                else if (!start)
                {
                    body.Close(tag.Name);
                }
                else if (tag.Name is "html" or "body")
                {
                    language ??= LanguageTag.TryParse(AttributeOf(tag, "lang"), out var named) ? named : null;
                    rightToLeft |= "rtl".Equals(AttributeOf(tag, "dir"), StringComparison.OrdinalIgnoreCase);
                }
                else
                {
                    body.Open(tag.Name, name => AttributeOf(tag, name));
                    tokens.State = tag.Name == "xmp" ? HtmlParseMode.Rawtext : tokens.State;
                }
            }
            else if (token.Type == HtmlTokenType.Character)
            {
                if (dropped is null)
                {
                    body.Append(token.Data);
                }
                else if (dropped == "title" && !titled && title.Length < LongestTitle)
                {
                    title.Append(token.Data.AsSpan(0, Math.Min(token.Data.Length, LongestTitle - title.Length)));
                }
            }
        }

        return new(body.Finish()) { Title = title.ToString().Trim() is { Length: > 0 } words ? words : null, Language = language, RightToLeft = rightToLeft, CutOff = body.IsFull };
    }

    // The first of several of one name counts; null where there is none, which is not the same as an empty one.
    private static string? AttributeOf(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value;
            }
        }

        return null;
    }
}
