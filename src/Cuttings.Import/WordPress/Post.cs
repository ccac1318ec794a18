using System.Collections.Immutable;
using System.Text.Json;
using Cuttings.Credits;
using Cuttings.Excerpts;
using Cuttings.Import.Html;
using Cuttings.Import.SavedPages;
using Cuttings.Import.WordPress.Content;
using Cuttings.Importing;
using Cuttings.Sources;

namespace Cuttings.Import.WordPress;

/// <summary>A post on its way to a cutting.</summary>
internal static class Post
{
    private const int LongestHeadline = 90;

    /// <summary>Makes the cutting; null where there is neither title nor text.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.BadInput"/> where its text cannot be kept.</exception>
    public static Incoming? Read(WxrItem item, Blog blog, string name, string? image, LeftOut leftOut)
    {
        var address = AddressOf(item, blog);
        var html = PostHtml.Read(item.Content, Uri.TryCreate(address ?? blog.Address, UriKind.Absolute, out var uri) ? uri : null);
        leftOut.Reused += html.Reused;
        leftOut.Captions += html.Dropped.Count;
        var lines = new BlockLines(Trimmed([.. ExcerptSanitizer.Sanitize(html.Html).Blocks], html.HasRules));
        var credit = PostCredit.Take(lines);
        var blocks = Trimmed(lines.Rest(), html.HasRules);
        var title = Plain(item.Title);
        if (title.Length == 0 && blocks.Count == 0)
        {
            return null;
        }

        var original = new PostLinks(blog.Address ?? address).Original(lines.Taken, blocks, credit.Credit.Outlet is not null) ?? Original(item);
        blocks = MoreLinks.Without(blocks, original);
        var terms = PostTerms.Of(item, blog);
        var cutting = new Cutting
        {
            Headline = title.Length > 0 ? title : HeadOf(blocks[0].Html.ToText()),
            Excerpt = new Excerpt(blocks),
            Slug = PostSlug.Of(item.Slug),
            Status = PostKinds.StatusOf(item),
            Posted = PostDate.Of(item),
            Author = blog.Author(item.Creator),
            Categories = terms.Categories,
            Tags = terms.Tags,
            Language = terms.Language ?? blog.Language,
            Credit = credit.Credit,
            Permalink = address,
            Sources = Sources(credit, original),
            Extra = Extra(item, address, image),
            Suggested = Suggested(credit, blocks),
        };
        return new(cutting, name, blog.Origin, item.Id.Length > 0 ? item.Id : null, Missing(cutting, title)) { TermSlugs = PostTermSlugs.Of(item, blog), TermIds = PostTermSlugs.IdsOf(item, blog) };
    }

    private static string? AddressOf(WxrItem item, Blog blog)
    {
        foreach (var text in new[] { item.Link, item.Guid })
        {
            if (WebAddress.TryParse(text, out var address))
            {
                return address;
            }
        }

        return blog.Address is { } home && item.Id.Length > 0 && item.Id.All(char.IsAsciiDigit) ? $"{home}/?p={item.Id}" : null;
    }

    private static string? Original(WxrItem item) => WebAddress.TryParse(item.Original, out var address) ? address : null;

    // A rule parts; above the first and below the last paragraph there is nothing to part.
    private static List<Block> Trimmed(List<Block> blocks, bool hasRules)
    {
        while (hasRules && blocks.Count > 0 && IsRule(blocks[^1]))
        {
            blocks.RemoveAt(blocks.Count - 1);
        }

        while (hasRules && blocks.Count > 0 && IsRule(blocks[0]))
        {
            blocks.RemoveAt(0);
        }

        return blocks;
    }

    private static bool IsRule(Block block) => block.Html.Markup == "* * *";

    private static string Plain(string html) =>
        (html.AsSpan().IndexOfAny('<', '&') < 0 ? html : ExcerptSanitizer.Sanitize(html).ToText()).ReplaceLineEndings(" ").Trim();

    private static string HeadOf(string text)
    {
        var line = text.Trim().Split('\n')[0];
        var end = line.Length <= LongestHeadline ? line.Length : line.LastIndexOf(' ', LongestHeadline);
        end = end <= 0 ? LongestHeadline - (char.IsHighSurrogate(line[LongestHeadline - 1]) ? 1 : 0) : end;
        return end == line.Length ? line : line[..end].TrimEnd(',', ';', ' ') + " …";
    }

    private static ImmutableArray<Source> Sources(PostCredit credit, string? original) => (credit.Source, original) switch
    {
        (null, null) => [],
        ({ } source, _) => [source with { Url = original }],
        _ => [new Source { Url = original, Outlet = credit.Credit.Outlet, Byline = credit.Credit.Byline }],
    };

    private static ImmutableSortedDictionary<string, string> Suggested(PostCredit credit, List<Block> blocks)
    {
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        // A bare name at the end looks like a credit; only an editor can say so.
        return credit.Credit.Printed is null && blocks.Count > 1 && blocks[^1].Html.ToText().Trim() is { Length: <= 40 } last && CreditReader.IsName(last) ? none.Add("credit", last) : none;
    }

    private static ImmutableSortedDictionary<string, string> Extra(WxrItem item, string? address, string? image)
    {
        var extra = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        var pairs = new (string Key, string? Value)[]
        {
            ("guid", WebAddress.TryParse(item.Guid, out var guid) && guid != address ? guid : null),
            ("standfirst", Plain(item.Summary) is { Length: > 0 } summary ? summary : null),
            // What a reader of the blog did not see, an editor should know before publishing.
            (FormerStanding.Key, item.HasPassword ? FormerStanding.Password : item.Status is "publish" && item.Type is "post" ? null : $"{item.Status} {item.Type}".Trim()),
        };
        foreach (var (key, value) in pairs)
        {
            extra = value is null ? extra : extra.Add(key, Json(value));
        }

        return image is null ? extra : extra.Add("image", $"{{\"url\":{Json(image)}}}");
    }

    private static string Json(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private static List<string> Missing(Cutting cutting, string title) =>
    [
        .. new (string Field, bool IsMissing)[]
        {
            ("headline", title.Length == 0),
            ("body", cutting.Excerpt.Blocks.IsEmpty),
            ("posted", cutting.Posted is null),
            ("author", cutting.Author is null),
            ("categories", cutting.Categories.IsEmpty),
            ("credit", cutting.Credit.Printed is null),
            ("outlet", cutting.Credit.Outlet is null),
        }.Where(field => field.IsMissing).Select(field => field.Field),
    ];
}
