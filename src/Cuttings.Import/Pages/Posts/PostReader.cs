using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Cuttings.Articles;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Import.Html;
using Cuttings.Import.Pages.Body;
using Cuttings.Import.Pages.Facts;

namespace Cuttings.Import.Pages.Posts;

/// <summary>What a page says for all of its posts.</summary>
/// <param name="Address">Where it stands, or null.</param>
/// <param name="Language">Its language.</param>
/// <param name="Order">In which order it writes 03/04/2020.</param>
/// <param name="Today">The latest day that can be past.</param>
internal sealed record PostPage(string? Address, string? Language, DayOrder Order, DateOnly Today);

/// <summary>Reads one post out of a page.</summary>
internal static partial class PostReader
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Texts =
        "entry-content post-body e-content post-content entry-body storycontent post-entry entry-summary post-text post_content entrytext field-name-body kg-content entry".Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The post as an article of kind Post; null where it has no text.</summary>
    public static Article? Read(PostPart part, PostPage page)
    {
        var scanned = PageScan.Of(part.Element);
        var links = PostLinks.Of(part.Element, page.Address);
        var writers = Writers(scanned, part);
        var date = Date(scanned, part, page);
        var element = TextElement(part.Element);
        var text = Text(part, element, writers, scanned);
        if (text is null || text.Value.Text.Blocks.Count == 0)
        {
            return null;
        }

        var (body, truncated) = text.Value;
        var inText = element is null ? links : PostLinks.Of(element, page.Address);
        var (categories, tags) = Terms(links, body);
        var original = OriginalLink.Find(PostLinks.Elsewhere(inText, page.Address), body.Credit, part.Title);
        return new()
        {
            Kind = ArticleKind.Post,
            Title = part.Title,
            Body = new Excerpt(MoreLinks.Without(body.Blocks, original)),
            Writers = writers.Count > 0 ? [.. writers] : body.Author is { } author ? [.. WriterNames.Read(author).Select(writer => writer.Name)] : [],
            Published = date ?? body.Posted,
            Language = LanguageOfText.Of(body.Blocks.Select(block => block.Html.ToText())) is { } told && page.Language?.StartsWith(told.Split('-')[0], StringComparison.Ordinal) != true ? told : page.Language,
            Address = PostLinks.Permalink(part, links, page.Address),
            Credit = body.Credit,
            Original = original,
            Categories = [.. categories],
            Tags = [.. tags],
            Truncated = truncated || body.IsTeaser || HasMoreLink(links, page.Address),
        };
    }

    /// <summary>What is read out of a post's text besides the text: its credit above all. What the body finder leaves out may be the credit.</summary>
    public static PostText Text(FoundBody found, string title)
    {
        var blocks = found.CreditLine is { Length: > 0 } credit && !found.Excerpt.Blocks.Any(block => block.Html.ToText().Contains(credit, StringComparison.Ordinal)) ? found.Excerpt.Blocks.Add(Block.Paragraph(credit)) : found.Excerpt.Blocks;
        return PostText.Of(blocks, title);
    }

    private static IElement? TextElement(IElement post) => Descendants.First(post, static element => IsText(element) && NodeText.Of(element, 40).Length > 20);

    private static bool IsText(IElement element)
    {
        if (element.GetAttribute("itemprop") == "articleBody")
        {
            return true;
        }

        var names = element.GetAttribute("class").AsSpan();
        foreach (var name in names.SplitAny(" \t\n\r\f"))
        {
            if (Texts.Contains(names[name]))
            {
                return true;
            }
        }

        return false;
    }

    private static (PostText Text, bool Truncated)? Text(PostPart part, IElement? element, List<string> writers, ScannedPage scanned)
    {
        var hints = new BodyHints(part.Title, Writers: writers, DateTexts: [.. scanned.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Date) && mark.Text.Length is > 5 and < 120 && DatesInText.Find(mark.Text).Count > 0).Select(mark => mark.Text).Distinct(StringComparer.Ordinal)]);
        var found = element is null ? null : BodyFinder.FindIn(element, hints);
        found ??= BodyFinder.FindIn(part.Element, hints);
        return found is null ? null : (Text(found, part.Title), found.Truncated);
    }

    private static PostedDate? Date(ScannedPage scanned, PostPart part, PostPage page)
    {
        var title = new FoundTitle(part.Title, scanned.Marks.Find(mark => mark.Element == part.Heading)?.Line ?? 0, part.Heading);
        var printed = PrintedDates.Find(scanned, title, page.Order).FindAll(day => day.Label != DateLabel.Other && day.Date.IsDay && day.Date.Number <= page.Today.DayNumber + 1);
        var published = printed.Where(day => day.Label != DateLabel.Modified).OrderByDescending(day => day.Trust + (day.IsSeen ? 0 : 1) + (day.Label == DateLabel.Published ? 20 : 0)).ToList();
        if (published.Count > 0)
        {
            // An instant in UTC beside another printed day: the printed one is the blog's.
            var first = published[0].Date;
            return first.IsUtc && !published.Exists(day => day.IsSeen && day.Date.SameDay(first)) && published.Find(day => day.IsSeen && Math.Abs(day.Date.Number - first.Number) == 1) is { IsSeen: true } seen ? seen.Date.ToPosted() : first.ToPosted();
        }

        return Above(part.Element, page) ?? AddressDate.Read(PostLinks.Permalink(part, PostLinks.Of(part.Element, page.Address), page.Address))?.ToPosted();
    }

    // Blogger prints one date above all posts of its day.
    private static PostedDate? Above(IElement post, PostPage page)
    {
        IElement? around = post;
        for (var depth = 0; around?.ParentElement is { } parent && depth < 4; depth++, around = parent)
        {
            var siblings = parent.Children;
            var at = Math.Max(0, siblings.Index(around));
            for (var n = at - 1; n >= Math.Max(0, at - 30); n--)
            {
                if ((siblings[n].LocalName is ['h', _] || ElementWords.HasAny(ElementWords.Of(siblings[n]), "date"))
                    && NodeText.Of(siblings[n], 80) is { Length: < 60 } text && DatesInText.Find(text, page.Order) is [var date, ..])
                {
                    return date.Date.ToPosted();
                }
            }
        }

        return null;
    }

    private static List<string> Writers(ScannedPage scanned, PostPart part)
    {
        var line = scanned.Marks.Find(mark => mark.Element == part.Heading)?.Line ?? 0;
        var marks = scanned.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Writer) && (mark.Zone & (Zone.Comments | Zone.Biography | Zone.Hidden | Zone.Related)) == Zone.None && mark.Text.Length < 120)
            .OrderByDescending(mark => ElementWords.Has(mark.Words, "fn") || mark.Element.GetAttribute("rel")?.Contains("author", StringComparison.Ordinal) == true || ElementWords.HasAny(mark.Words, "author"))
            .ThenBy(mark => Math.Abs(mark.Line - line));
        foreach (var mark in marks.Take(40))
        {
            if (WriterNames.Read(mark.Text) is { Count: > 0 } named)
            {
                return named.ConvertAll(writer => writer.Name);
            }
        }

        foreach (var text in scanned.Lines.Where(other => other.Text.Length < 200 && other.Heading == 0).Select(other => other.Text))
        {
            if (PostedBy().Match(text) is { Success: true } match && WriterNames.Read(match.Groups[1].Value) is { Count: > 0 } named)
            {
                return named.ConvertAll(writer => writer.Name);
            }
        }

        return [];
    }

    private static (List<string> Categories, List<string> Tags) Terms(List<PostLink> links, PostText text)
    {
        var (categories, tags) = (new List<string>(), new List<string>());
        foreach (var link in links.Where(link => link.Text.Length is > 0 and <= 60))
        {
            var rel = link.Element.GetAttribute("rel") ?? "";
            var words = ElementWords.Of(link.Element) + (link.Element.ParentElement is { } parent ? ElementWords.Of(parent) : "");
            if (rel.Contains("category", StringComparison.Ordinal) || ElementWords.HasAny(words, "category", "categories", "cat") || ElementWords.Has(words, "p") && ElementWords.Has(words, "category"))
            {
                categories.Add(link.Text);
            }
            else if (rel.Contains("tag", StringComparison.Ordinal) || ElementWords.HasAny(words, "tags", "tag", "labels", "label"))
            {
                // Old WordPress calls a category a tag; its address tells.
                (link.Address.Contains("/category/", StringComparison.Ordinal) || link.Address.Contains("?cat=", StringComparison.Ordinal) ? categories : tags).Add(link.Text);
            }
            else if (link.Address.Contains("/category/", StringComparison.Ordinal) || link.Address.Contains("/categories/", StringComparison.Ordinal))
            {
                categories.Add(link.Text);
            }
            else if (link.Address.Contains("/search/label/", StringComparison.Ordinal))
            {
                tags.Add(link.Text);
            }
        }

        return (TermsFact.Distinct(categories.Count > 0 ? categories : text.Categories), TermsFact.Distinct(tags.Count > 0 ? tags : text.Tags));
    }

    private static bool HasMoreLink(List<PostLink> links, string? own) => links.Exists(link => (link.Element.ClassList.Contains("more-link") || link.Element.ClassList.Contains("read-more") || link.Text.Length < 120 && MoreLink().IsMatch(link.Text)) && (own is null || PostLinks.IsOwnSite(link.Address, own)));

    [GeneratedRegex(@"^\W{0,3}(?:posted|written|submitted|published|filed)?\s*(?:on .{4,60}?\s)?\bby:?\s+(.{2,60}?)(?:\s+(?:at|on|in|·|\|)\s.{0,120}|\s*[|,·•].{0,120})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostedBy();

    [GeneratedRegex(@"^\W{0,3}(?:continue reading|read (?:more|the rest|on)|keep reading|\(more|weiterlesen|lire la suite|leer más|더 보기|계속 읽기|続きを読む|阅读更多|继续阅读|繼續閱讀)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MoreLink();
}
