using System.Buffers;
using System.Text;

namespace Cuttings.Web.Site;

/// <summary>Makes the marks that an excerpt carries stand out: what it says was left out (… [...] * * *) and what was put in [brackets].</summary>
internal static class Marks
{
    // Longer brackets are the article's own.
    private const int LongestBracket = 200;
    private static readonly SearchValues<string> Signs = SearchValues.Create(["<a ", "<h3>", "</h3>", "…", "[", "...", ". . .", "* * *"], StringComparison.Ordinal);

    /// <summary>Writes canonical excerpt HTML with its marks in spans, and its headings at the level that the page needs.</summary>
    public static void Write(StringBuilder html, ReadOnlySpan<char> excerpt, char level)
    {
        for (var at = excerpt.IndexOfAny(Signs); at >= 0; at = excerpt.IndexOfAny(Signs))
        {
            html.Append(excerpt[..at]);
            excerpt = excerpt[at..];
            var length = One(html, excerpt, level);
            excerpt = excerpt[length..];
        }

        html.Append(excerpt);
    }

    private static int One(StringBuilder html, ReadOnlySpan<char> rest, char level)
    {
        switch (rest[0])
        {
            case '<' when rest[1] == 'a':
                // Addresses keep their brackets.
                var end = rest.IndexOf('>') + 1;
                html.Append(rest[..end]);
                return end;
            case '<':
                html.Append(rest[1] == '/' ? "</h" : "<h").Append(level).Append('>');
                return rest.IndexOf('>') + 1;
            case '[':
                var close = rest[..Math.Min(rest.Length, LongestBracket)].IndexOfAny(']', '<');
                if (close < 0 || rest[close] == '<')
                {
                    html.Append('[');
                    return 1;
                }

                return Span(html, rest[1..close].IndexOfAnyExcept(" .…") < 0 ? "cut" : "put", rest[..(close + 1)]);
            case '*':
                return Span(html, "cut", rest[..5]);
            default:
                var length = 1;
                while (length < rest.Length && (rest[length] is '.' or '…' || (rest[length] == ' ' && length + 1 < rest.Length && rest[length + 1] is '.' or '…')))
                {
                    length++;
                }

                return Span(html, "cut", rest[..length]);
        }
    }

    private static int Span(StringBuilder html, string kind, ReadOnlySpan<char> mark)
    {
        html.Append("<span class=\"").Append(kind).Append("\">").Append(mark).Append("</span>");
        return mark.Length;
    }
}
