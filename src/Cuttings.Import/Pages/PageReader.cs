using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Cuttings.Articles;
using Cuttings.Credits;
using Cuttings.Excerpts;
using Cuttings.Import.Pages.Body;
using Cuttings.Import.Pages.Facts;
using Cuttings.Import.Pages.Posts;

namespace Cuttings.Import.Pages;

/// <summary>Reads a web page: an article, several posts, or a listing that says so.</summary>
/// <param name="time">The clock, by which a date that is still to come is no date of publication.</param>
public sealed class PageReader(TimeProvider? time = null) : IPageReader
{
    /// <summary>The longest page, in bytes.</summary>
    public const int Longest = 16 * 1024 * 1024;

    /// <summary>The longest name made of first words, in characters.</summary>
    private const int LongestName = 80;

    private static readonly string[] NewsTypes = ["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "Article"];

    /// <inheritdoc />
    public PageContent Read(ReadOnlyMemory<byte> page, string? contentType, string? address)
    {
        if (page.Length > Longest)
        {
            return new() { Why = $"It is longer than {Longest >> 20} MB: too long for a page." };
        }

        for (var turn = 1; ; turn++)
        {
            try
            {
                return Once(page, contentType, address);
            }
            catch (RegexMatchTimeoutException) when (turn == 1)
            {
                // A machine that stood still for a second is no fault of the page's.
            }
            catch (RegexMatchTimeoutException)
            {
                return new() { Why = "It is made so that it cannot be read in reasonable time." };
            }
        }
    }

    private PageContent Once(ReadOnlyMemory<byte> page, string? contentType, string? address)
    {
        using var decoded = DecodedPage.Of(page.Span, contentType);
        var (html, original) = SavedFrom.Mend(decoded.Text, address);
        using var document = PageParser.Parse(html, original);
        return Read(document, html.Span, original);
    }

    private PageContent Read(IDocument document, ReadOnlySpan<char> html, string? found)
    {
        var address = ArchivesAreTakenOff(document, html, found);
        var scanned = PageScan.Of(document);
        var linked = LinkedData.Read(scanned.JsonLd);
        var today = DateOnly.FromDateTime((time ?? TimeProvider.System).GetUtcNow().UtcDateTime);
        var facts = FactFinder.Find(scanned, linked, address, today);
        var here = facts.Address ?? address ?? scanned.Base;
        var content = new PageContent
        {
            Title = scanned.Title,
            Feeds = Feeds(scanned, here),
            Next = Next(scanned, address ?? here),
        };
        var main = FactFinder.MainArticle(scanned, linked, address);
        var parts = PostContainers.Find(scanned);
        var kind = PageKinds.Of(scanned, linked, main, parts, address ?? facts.Address, out var headlines);
        if (kind == PageKind.Posts && Posts(parts, scanned, facts, here ?? PostAddress(scanned), today) is { IsEmpty: false } posts)
        {
            return content with { Articles = posts };
        }

        if (kind == PageKind.Listing)
        {
            return content with { Why = $"It is a list of {headlines} headlines, not an article." };
        }

        var hints = new BodyHints(facts.Title?.Text, facts.Standfirst, facts.Writers, facts.DateTexts, facts.Outlet, scanned.JsonLd);
        // Pages that load the next article below show several whole ones: only the titled one is the page's.
        var body = Own(parts, facts) is { } own ? BodyFinder.FindIn(own, hints) ?? BodyFinder.Find(document, hints) : BodyFinder.Find(document, hints);
        // A page without any headline is called by its first words, as a feed's entry is.
        if (body is null || (facts.Title?.Text ?? OpeningWords.Of(body.Excerpt, LongestName)) is not { } title)
        {
            return content with { Why = headlines >= 6 ? $"It is a list of {headlines} headlines, not an article." : "No article was found in it." };
        }

        return content with { Articles = [Single(title, facts, body, parts, scanned, main, here, today)] };
    }

    // Where the page stood before an archive took it; what archives put into it goes. Looked for only where the page names them at all.
    private static string? ArchivesAreTakenOff(IDocument document, ReadOnlySpan<char> html, string? found)
    {
        var address = found;
        if (!html.Contains("archive.", StringComparison.Ordinal) && !SavedFrom.IsArchiveToday(found))
        {
            return address;
        }

        var canonical = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        if (SavedFrom.IsArchiveToday(canonical) || SavedFrom.IsArchiveToday(address))
        {
            address = SavedFrom.Original(canonical) ?? address;
            document.QuerySelector("link[rel=canonical]")?.Remove();
            document.GetElementById("HEADER")?.Remove();
        }

        foreach (var toolbar in (ReadOnlySpan<string>)["wm-ipp-base", "wm-ipp", "donato", "wm-ipp-print"])
        {
            if (html.Contains(toolbar, StringComparison.Ordinal))
            {
                document.GetElementById(toolbar)?.Remove();
            }
        }

        return address;
    }

    private static IElement? Own(List<PostPart> parts, PageFacts facts)
    {
        var whole = parts.FindAll(part => part.Weight >= 150);
        return whole.Count < 2 || facts.Title is not { } title ? null : whole.Find(part => TitleWords.Key(part.Title) == TitleWords.Key(title.Text))?.Element;
    }

    private static Article Single(string title, PageFacts facts, FoundBody body, List<PostPart> parts, ScannedPage scanned, LinkedArticle? main, string? here, DateOnly today)
    {
        var article = Article(title, facts, body);
        var isNews = main is not null && NewsTypes.Contains(main.Type, StringComparer.Ordinal);
        var isMarked = PageKinds.IsBlog(scanned) || ElementWords.HasAny(scanned.BodyWords, "postid") || parts.Exists(part => part.Element.ClassList.Contains("hentry"));
        if (!isMarked)
        {
            return article;
        }

        // The digest's own post: its credit is found; or a blog program says that it made it, and nothing that an outlet did.
        var key = TitleWords.Key(title);
        var isBlog = !isNews && PageKinds.IsBlog(scanned);
        var part = parts.Find(one => TitleWords.Key(one.Title) == key);
        // To read it as a post takes as long as the whole page did: not where nothing can come of it.
        var post = part is null || !isBlog && PostReader.Text(body, title).Credit.Printed is null ? null : PostReader.Read(part, Of(scanned, facts, here, today));
        if (post is null || post.Credit.Printed is null && (!isBlog || facts.Writers.Count == 0 && post.Writers.IsEmpty && facts.Published is null && post.Published is null))
        {
            return article;
        }

        return post with
        {
            Address = facts.Address ?? post.Address,
            Published = facts.Published ?? post.Published,
            Modified = facts.Modified,
            Writers = article.Writers.IsEmpty ? post.Writers : article.Writers,
            Language = facts.Language ?? post.Language,
            Image = article.Image,
            Outlet = facts.Outlet,
            Categories = post.Categories.IsEmpty ? article.Categories : post.Categories,
            Tags = post.Tags.IsEmpty ? article.Tags : post.Tags,
            Truncated = body.Truncated,
        };
    }

    private static ImmutableArray<Article> Posts(List<PostPart> parts, ScannedPage scanned, PageFacts facts, string? here, DateOnly today)
    {
        var page = Of(scanned, facts, here, today);
        return [.. parts.Select(part => PostReader.Read(part, page)).OfType<Article>()];
    }

    private static PostPage Of(ScannedPage scanned, PageFacts facts, string? here, DateOnly today) =>
        new(here, facts.Language, DayOrders.Of(scanned, null, scanned.HtmlLanguage ?? facts.Language, Sources.WebAddress.HostOf(here)), today);

    // A file that nowhere says where it stood may still name its home.
    private static string? PostAddress(ScannedPage scanned) => scanned.Links.Select(link => link.Address).Concat(scanned.All("og:url")).FirstOrDefault(address => address.StartsWith("http", StringComparison.Ordinal));

    private static Article Article(string title, PageFacts facts, FoundBody found) => new()
    {
        Title = title,
        Body = found.Excerpt,
        Standfirst = facts.Standfirst ?? found.Standfirst,
        Writers = [.. facts.Writers],
        Published = facts.Published,
        Modified = facts.Modified,
        Outlet = facts.Outlet,
        Language = facts.Language,
        Address = facts.Address,
        Image = facts.Image is { Caption: null } image && found.CaptionOfLead is { } caption ? image with { Caption = caption } : facts.Image,
        Credit = found.CreditLine is { } line ? ArticleCredit.Of(line) : Credit.None,
        Categories = [.. facts.Categories],
        Tags = [.. facts.Tags],
        Truncated = found.Truncated || facts.IsClosed,
    };

    private static ImmutableArray<NamedFeed> Feeds(ScannedPage scanned, string? against) =>
    [
        .. scanned.Links.Where(link => link.Rel.Split(' ').Contains("alternate", StringComparer.Ordinal) && link.Type is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml")
            .Select(link => (Address: AddressFact.Resolve(link.Address, scanned.Base ?? against), link.Title))
            .Where(feed => feed.Address is not null)
            .DistinctBy(feed => feed.Address, StringComparer.Ordinal)
            .Select(feed => new NamedFeed(feed.Address!, feed.Title?.Trim())),
    ];

    private static string? Next(ScannedPage scanned, string? against)
    {
        var stated = scanned.Links.Find(link => link.Rel == "next")?.Address ?? scanned.Marks.Find(mark => mark.Kind.HasFlag(MarkKind.NextPage) && mark.Element.LocalName == "a" && !mark.Zone.HasFlag(Zone.Comments))?.Element.GetAttribute("href");
        return AddressFact.Resolve(stated ?? scanned.Older, scanned.Base ?? against);
    }
}
