using System.Globalization;
using System.Text;
using Cuttings.Listing;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Site;

/// <summary>A list of cuttings with full excerpts, under date headings.</summary>
internal static class ListPages
{
    // WordPress shows ten posts a page.
    private const int OldLength = 10;
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;

    public static async ValueTask<Answer?> AnswerAsync(Context context, ListKey list, int? oldPage, CancellationToken cancel)
    {
        if (!context.TryPlace("after", out var after) || !context.TryPlace("before", out var before))
        {
            return null;
        }

        var length = oldPage is null ? context.Settings.PageLength : OldLength;
        var page = await context.Archive.ListAsync(new ListRequest(list, length) { Skip = ((oldPage ?? 1) - 1) * OldLength, After = after, Before = after is null ? before : null }, cancel);
        if (page is null || page.Cuttings.Count == 0 && (oldPage > 1 || list.Kind is not (ListKind.All or ListKind.Undated)))
        {
            return null;
        }

        var title = await TitleAsync(context, list, cancel);
        var path = list.Path;
        var canonical = path + (context.Query.TryGetValue("after", out var at) ? "?after=" + at : "");
        var head = Page.FeedLinks(list, title.Length == 0 ? context.Settings.Title : title)
            + (page.Previous is { } p ? $"<link rel=\"prev\" href=\"{Context.Encoded(path)}?before={p}\">" : "")
            + (page.Next is { } n ? $"<link rel=\"next\" href=\"{Context.Encoded(path)}?after={n}\">" : "");
        var html = new StringBuilder(64 * 1024);
        html.Append("<div class=\"head\">").Append(Kind(list)).Append("<h1>").Append(Page.Encode(title.Length == 0 ? after is null ? "Newest cuttings" : "All cuttings, continued" : title)).Append(title.Length > 0 && after is not null ? ", continued" : "").Append("</h1><p class=\"count\">").Append(page.Total.ToString("N0")).Append(page.Total == 1 ? " cutting" : " cuttings")
            .Append(" · <a href=\"").Append(Context.Encoded(path == "/" ? "" : path)).Append("/feed\">Feed of this list</a> · ").Append(Page.CitationLinks(Context.Encoded(path == "/" ? "" : path))).Append(" · <a href=\"#months\">By month</a></p></div>");
        if (page.Cuttings.Count == 0)
        {
            html.Append("<p class=\"empty\">Nothing has been published here yet.</p>");
        }

        var display = await Entry.DisplayAsync(context, cancel);
        string? heading = null;
        foreach (var cutting in page.Cuttings)
        {
            var day = cutting.Posted is { } posted ? Cuttings.Dating.DateWords.Display(posted, context.Zone) : "Posted date lost";
            if (day != heading)
            {
                html.Append("<h2 class=\"day\">").Append(Page.Encode(heading = day)).Append("</h2>");
            }

            Entry.Write(html, cutting, display, context.Zone);
        }

        html.Append("<nav class=\"pages\" aria-label=\"Pages\">")
            .Append(page.Previous is { } previous ? $"<a rel=\"prev\" href=\"{Context.Encoded(path)}?before={previous}\">← Newer</a> " : "")
            .Append(page.Next is { } next ? $"<a rel=\"next\" href=\"{Context.Encoded(path)}?after={next}\">Older →</a>" : "").Append("</nav>");
        html.Append(context.Kept.Months ??= await MonthsAsync(context, cancel));
        return Page.Of(context, title, head, html.ToString(), canonical);
    }

    /// <summary>The list's name for readers.</summary>
    public static async ValueTask<string> TitleAsync(Context context, ListKey list, CancellationToken cancel) => list.Kind switch
    {
        ListKind.All => "",
        ListKind.Undated => "Posted date lost",
        ListKind.Year => list.Key,
        ListKind.Month => new DateTime(int.Parse(list.Key[..4]), int.Parse(list.Key[5..]), 1).ToString("MMMM yyyy"),
        _ => (await context.Archive.TermAsync(Enum.Parse<TermKind>(list.Kind.ToString()), list.Key, cancel))?.Name ?? list.Key,
    };

    private static string Kind(ListKey list) => list.Kind switch
    {
        ListKind.Category or ListKind.Outlet or ListKind.Tag => $"<p class=\"kind\">{list.Kind}</p>",
        ListKind.Author => "<p class=\"kind\">Cut by</p>",
        _ => "",
    };

    private static async ValueTask<string> MonthsAsync(Context context, CancellationToken cancel)
    {
        var months = await context.Archive.MonthsAsync(cancel);
        if (months.Count == 0)
        {
            return "";
        }

        var html = new StringBuilder("<nav class=\"months\" id=\"months\" aria-labelledby=\"by-month\"><h2 id=\"by-month\">By month</h2><dl>");
        foreach (var year in months.GroupBy(month => month.Year))
        {
            if (year.Key == 0)
            {
                html.Append("<div><dt>").Append(Page.Link("/undated", "Date lost")).Append("</dt><dd>").Append(year.First().Count.ToString("N0")).Append("</dd></div>");
                continue;
            }

            html.Append("<div><dt>").Append(Page.Link($"/{year.Key:0000}", $"{year.Key:0000}")).Append("</dt><dd>");
            foreach (var month in year.Where(month => month.Month > 0).OrderBy(month => month.Month))
            {
                html.Append($"<span><a href=\"/{month.Year:0000}/{month.Month:00}\">{Months[month.Month - 1]}</a>&nbsp;<span class=\"count\">{month.Count:N0}</span></span> ");
            }

            html.Append("</dd></div>");
        }

        return html.Append("</dl></nav>").ToString();
    }
}
