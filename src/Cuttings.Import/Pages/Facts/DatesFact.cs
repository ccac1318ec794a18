using Cuttings.Dating;

namespace Cuttings.Import.Pages.Facts;

/// <summary>When an article was published and changed, and the printed dates that its body must lose.</summary>
internal sealed record FoundDates(PostedDate? Published, PostedDate? Modified, IReadOnlyList<string> Texts);

/// <summary>
/// Chooses the dates. What the page states for machines and what it prints must agree to the day; where an instant in UTC and a printed day differ by one day,
/// the printed one is the outlet's own calendar and wins. Nothing is taken from a copyright line, from comments or from other articles.
/// </summary>
internal static class DatesFact
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_online_date", "citation_date",
        "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc:date", "dc:created", "rnews:datepublished", "published_time", "publish_date", "publish-date", "publishdate", "pubdate", "pub_date", "published-date", "publication_date", "publicationdate",
        "originalpublicationdate", "article_date_original", "article.published", "article.created", "bt:pubdate", "shareaholic:article_published_time", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "displaydate", "ptime", "pdate", "timestamp", "date", "datecreated", "date_published", "created", "gentime", "dcsext.articlefirstpublished", "firstpublished", "weibo: article:create_at", "apub:time", "_pubtime", "contentcreatedate", "prism.publicationdate", "sortdate", "article.origin_date", "newsdate", "dateposted", "release_date", "uploaddate",
    ];

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "dc.modified", "dcterms.updated", "article:modified", "revised", "article.updated", "updated_time", "modified_time", "utime", "cxenseparse:recs:modifiedtime", "weibo: article:update_at", "last_updated_date", "modificationdate",
    ];

    public static FoundDates Find(ScannedPage page, LinkedArticle? article, LinkedArticle? webPage, FoundTitle? title, string? language, string? address, string host, DateOnly today)
    {
        var stated = Stated(page, [article?.Published, article is null ? webPage?.Published : null], PublishedNames, today);
        if (stated.Count == 0)
        {
            stated = Stated(page, [webPage?.Published, article?.Created], [], today);
        }

        var inAddress = AddressDate.Read(address);
        var order = DayOrders.Of(page, stated.Count > 0 ? stated[0] : inAddress, language, host);
        var printed = PrintedDates.Find(page, title, order).FindAll(day => IsPast(day.Date, today) && day.Label != DateLabel.Other);
        var published = Published(stated, printed, inAddress);
        var modified = Modified(Stated(page, [article?.Modified ?? (article is null ? webPage?.Modified : null)], ModifiedNames, today), printed, published);
        return new(published?.ToPosted(), modified?.ToPosted(), [.. printed.Where(day => day.IsSeen && day.Text.Length < 160).Select(day => day.Text).Distinct(StringComparer.Ordinal)]);
    }

    private static FoundDate? Published(List<FoundDate> stated, List<PrintedDay> printed, FoundDate? inAddress)
    {
        var seen = printed.FindAll(day => day.Label != DateLabel.Modified && day.IsSeen);
        if (stated.Count > 0)
        {
            var chosen = Agreed(stated, seen, inAddress);
            return Local(chosen, seen, inAddress);
        }

        var best = printed.Where(day => day.Label != DateLabel.Modified)
            .Select(day => (day.Date, Score: day.Trust + (day.Label == DateLabel.Published ? 20 : 0) + (inAddress is { } known && Fits(day.Date, known) ? 25 : 0)))
            .OrderByDescending(day => day.Score)
            .ToList();
        if (best.Count > 0)
        {
            var first = best[0].Date;
            // The address is surer than a lone printed day that contradicts it.
            return inAddress is { IsDay: true } day && Math.Abs(first.Number - day.Number) > 3 && best[0].Score < 90 ? day : Local(first, seen, inAddress);
        }

        if (inAddress is { IsDay: true })
        {
            return inAddress;
        }

        // Only an update is printed: on its day it was published, as far as the page tells.
        var updated = printed.Where(day => day.Label == DateLabel.Modified && day.Trust >= 50).Select(day => (FoundDate?)day.Date).FirstOrDefault();
        return updated ?? inAddress;
    }

    private static bool Fits(FoundDate date, FoundDate known) => date.Year == known.Year && date.Month == known.Month && (!known.IsDay || Math.Abs(date.Day - known.Day) <= 1);

    // Where statements differ, the printed day and the address decide between them, else the order of trust.
    private static FoundDate Agreed(List<FoundDate> stated, List<PrintedDay> seen, FoundDate? inAddress)
    {
        var best = stated[0];
        var most = -1.0;
        for (var n = 0; n < stated.Count; n++)
        {
            var one = stated[n];
            if (!one.IsDay)
            {
                continue;
            }

            var score = stated.Count(other => other.SameDay(one)) - (0.1 * n)
                + (seen.Exists(day => day.Date.SameDay(one)) ? 2 : seen.Exists(day => Math.Abs(day.Date.Number - one.Number) == 1) ? 1 : 0)
                + (inAddress is { } known && Fits(one, known) ? 1.5 : 0);
            if (score > most)
            {
                (best, most) = (one, score);
            }
        }

        return best;
    }

    // The commonest error of all: an instant in UTC falls on another day than the outlet's.
    private static FoundDate Local(FoundDate chosen, List<PrintedDay> seen, FoundDate? inAddress)
    {
        if (!chosen.IsDay || seen.Exists(day => day.Date.SameDay(chosen)))
        {
            return chosen;
        }

        if (chosen.Time is null || !chosen.IsUtc && chosen.Offset is not null)
        {
            return chosen;
        }

        foreach (var day in seen.OrderByDescending(day => day.Trust + (day.Label == DateLabel.Published ? 20 : 0)))
        {
            if (Math.Abs(day.Date.Number - chosen.Number) == 1 && day.Trust >= 45)
            {
                return day.Date;
            }
        }

        return inAddress is { IsDay: true } known && Math.Abs(known.Number - chosen.Number) == 1 ? known : chosen;
    }

    private static FoundDate? Modified(List<FoundDate> stated, List<PrintedDay> printed, FoundDate? published)
    {
        var seen = printed.FindAll(day => day.Label == DateLabel.Modified);
        FoundDate? chosen = stated.Count > 0 ? Local(stated[0], seen.FindAll(day => day.IsSeen), null) : seen.Count > 0 ? seen[0].Date : null;
        return chosen is { IsDay: true } day && (published is not { IsDay: true } first || day.Number >= first.Number && day.Text != first.Text) ? day : null;
    }

    private static List<FoundDate> Stated(ScannedPage page, string?[] linked, string[] names, DateOnly today)
    {
        var stated = new List<FoundDate>();
        foreach (var text in linked.Concat(names.Select(name => page.Meta(name))))
        {
            if (text is null)
            {
                continue;
            }

            var date = WrittenInstant.Read(text) ?? (text.Length < 80 && DatesInText.Find(text) is [var found, ..] ? found.Date : null);
            if (date is { } one && IsPast(one, today))
            {
                stated.Add(one);
            }
        }

        // A whole day is said first where a bare year is said too.
        return [.. stated.OrderByDescending(date => date.IsDay)];
    }

    private static bool IsPast(FoundDate date, DateOnly today) => date.Year >= 1600 && (date.Year, date.Month) is not (1970, 1) and not (1900, 1) && (!date.IsDay ? date.Year <= today.Year : date.Number <= today.DayNumber + 1);
}
