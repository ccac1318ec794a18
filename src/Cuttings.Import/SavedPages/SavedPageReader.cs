using System.Collections.Immutable;
using Cuttings.Credits;
using Cuttings.Excerpts;
using Cuttings.Importing;

namespace Cuttings.Import.SavedPages;

/// <summary>
/// Reads a blog's archive page or single post as a text extractor leaves it: one line a paragraph, furniture between.
/// Every line is kept in a cutting or listed as furniture; what cannot be told is left empty and named.
/// </summary>
public static class SavedPageReader
{
    private const int LongestName = 80;

    /// <summary>Reads a whole page; never throws, whatever the text.</summary>
    /// <param name="text">The page, LF or CRLF.</param>
    /// <param name="name">How reports name the file.</param>
    public static SavedPage Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new PageLines(text);
        var posts = Posts.Find(lines).ConvertAll(post => PostLines.Of(lines, post));
        // A category that stands above the first headline is the whole page's.
        var category = Enumerable.Range(0, posts.Count == 0 ? lines.Count : posts[0].Post.Headline).Select(line => lines[line].Category).FirstOrDefault(found => found is not null);
        var dates = posts.Where(post => post.Date is not null).Select(post => DateShape.Of(lines.Trimmed(post.Date!.Value))).ToHashSet(StringComparer.Ordinal);
        var (cuttings, kept, beside) = (new List<Incoming>(), new List<PostLines>(), new List<ReadItem>());
        foreach (var post in posts)
        {
            if (Read(lines, post, category, dates, name) is var (cutting, doubt))
            {
                cuttings.Add(cutting);
                kept.Add(post);
                if (doubt is not null)
                {
                    beside.Add(ReadItem.Noted(cutting.Item, $"It may be more than one post: {doubt}. Its credit is left to be told."));
                }
            }
        }

        if (kept.Count > 0 && Strays.Of(lines, kept, name) is { } strays)
        {
            beside.Add(strays);
        }

        return new(cuttings, lines.Report(), beside);
    }

    private static (Incoming Cutting, string? Doubt)? Read(PageLines lines, PostLines post, string? category, HashSet<string> dates, string name)
    {
        // A headline with nothing below it is a menu's, or a cutting that only names its source.
        if (post.Body.Count == 0)
        {
            return null;
        }

        if (!post.IsUntitled)
        {
            lines.Mark(post.Post.Headline, "headline");
        }

        var body = post.Body.ToList();
        var credit = PostCredit.Take(lines, body);
        var suggested = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        var doubt = Doubts.Why(lines, body, credit, dates);
        if (doubt is not null)
        {
            // Nobody's words are given another's credit: all lines stay, and an editor decides.
            suggested = credit.Credit.Printed is { } printed ? suggested.Add("credit", printed) : suggested;
            (body, credit) = (post.Body, new PostCredit());
        }
        else if (credit.Credit.Printed is null && CreditReader.IsName(lines.Trimmed(body[^1])) && lines.Length(body[^1]) <= 40 && body.Count > 1)
        {
            // A bare name at the end looks like a credit; only an editor can say so.
            suggested = suggested.Add("credit", lines.Trimmed(body[^1]));
        }

        var blocks = Body.Read(lines, body);
        if (blocks.Count == 0)
        {
            return null;
        }

        var excerpt = new Excerpt(blocks);
        var cutting = new Cutting
        {
            Headline = (post.IsUntitled ? OpeningWords.Of(excerpt, LongestName) : null) ?? lines.Trimmed(post.Post.Headline),
            Excerpt = excerpt,
            Posted = post.Posted,
            Author = post.Author,
            Categories = [.. (category is null ? post.Categories : post.Categories.Prepend(category)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Tags = [.. post.Tags.Distinct(StringComparer.OrdinalIgnoreCase)],
            Credit = credit.Credit,
            Sources = credit.Source is { } source ? [source] : [],
            Suggested = suggested,
        };
        return (new(cutting, $"{name} line {post.Post.Headline + 1}", $"saved-page {category}".TrimEnd(), null, Missing(cutting, post, doubt)), doubt);
    }

    private static List<string> Missing(Cutting cutting, PostLines post, string? doubt) =>
    [
        .. new (string Field, bool IsMissing)[]
        {
            ("headline", post.IsUntitled),
            ("posted", cutting.Posted is null),
            ("author", cutting.Author is null),
            ("categories", cutting.Categories.IsEmpty),
            ("credit", cutting.Credit.Printed is null),
            ("outlet", cutting.Credit.Outlet is null),
            ("end", doubt is not null),
        }.Where(field => field.IsMissing).Select(field => field.Field),
    ];
}
