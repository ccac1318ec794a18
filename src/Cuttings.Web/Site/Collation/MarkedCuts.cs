using System.Text;
using Cuttings.Collation;

namespace Cuttings.Web.Site.Collation;

/// <summary>Lets each … of an excerpt open to say how many words were cut there: with no script, by the browser's own popovers.</summary>
internal static class MarkedCuts
{
    private const string Mark = "<span class=\"cut\">";
    private const string End = "</span>";

    /// <summary>The excerpt's HTML with its marks as buttons; as it is where the marks are not those that were collated.</summary>
    public static string Open(string excerpt, Collated? collated)
    {
        if (collated is null)
        {
            return excerpt;
        }

        var first = collated.Headline is { } headline ? headline.Cutting.End : 0;
        var marks = collated.Marks.Where(mark => mark.At.Start >= first).ToList();
        var places = Places(excerpt);
        if (marks.Count != places.Count || places.Count == 0)
        {
            return excerpt;
        }

        var html = new StringBuilder(excerpt.Length + (160 * marks.Count));
        var at = 0;
        for (var n = 0; n < marks.Count; n++)
        {
            var end = excerpt.IndexOf(End, places[n], StringComparison.Ordinal);
            var mark = excerpt[(places[n] + Mark.Length)..end];
            html.Append(excerpt, at, places[n] - at);
            at = end + End.Length;
            if (marks[n].Words is not { } words)
            {
                html.Append(Mark).Append(mark).Append(End);
                continue;
            }

            var said = words == 0 ? "Nothing was cut here." : words == 1 ? "1 word was cut here." : $"{words} words were cut here.";
            html.Append("<button type=\"button\" class=\"cut\" popovertarget=\"cut-").Append(n + 1).Append("\" title=\"").Append(said).Append("\"><span aria-hidden=\"true\">").Append(mark).Append("</span><span class=\"unseen\">").Append(said).Append("</span></button><span class=\"said\" popover id=\"cut-").Append(n + 1).Append("\">").Append(said).Append(End);
        }

        return html.Append(excerpt, at, excerpt.Length - at).ToString();
    }

    private static List<int> Places(string excerpt)
    {
        var places = new List<int>();
        for (var at = excerpt.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = excerpt.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            places.Add(at);
        }

        return places;
    }
}
