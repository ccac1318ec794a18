using System.Text;
using Cuttings.Excerpts;

namespace Cuttings.Storage.Search;

/// <summary>About two lines of the text around the hits, each hit marked, all else encoded.</summary>
internal static class Snippet
{
    private const int Wanted = 180;

    public static string Of(string text, IReadOnlyCollection<(string Term, bool IsPrefix)> terms)
    {
        text = text.Replace("\n\n", " ¶ ", StringComparison.Ordinal).Replace('\n', ' ');
        var hits = Hits(text, terms);
        var (from, to) = Window(text, hits);
        return (from > 0 ? "… " : "") + Marked(text, hits, from, to) + (to < text.Length ? " …" : "");
    }

    /// <summary>The whole text, each hit marked, all else encoded.</summary>
    public static string Whole(string text, IReadOnlyCollection<(string Term, bool IsPrefix)> terms) => Marked(text, Hits(text, terms), 0, text.Length);

    private static List<Token> Hits(string text, IReadOnlyCollection<(string Term, bool IsPrefix)> terms)
    {
        var exact = terms.Where(term => !term.IsPrefix).Select(term => term.Term).ToHashSet(StringComparer.Ordinal);
        var prefixes = terms.Where(term => term.IsPrefix).Select(term => term.Term).ToList();
        var single = exact.Any(term => term.Length == 1);
        return Words.Of(text, single).Where(token => exact.Contains(token.Term) || prefixes.Exists(prefix => token.Term.StartsWith(prefix, StringComparison.Ordinal))).Take(400).ToList();
    }

    private static string Marked(string text, List<Token> hits, int from, int to)
    {
        var marked = new StringBuilder();
        var at = from;
        foreach (var hit in hits.Where(hit => hit.Start >= from && hit.End <= to))
        {
            if (hit.End <= at && at > from)
            {
                continue;
            }

            var start = Math.Max(hit.Start, at);
            marked.Append(InlineHtml.Encode(text[at..start])).Append("<mark>").Append(InlineHtml.Encode(text[start..hit.End])).Append("</mark>");
            at = hit.End;
        }

        return marked.Append(InlineHtml.Encode(text[at..to])).Replace("</mark><mark>", "").ToString();
    }

    // The stretch with most different hits.
    private static (int From, int To) Window(string text, List<Token> hits)
    {
        var (best, from) = (0, 0);
        for (var n = 0; n < hits.Count; n++)
        {
            var different = hits.Skip(n).TakeWhile(hit => hit.End < hits[n].Start + Wanted - 40).Select(hit => hit.Term).Distinct(StringComparer.Ordinal).Count();
            if (different > best)
            {
                (best, from) = (different, hits[n].Start);
            }
        }

        from = Math.Max(0, from - 40);
        from = from == 0 ? 0 : text.IndexOf(' ', from) is var space && space >= 0 && space < from + 20 ? space + 1 : Whole(text, from);
        var to = Math.Min(text.Length, from + Wanted);
        to = to == text.Length ? to : text.LastIndexOf(' ', to - 1, 20) is var end && end > from ? end : Whole(text, to);
        return (from, Math.Max(from, to));
    }

    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
