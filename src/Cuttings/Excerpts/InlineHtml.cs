using System.Net;
using System.Text;

namespace Cuttings.Excerpts;

/// <summary>
/// The inside of a block: text with em, strong, a, br, ruby (rb, rt, rp) and span lang, nothing else.
/// It comes only from encoding plain text or from the sanitizer, so that it can be written into a page as it is.
/// </summary>
public readonly record struct InlineHtml
{
    private readonly string? markup;

    private InlineHtml(string markup) => this.markup = markup;

    /// <summary>The HTML, safe to write as it is.</summary>
    public string Markup => markup ?? "";

    /// <summary>Encodes plain text; LF becomes br.</summary>
    public static InlineHtml FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(Encode(text).Replace("\n", "<br>", StringComparison.Ordinal));
    }

    /// <summary>Takes what the sanitizer, or the archive itself, vouches for. Call it nowhere else.</summary>
    public static InlineHtml FromSanitized(string markup) => new(markup);

    /// <summary>The plain text: tags dropped, br as LF, entities decoded, ruby annotations (rt, rp) left out.</summary>
    public string ToText()
    {
        if (Markup.IndexOfAny(['<', '&']) < 0)
        {
            return Markup;
        }

        var text = new StringBuilder(Markup.Length);
        var annotation = 0;
        for (var at = 0; at < Markup.Length;)
        {
            if (Markup[at] != '<')
            {
                var end = Markup.IndexOf('<', at);
                end = end < 0 ? Markup.Length : end;
                if (annotation == 0)
                {
                    text.Append(WebUtility.HtmlDecode(Markup[at..end]));
                }

                at = end;
                continue;
            }

            var close = Markup.IndexOf('>', at);
            var tag = close < 0 ? Markup[at..] : Markup[at..(close + 1)];
            if (tag is "<br>")
            {
                text.Append('\n');
            }
            else if (tag is "<rt>" or "<rp>")
            {
                annotation++;
            }
            else if (tag is "</rt>" or "</rp>")
            {
                annotation = Math.Max(0, annotation - 1);
            }

            at += tag.Length;
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public override string ToString() => Markup;

    /// <summary>Encodes the characters that HTML text and attributes may not hold; everything else, U+00A0 included, stays as it is.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.IndexOfAny(['&', '<', '>', '"', '\'']) < 0
            ? text
            : new StringBuilder(text, text.Length + 16)
                .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").ToString();
    }
}
