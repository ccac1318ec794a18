using System.Text;
using Cuttings.Archiving;
using Cuttings.Collation;
using Cuttings.Listing;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Site.Collation;

/// <summary>`/checked`: the archive's own record.</summary>
internal static class CheckedPage
{
    private const int Commonest = 3;
    private const int Gravest = 10;

    public static async ValueTask<Answer> AnswerAsync(Context context, CancellationToken cancel)
    {
        var published = (await context.Archive.ListAsync(new ListRequest(ListKey.All, 1), cancel))?.Total ?? 0;
        var whole = new Tally();
        var outlets = new Dictionary<Term, Tally>();
        var authors = new Dictionary<Term, Tally>();
        var gravest = new List<CollationRecord>(Gravest);
        var seen = new HashSet<long>();
        await foreach (var record in context.Archive.CollationsAsync(all: false, cancel))
        {
            if (record.Summary.Sentences == 0)
            {
                continue;
            }

            // A cutting of two sources counts once.
            var first = seen.Add(record.Number);
            whole.Add(record, first);
            Of(outlets, record.Outlet)?.Add(record, first);
            Of(authors, record.Author)?.Add(record, first);
            if (gravest.Count < Gravest && record.Summary.Warnings.Length > 0 && !gravest.Exists(known => known.Number == record.Number))
            {
                gravest.Add(record);
            }
        }

        var html = new StringBuilder("<div class=\"head\"><h1>What was checked</h1><p>Where a copy of the article is kept, every excerpt is laid beside it, and anyone can open the comparison. This is what came of it; no editor can change it but by mending a cutting.</p></div>");
        if (seen.Count == 0)
        {
            html.Append("<p class=\"empty\">Nothing yet: no copy of a source is kept.</p>");
            return Page.Of(context, "What was checked", "", html.ToString(), "/checked");
        }

        html.Append("<section class=\"record\"><dl class=\"figures\"><div><dt>cuttings checked</dt><dd>").Append(Number(seen.Count)).Append(" of ").Append(Number(published)).Append("</dd></div><div><dt>sentences word for word</dt><dd>").Append(Number(whole.Verbatim)).Append(" of ").Append(Number(whole.Sentences)).Append(" (").Append(Share(whole)).Append(")</dd></div><div><dt>cuttings without a warning</dt><dd>").Append(Number(seen.Count - whole.Warned)).Append("</dd></div></dl>");
        Kinds(html, whole);
        Table(html, "By outlet", outlets);
        Table(html, "By author", authors);
        if (gravest.Count > 0)
        {
            html.Append("<h2>The gravest</h2><ol class=\"gravest\">");
            foreach (var record in gravest)
            {
                html.Append("<li>").Append(Page.Link($"/cutting/{record.Slug}/collation", record.Headline)).Append(" <span class=\"note\">").Append(string.Join(", ", record.Summary.Warnings.GroupBy(warning => warning.Kind, StringComparer.Ordinal).Select(group => Differences.Name(group.Key).ToLowerInvariant() + (group.Count() > 1 ? $" ({group.Count()})" : "")))).Append("</span></li>");
            }

            html.Append("</ol>");
        }

        html.Append("</section>");
        return Page.Of(context, "What was checked", "", html.ToString(), "/checked");
    }

    private static Tally? Of(Dictionary<Term, Tally> tallies, Term? term)
    {
        if (term is null)
        {
            return null;
        }

        if (!tallies.TryGetValue(term, out var tally))
        {
            tallies.Add(term, tally = new());
        }

        return tally;
    }

    private static void Kinds(StringBuilder html, Tally whole)
    {
        if (whole.Kinds.Count == 0)
        {
            return;
        }

        html.Append("<h2>Warnings</h2><table><thead><tr><th scope=\"col\">kind</th><th scope=\"col\">meaning</th><th scope=\"col\" class=\"count\">times</th></tr></thead><tbody>");
        foreach (var (kind, count) in whole.Kinds.OrderByDescending(pair => pair.Value).ThenByDescending(pair => WarningKind.Gravity(pair.Key)))
        {
            html.Append("<tr><th scope=\"row\">").Append(Differences.Name(kind)).Append("</th><td>").Append(Page.Encode(WarningKind.Meaning(kind))).Append("</td><td class=\"count\">").Append(Number(count)).Append("</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static void Table(StringBuilder html, string title, Dictionary<Term, Tally> tallies)
    {
        if (tallies.Count == 0)
        {
            return;
        }

        html.Append("<h2>").Append(title).Append("</h2><table><thead><tr><th scope=\"col\">").Append(title[3..]).Append("</th><th scope=\"col\" class=\"count\">checked</th><th scope=\"col\" class=\"count\">sentences word for word</th><th scope=\"col\">commonest warnings</th></tr></thead><tbody>");
        foreach (var (term, tally) in tallies.OrderByDescending(pair => pair.Value.Checked).ThenBy(pair => pair.Key.Name, StringComparer.Ordinal))
        {
            var kinds = tally.Kinds.OrderByDescending(pair => pair.Value).ThenByDescending(pair => WarningKind.Gravity(pair.Key)).Take(Commonest).Select(pair => $"{Differences.Name(pair.Key).ToLowerInvariant()} ({pair.Value})");
            html.Append("<tr><th scope=\"row\">").Append(Page.Link($"/{term.Kind.ToString().ToLowerInvariant()}/{term.Slug}", term.Name)).Append("</th><td class=\"count\">").Append(Number(tally.Checked)).Append("</td><td class=\"count\">").Append(Share(tally)).Append("</td><td>").Append(tally.Kinds.Count == 0 ? "none" : string.Join(", ", kinds)).Append("</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Number(long count) => count.ToString("N0");

    private static string Share(Tally tally) => tally.Sentences == 0 ? "–" : Statement.Percent((double)tally.Verbatim / tally.Sentences);

    private sealed class Tally
    {
        public int Checked { get; private set; }

        public int Warned { get; private set; }

        public long Sentences { get; private set; }

        public long Verbatim { get; private set; }

        public Dictionary<string, int> Kinds { get; } = new(StringComparer.Ordinal);

        public void Add(CollationRecord record, bool first)
        {
            Checked += first ? 1 : 0;
            Warned += first && record.Summary.Warnings.Length > 0 ? 1 : 0;
            Sentences += record.Summary.Sentences;
            Verbatim += record.Summary.Verbatim;
            foreach (var warning in record.Summary.Warnings)
            {
                Kinds[warning.Kind] = Kinds.GetValueOrDefault(warning.Kind) + 1;
            }
        }
    }
}
