using System.Text;

namespace Cuttings.Duplicates;

/// <summary>A path without what only names a form of the same page: dot segments, session ids, index documents, AMP, print, the final slash.</summary>
internal static class CanonicalPath
{
    private static readonly HashSet<string> Indexes = new(StringComparer.OrdinalIgnoreCase) { "index.html", "index.htm", "index.shtml", "index.xhtml", "index.php", "index.asp", "index.aspx", "index.jsp", "default.htm", "default.html", "default.asp", "default.aspx" };

    // What follows these is a subject: /tag/amp/ is about AMP.
    private static readonly HashSet<string> Shelves = new(StringComparer.OrdinalIgnoreCase) { "tag", "tags", "category", "categories", "topic", "topics", "section", "sections", "author", "authors", "keyword", "keywords", "label", "labels", "search", "wiki", "glossary" };

    /// <summary>The path, `/` where there is nothing left.</summary>
    /// <param name="path">As written, up to `?` or `#`.</param>
    /// <param name="hasQuery">Whether parameters tell the article: then index.php stays.</param>
    public static string Of(string path, bool hasQuery)
    {
        var segments = WithoutDots(PercentEncoding.Normal(WithoutSession(path)).Split('/').Skip(1));
        while (Shorten(segments, hasQuery))
        {
        }

        var shortened = new StringBuilder();
        foreach (var segment in segments)
        {
            shortened.Append('/').Append(segment);
        }

        return shortened.Length == 0 ? "/" : shortened.ToString();
    }

    private static string WithoutSession(string path)
    {
        var at = path.IndexOf(";jsessionid=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return path;
        }

        var end = path.IndexOf('/', at);
        return end < 0 ? path[..at] : path[..at] + path[end..];
    }

    // RFC 3986, 5.2.4.
    private static List<string> WithoutDots(IEnumerable<string> segments)
    {
        var kept = new List<string>();
        foreach (var segment in segments)
        {
            if (segment == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                kept.Add(segment);
            }
        }

        return kept;
    }

    private static bool Shorten(List<string> segments, bool hasQuery)
    {
        if (segments.Count == 0)
        {
            return false;
        }

        var last = segments[^1];
        if (last.Length == 0 || (Indexes.Contains(last) && !(hasQuery && !last.EndsWith("html", StringComparison.OrdinalIgnoreCase))) || IsPrint(segments))
        {
            segments.RemoveAt(segments.Count - 1);
            return true;
        }

        if (Amp(segments) is >= 0 and var at)
        {
            segments.RemoveAt(at);
            return true;
        }

        if (WithoutAmp(last) is { } bare)
        {
            segments[^1] = bare;
            return true;
        }

        return false;
    }

    private static int Amp(List<string> segments)
    {
        for (var n = 0; n < segments.Count; n++)
        {
            // Between others it is a form of the page only where a site puts it by habit: at either end, or behind the first section.
            if (segments[n].Equals("amp", StringComparison.OrdinalIgnoreCase) && (n <= 1 || n == segments.Count - 1) && (n == 0 || !Shelves.Contains(segments[n - 1])))
            {
                return n;
            }
        }

        return -1;
    }

    private static string? WithoutAmp(string last)
    {
        foreach (var (ending, instead) in new[] { (".amp.html", ".html"), (".amp.htm", ".htm"), (".html.amp", ".html"), (".amp", "") })
        {
            if (last.Length > ending.Length && last.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return last[..^ending.Length] + instead;
            }
        }

        return null;
    }

    // /news/12345/print is a form of /news/12345; /print alone is a department.
    private static bool IsPrint(List<string> segments) =>
        segments.Count >= 2
        && (segments[^1].Equals("print", StringComparison.OrdinalIgnoreCase) || segments[^1].Equals("printfriendly", StringComparison.OrdinalIgnoreCase))
        && segments[^2].Any(char.IsAsciiDigit);
}
