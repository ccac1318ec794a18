using System.Text;
using Cuttings.Excerpts;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Import.Html;

/// <summary>
/// Builds the inside of one block. Elements are written only when text follows in them, so that none is empty,
/// white space stands outside them, and those that overlap come out nested.
/// </summary>
internal sealed class InlineBuilder
{
    private const int DeepestNesting = 32;
    private const int LongestOutput = 2 * ExcerptSanitizer.Longest;

    private readonly StringBuilder html = new();
    private readonly List<Element> open = [];
    private readonly List<Element> written = [];
    private bool space;
    private int breaks;
    private long total;

    /// <summary>True where the block has no text yet.</summary>
    public bool IsEmpty => html.Length == 0;

    public void Open(string name, string? address, string? language)
    {
        if (open.Count >= DeepestNesting || Read(name, address, language) is not { } element)
        {
            return;
        }

        if (name == "a")
        {
            open.RemoveAll(other => other.Name == "a");
        }
        else if (element.IsRubyPart)
        {
            open.RemoveAll(other => other.IsRubyPart);
        }

        open.Add(element);
    }

    public void Close(string name)
    {
        var at = open.FindLastIndex(element => element.Name == name);
        if (at < 0)
        {
            return;
        }

        var ruby = open[at] is { Name: "ruby", Start.Length: > 0 };
        open.RemoveAt(at);
        if (ruby)
        {
            open.RemoveAll(element => element.IsRubyPart);
        }
    }

    public void Space() => space = true;

    /// <summary>A line break; false where it is the second in a row, which ends the block.</summary>
    public bool Break()
    {
        space = false;
        breaks += IsEmpty ? 0 : 1;
        return breaks < 2;
    }

    /// <summary>Appends one character (of one or two code units) that is not white space, or several that are written as they are.</summary>
    public void Append(ReadOnlySpan<char> sign)
    {
        var same = 0;
        while (same < written.Count && same < open.Count && ReferenceEquals(written[same], open[same]))
        {
            same++;
        }

        CloseWritten(same);
        if (!IsEmpty && breaks > 0)
        {
            html.Append("<br>");
        }
        else if (!IsEmpty && space)
        {
            html.Append(' ');
        }

        (space, breaks) = (false, 0);
        for (; same < open.Count; same++)
        {
            html.Append(open[same].Start);
            written.Add(open[same]);
        }

        _ = sign[0] switch
        {
            '&' => html.Append("&amp;"),
            '<' => html.Append("&lt;"),
            '>' => html.Append("&gt;"),
            '"' => html.Append("&quot;"),
            '\'' => html.Append("&#39;"),
            _ => html.Append(sign),
        };
        if (total + html.Length > LongestOutput)
        {
            throw new CuttingsException(ErrorKind.BadInput, "The HTML unfolds to too much: its elements overlap without end.");
        }
    }

    /// <summary>Ends the block; null where it had no text. Emphasis and links go on in the next one, as they do in a browser.</summary>
    public InlineHtml? Take()
    {
        CloseWritten(0);
        open.RemoveAll(element => element.Name == "span" || element.Name == "ruby" || element.IsRubyPart);
        (space, breaks) = (false, 0);
        if (IsEmpty)
        {
            return null;
        }

        total += html.Length;
        var taken = InlineHtml.FromSanitized(html.ToString());
        html.Clear();
        return taken;
    }

    private void CloseWritten(int keep)
    {
        for (var n = written.Count - 1; n >= keep; n--)
        {
            html.Append(written[n].End);
            written.RemoveAt(n);
        }
    }

    /// <summary>The element to be written for a start tag; one without markup where it only has to be matched by its end tag; null where it is none of ours.</summary>
    private Element? Read(string name, string? address, string? language) => name switch
    {
        "em" or "i" => Unless("em", name),
        "strong" or "b" => Unless("strong", name),
        "a" => WebAddress.TryParse(Joined(address), out var web) ? new(name, $"<a href=\"{InlineHtml.Encode(web)}\">", "</a>") : new(name, "", ""),
        "span" => LanguageTag.TryParse(language, out var tag) ? new(name, $"<span lang=\"{tag}\">", "</span>") : new(name, "", ""),
        "ruby" => Unless("ruby", name),
        "rb" or "rt" or "rp" => IsOpen("ruby") ? new(name, $"<{name}>", $"</{name}>") : null,
        _ => null,
    };

    private Element Unless(string element, string name) => IsOpen(element) ? new(name, "", "") : new(name, $"<{element}>", $"</{element}>");

    private bool IsOpen(string element)
    {
        var end = $"</{element}>";
        return open.Exists(other => other.End == end);
    }

    // Browsers take tabs and line ends out of addresses before they read them.
    private static string? Joined(string? address) => address?.ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal);

    private sealed class Element(string name, string start, string end)
    {
        public string Name => name;

        public string Start => start;

        public string End => end;

        public bool IsRubyPart => name is "rb" or "rt" or "rp";
    }
}
