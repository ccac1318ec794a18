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
    /// <summary>Reads a whole page; never throws, whatever the text.</summary>
    /// <param name="text">The page, LF or CRLF.</param>
    /// <param name="name">How reports name the file.</param>
    public static SavedPage Read(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new PageLines(text);
        var posts = Posts.Find(lines);
        // A category that stands above the first headline is the whole page's.
        var category = Enumerable.Range(0, posts.Count == 0 ? lines.Count : posts[0].Headline).Select(line => lines[line].Category).FirstOrDefault(found => found is not null);
        var cuttings = new List<Incoming>();
        foreach (var post in posts)
        {
            if (Read(lines, post, category, name) is { } cutting)
            {
                cuttings.Add(cutting);
            }
        }

        return new(cuttings, lines.Report());
    }

    private static Incoming? Read(PageLines lines, Post post, string? category, string name)
    {
        var body = new List<int>();
        var (posted, author, credited, tags) = (Posts.DateAbove(lines, post), (string?)null, new List<string>(), new List<string>());
        // Below a post's own foot, and below the first widget, nothing is its text.
        var (header, foot, widget) = (false, false, false);
        for (var line = post.Headline + 1; line < post.End; line++)
        {
            var found = lines[line];
            widget |= found.Kind == LineKind.Widget;
            if (found.Kind == LineKind.Text && !widget && !foot)
            {
                body.Add(line);
            }
            else if (found.Kind is LineKind.PostHeader or LineKind.PostFooter or LineKind.PageTitle && !widget)
            {
                if (foot && found.Name == "date")
                {
                    continue;
                }

                // A date among the last lines belongs to the credit above it, not to the post.
                if (found.Name == "date" && body.Count > 0 && (header || body.Count > 1))
                {
                    body.Add(line);
                    continue;
                }

                header |= found.Kind == LineKind.PostHeader;
                posted ??= found.Posted;
                author ??= found.Author;
                credited.AddRange(Names(found.Categories ?? found.Category));
                foot |= found.Kind is LineKind.PostFooter or LineKind.PageTitle && body.Count > 0;
                tags.AddRange(Names(found.Tags));
            }
        }

        // A headline with nothing below it is a menu's, or a cutting that only names its source.
        if (body.Count == 0)
        {
            return null;
        }

        lines.Mark(post.Headline, "headline");
        var credit = PostCredit.Take(lines, body);
        var blocks = Body.Read(lines, body);
        if (blocks.Count == 0)
        {
            return null;
        }

        var suggested = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (credit.Credit.Printed is null && CreditReader.IsName(lines.Trimmed(body[^1])) && lines.Length(body[^1]) <= 40 && body.Count > 1)
        {
            // A bare name at the end looks like a credit; only an editor can say so.
            suggested = suggested.Add("credit", lines.Trimmed(body[^1]));
        }

        var cutting = new Cutting
        {
            Headline = lines.Trimmed(post.Headline),
            Excerpt = new Excerpt(blocks),
            Posted = posted,
            Author = author,
            Categories = [.. (category is null ? credited : credited.Prepend(category)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Tags = [.. tags.Distinct(StringComparer.OrdinalIgnoreCase)],
            Credit = credit.Credit,
            Sources = credit.Source is { } source ? [source] : [],
            Suggested = suggested,
        };
        return new(cutting, $"{name} line {post.Headline + 1}", $"saved-page {category}".TrimEnd(), null, Missing(cutting));
    }

    private static List<string> Missing(Cutting cutting) =>
    [
        .. new (string Field, bool IsMissing)[]
        {
            ("posted", cutting.Posted is null),
            ("author", cutting.Author is null),
            ("categories", cutting.Categories.IsEmpty),
            ("credit", cutting.Credit.Printed is null),
            ("outlet", cutting.Credit.Outlet is null),
        }.Where(field => field.IsMissing).Select(field => field.Field),
    ];

    private static string[] Names(string? list) => list?.Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
