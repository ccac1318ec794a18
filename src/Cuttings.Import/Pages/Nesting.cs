using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Cuttings.Import.Pages;

/// <summary>
/// Bounds how deep a page's tags nest before it is parsed. A parser looks through all open elements at each tag, and opens unclosed formatting anew in each paragraph
/// (WHATWG HTML 13.2.4.3), so that a few hundred kilobytes of unclosed tags would take minutes. Ordinary pages pass as they are.
/// </summary>
internal static class Nesting
{
    private const int DeepestTaken = 1_000;
    private const int DeepestKept = 300;
    private const int MostFormatting = 60;

    private static readonly FrozenSet<string> Uncounted = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr p li dd dt option optgroup tr td th thead tbody tfoot colgroup caption html head body a nobr".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Formatting = "b big code em font i s small strike strong tt u".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Raw = "script style textarea title xmp iframe noembed noframes".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UncountedSpans = Uncounted.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FormattingSpans = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RawSpans = Raw.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> TagSigns = SearchValues.Create(">\"'");

    /// <summary>The page, without its scripts, styles and drawings (a third to a half of most, and nothing to read; JSON is kept), and with the tags left out that nest too deep.</summary>
    /// <param name="html">The page.</param>
    /// <param name="to">Where it is written, at least as long as the page.</param>
    /// <returns>How much of it was written.</returns>
    public static int Bound(ReadOnlySpan<char> html, Span<char> to)
    {
        var silent = new List<(int Start, int End)>();
        var (deepest, formatting) = Scan(html, null, silent);
        if (deepest <= DeepestTaken && formatting <= MostFormatting)
        {
            return Without(html, silent, to);
        }

        var kept = new StringBuilder(html.Length);
        Scan(html, kept, []);
        kept.CopyTo(0, to, kept.Length);
        return kept.Length;
    }

    private static int Without(ReadOnlySpan<char> html, List<(int Start, int End)> parts, Span<char> to)
    {
        var (at, written) = (0, 0);
        foreach (var (start, end) in parts.Append((html.Length, html.Length)))
        {
            html[at..start].CopyTo(to[written..]);
            written += start - at;
            at = end;
        }

        return written;
    }

    private static (int Deepest, int Formatting) Scan(ReadOnlySpan<char> html, StringBuilder? kept, List<(int Start, int End)> silent)
    {
        var (depth, deepest, dropped, formatting, mostFormatting, droppedFormatting, foreign) = (0, 0, 0, 0, 0, 0, 0);
        var (copied, drawn) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = Next(html, at))
        {
            var start = at;
            var ends = html[at + 1] == '/';
            at += ends ? 2 : 1;
            if (!ends && html[at] is '!' or '?')
            {
                at = SkipComment(html, at);
                continue;
            }

            if (at >= html.Length || !char.IsAsciiLetter(html[at]))
            {
                continue;
            }

            var name = Name(html, at);
            at = SkipTag(html, at + name.Length);
            if (UncountedSpans.Contains(name))
            {
                continue;
            }

            if (!ends && foreign == 0 && name.Equals("svg", StringComparison.OrdinalIgnoreCase) && EndOfDrawing(html, at, ref drawn) is var close and > 0)
            {
                silent.Add((start, close + 1));
                kept?.Append(html[copied..start]);
                (copied, at) = (close + 1, close);
                continue;
            }

            foreign = Math.Max(0, foreign + (!IsDrawing(name) ? 0 : ends ? -1 : html[at - 1] == '/' ? 0 : 1));
            if (!ends && foreign == 0 && RawSpans.Contains(name))
            {
                var from = at + 1;
                at = SkipRaw(html, at, name);
                if (at < html.Length && IndexOf(html, '>', at) is var last and > 0 && IsSilent(name, html[start..from], html[from..(at - 2)]))
                {
                    silent.Add((start, last + 1));
                    at = last;
                }

                continue;
            }

            var drop = false;
            if (FormattingSpans.Contains(name))
            {
                drop = Count(ends, ref formatting, ref droppedFormatting, MostFormatting);
                mostFormatting = Math.Max(mostFormatting, formatting + droppedFormatting);
            }
            else if (ends || html[at - 1] != '/' || foreign == 0)
            {
                drop = Count(ends, ref depth, ref dropped, DeepestKept);
                deepest = Math.Max(deepest, depth + dropped);
            }

            if (drop && kept is not null)
            {
                kept.Append(html[copied..start]);
                copied = Math.Min(at + 1, html.Length);
            }
        }

        kept?.Append(html[copied..]);
        return (deepest, mostFormatting);
    }

    // Where a drawing without another one in it ends; 0 where it does not. The first end after a place is looked for once (`known`), however many drawings begin before it.
    private static int EndOfDrawing(ReadOnlySpan<char> html, int at, ref int known)
    {
        if (at < html.Length && html[at - 1] == '/')
        {
            return 0;
        }

        if (known <= at)
        {
            var found = at < html.Length ? html[at..].IndexOf("</svg>", StringComparison.OrdinalIgnoreCase) : -1;
            known = found < 0 ? int.MaxValue : at + found;
        }

        return known == int.MaxValue || html[at..known].Contains("<svg", StringComparison.OrdinalIgnoreCase) ? 0 : known + "</svg>".Length - 1;
    }

    // In a script that opens another one inside a comment the end of the inner one ends nothing (HTML 13.2.5.15 and on).
    private static bool IsSilent(ReadOnlySpan<char> name, ReadOnlySpan<char> tag, ReadOnlySpan<char> text) => (name.Equals("style", StringComparison.OrdinalIgnoreCase)
        || (name.Equals("script", StringComparison.OrdinalIgnoreCase) && !tag.Contains("json", StringComparison.OrdinalIgnoreCase) && !(text.Contains("<!--", StringComparison.Ordinal) && text.Contains("<script", StringComparison.OrdinalIgnoreCase))));

    // Whether the tag is one of those left out: a start beyond the limit, or the end of such a one.
    private static bool Count(bool ends, ref int open, ref int dropped, int most)
    {
        if (!ends)
        {
            var beyond = open >= most;
            open += beyond ? 0 : 1;
            dropped += beyond ? 1 : 0;
            return beyond;
        }

        var drop = dropped > 0;
        dropped -= drop ? 1 : 0;
        open -= !drop && open > 0 ? 1 : 0;
        return drop;
    }

    private static int Next(ReadOnlySpan<char> html, int at) => IndexOf(html, '<', at);

    private static int IndexOf(ReadOnlySpan<char> html, char sign, int from)
    {
        var at = from < html.Length ? html[from..].IndexOf(sign) : -1;
        return at < 0 ? -1 : from + at;
    }

    private static bool IsDrawing(ReadOnlySpan<char> name) => name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> html, int at)
    {
        var end = at;
        while (end < html.Length && html[end] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>'))
        {
            end++;
        }

        return html[at..end];
    }

    // The place of the tag's `>`; quotes count only where a value begins.
    private static int SkipTag(ReadOnlySpan<char> html, int at)
    {
        while (at < html.Length)
        {
            var found = html[at..].IndexOfAny(TagSigns);
            if (found < 0)
            {
                return html.Length;
            }

            at += found;
            if (html[at] == '>')
            {
                return at;
            }

            if (IsAfterEquals(html, at))
            {
                var close = IndexOf(html, html[at], at + 1);
                if (close < 0)
                {
                    return html.Length;
                }

                at = close;
            }

            at++;
        }

        return html.Length;
    }

    private static bool IsAfterEquals(ReadOnlySpan<char> html, int at)
    {
        for (at--; at > 0 && char.IsWhiteSpace(html[at]); at--)
        {
        }

        return at > 0 && html[at] == '=';
    }

    private static int SkipComment(ReadOnlySpan<char> html, int at)
    {
        if (!html[at..].StartsWith("!--"))
        {
            var end = IndexOf(html, '>', at);
            return end < 0 ? html.Length : end;
        }

        if (html[(at + 3)..].StartsWith(">") || html[(at + 3)..].StartsWith("->"))
        {
            return at + 3;
        }

        var close = html[(at + 3)..].IndexOf("-->");
        var other = close < 0 ? html[(at + 3)..].IndexOf("--!>") : html.Slice(at + 3, close).IndexOf("--!>");
        return other >= 0 ? at + 3 + other : close < 0 ? html.Length : at + 3 + close;
    }

    private static int SkipRaw(ReadOnlySpan<char> html, int at, ReadOnlySpan<char> name)
    {
        while (at < html.Length)
        {
            var found = html[at..].IndexOf("</");
            if (found < 0)
            {
                return html.Length;
            }

            at += found + 2;
            if (html[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return html.Length;
    }
}
