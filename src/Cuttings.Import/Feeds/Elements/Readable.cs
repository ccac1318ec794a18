using System.Text;
using Cuttings.Excerpts;
using Cuttings.Import.Html;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>What an element says, as plain text in one line, or as blocks.</summary>
internal static class Readable
{
    /// <summary>The longest line kept, in UTF-16 code units.</summary>
    private const int LongestLine = 10_000;

    /// <summary>One line of plain text; null where nothing is left.</summary>
    public static string? Line(Wording wording)
    {
        var text = wording.Text;
        if (wording.IsHtml && text.AsSpan().IndexOfAny('<', '&') >= 0)
        {
            text = Blocks(wording).ToText();
        }

        return Squeezed(text);
    }

    /// <summary>White space as single spaces, control characters and byte order marks dropped; null where nothing is left.</summary>
    public static string? Squeezed(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = new StringBuilder(Math.Min(text.Length, LongestLine));
        var space = false;
        foreach (var sign in text)
        {
            if (line.Length >= LongestLine && !char.IsLowSurrogate(sign))
            {
                break;
            }

            if (char.IsWhiteSpace(sign) && sign != '\u00A0')
            {
                space = line.Length > 0;
            }
            else if (!char.IsControl(sign) && sign != '\uFEFF')
            {
                line.Append(space ? " " : "").Append(sign);
                space = false;
            }
        }

        return line.Length == 0 || string.IsNullOrWhiteSpace(line.ToString()) ? null : line.ToString();
    }

    /// <summary>The blocks; null where none has text.</summary>
    public static Excerpt? Excerpt(Wording wording)
    {
        if (string.IsNullOrWhiteSpace(wording.Text))
        {
            return null;
        }

        var excerpt = wording.IsHtml ? Blocks(wording) : Paragraphs(wording.Text, keepLines: false);
        return excerpt.Blocks.IsEmpty ? null : excerpt;
    }

    /// <summary>Plain text, parted at blank lines; lines inside a paragraph are kept or joined.</summary>
    public static Excerpt Paragraphs(string text, bool keepLines)
    {
        var paragraphs = new List<string>();
        var paragraph = new StringBuilder();
        foreach (var line in (text.Length > ExcerptSanitizer.Longest ? text[..ExcerptSanitizer.Longest] : text).AsSpan().EnumerateLines())
        {
            var plain = Squeezed(line.ToString());
            if (plain is not null)
            {
                paragraph.Append(paragraph.Length == 0 ? "" : keepLines ? "\n" : " ").Append(plain);
            }
            else if (paragraph.Length > 0)
            {
                paragraphs.Add(paragraph.ToString());
                paragraph.Clear();
            }
        }

        if (paragraph.Length > 0)
        {
            paragraphs.Add(paragraph.ToString());
        }

        return Cuttings.Excerpts.Excerpt.OfParagraphs(paragraphs);
    }

    private static Excerpt Blocks(Wording wording)
    {
        var html = wording.Text.Length > ExcerptSanitizer.Longest ? wording.Text[..ExcerptSanitizer.Longest] : wording.Text;
        try
        {
            return ExcerptSanitizer.Sanitize(wording.Base is null ? html : HtmlAddresses.Resolve(html, wording.Base));
        }
        catch (CuttingsException)
        {
            // What unfolds beyond its bounds is no text that anybody wrote.
            return Cuttings.Excerpts.Excerpt.OfParagraphs();
        }
    }
}
