using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Cuttings.Excerpts;

namespace Cuttings.Import.Html;

/// <summary>
/// Reads foreign HTML as an excerpt. It does not remove what is bad: it builds anew, from tokens and with its own encoding, the few elements an excerpt knows,
/// so that nothing else can come out whatever went in. Time and memory grow linearly with the input.
/// </summary>
public static class ExcerptSanitizer
{
    /// <summary>The longest HTML read, in UTF-16 code units.</summary>
    public const int Longest = 4 * 1024 * 1024;

    /// <summary>
    /// Keeps em and strong (also as i and b), a with an http or https address, br, ruby, and span with a language, in paragraphs, quotations, list items and headings.
    /// Scripts, styles, frames, drawings, forms' controls and the like go with what is in them; all other elements give way to their content.
    /// </summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.BadInput"/> where the HTML, or what it unfolds to, is too long.</exception>
    public static Excerpt Sanitize(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (CanonicalHtml.Is(html))
        {
            return Excerpt.FromHtml(html);
        }

        if (html.Length > Longest)
        {
            throw new CuttingsException(ErrorKind.BadInput, $"The HTML is longer than {Longest / 1024 / 1024} million characters.");
        }

        var builder = new ExcerptBuilder();
        using var source = new TextSource(html);
        Read(new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            ShouldEmitAttribute = (ref _, name) => name.Span is "href" or "lang",
        }, builder);
        return new(builder.Finish());
    }

    private static void Read(HtmlTokenizer tokens, ExcerptBuilder builder)
    {
        string? dropped = null;
        var depth = 0;
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token is HtmlTagToken tag && (tag.Type == HtmlTokenType.StartTag || tag.Type == HtmlTokenType.EndTag))
            {
                var start = tag.Type == HtmlTokenType.StartTag;
                if (dropped is not null && !(start && dropped is "svg" or "math" && HtmlNames.LeaveDrawing.Contains(tag.Name)))
                {
                    depth += tag.Name != dropped || tag.IsSelfClosing ? 0 : start ? 1 : -1;
                    dropped = depth == 0 ? null : dropped;
                    continue;
                }

                (dropped, depth) = (null, 0);
                if (start && HtmlNames.Dropped.Contains(tag.Name))
                {
                    var empty = tag.IsSelfClosing && tag.Name is "svg" or "math";
                    (dropped, depth) = empty ? (null, 0) : (tag.Name, 1);
                    tokens.State = HtmlNames.TextOf(tag.Name);
                }
                else if (start)
                {
                    builder.Open(tag.Name, tag.GetAttribute("href"), tag.GetAttribute("lang"));
                }
                else
                {
                    builder.Close(tag.Name);
                }
            }
            else if (token.Type == HtmlTokenType.Character && dropped is null)
            {
                builder.Append(token.Data);
            }
        }
    }
}
