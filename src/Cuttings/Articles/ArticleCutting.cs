using System.Collections.Immutable;
using System.Text.Json;
using Cuttings.Duplicates;
using Cuttings.Importing;
using Cuttings.Sources;

namespace Cuttings.Articles;

/// <summary>
/// Makes a cutting of an article. A post of a digest becomes a published cutting with its own permalink;
/// somebody's whole article becomes a draft whose source, with its text, it is: to be cut at the desk, and never public by itself.
/// </summary>
public static class ArticleCutting
{
    /// <summary>The cutting, as an import takes it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="item">How reports name it.</param>
    /// <param name="format">The format it came in, the first word of its origin: `page`, `feed`, `warc`.</param>
    /// <param name="captured">When its bytes were captured, where that is known.</param>
    /// <param name="digest">The digest of those bytes, `sha-256:` and hex, where they are kept.</param>
    public static Incoming Of(Article article, string item, string format, DateTimeOffset? captured = null, string? digest = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        var cutting = article.Kind == ArticleKind.Post ? Post(article) : Draft(article, captured, digest);
        var host = WebAddress.HostOf(article.Address);
        return new(cutting, item, host.Length == 0 ? format : $"{format} {host}", article.Id ?? article.Address, Missing(article))
        {
            Article = article.Kind == ArticleKind.Article && article.Address is { } address ? CanonicalAddress.Of(address) : null,
        };
    }

    private static Cutting Post(Article article) => new()
    {
        Headline = article.Title,
        Excerpt = article.Body,
        Posted = article.Published,
        Author = article.Byline,
        Categories = article.Categories,
        Tags = article.Tags,
        Language = article.Language,
        Credit = article.Credit,
        Permalink = article.Address,
        Sources = article.Original is { } original ? [new Source { Url = original, Outlet = article.Credit.Outlet, Byline = article.Credit.Byline }] : [],
        Extra = Extra(article),
    };

    private static Cutting Draft(Article article, DateTimeOffset? captured, string? digest) => new()
    {
        Headline = article.Title,
        Excerpt = article.Body,
        Status = CuttingStatus.Draft,
        Posted = article.Published,
        Categories = article.Categories,
        Tags = article.Tags,
        Language = article.Language,
        Credit = article.Credit with { Outlet = article.Credit.Outlet ?? article.Outlet, Byline = article.Credit.Byline ?? article.Byline },
        Sources =
        [
            new Source
            {
                Url = article.Address,
                Title = article.Title,
                Outlet = article.Outlet,
                Byline = article.Byline,
                Published = article.Published,
                Editions = [new Edition { Captured = captured, Digest = digest, Text = Paragraphs(article), Truncated = article.Truncated }],
            },
        ],
        Extra = Extra(article),
    };

    /// <summary>The article's text as an edition keeps it, one string a block.</summary>
    public static ImmutableArray<string> Paragraphs(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return [.. article.Body.Blocks.Select(block => block.Html.ToText())];
    }

    private static ImmutableSortedDictionary<string, string> Extra(Article article)
    {
        var extra = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in new[] { ("standfirst", article.Standfirst), ("modified", article.Modified?.Text) })
        {
            extra = value is null ? extra : extra.Add(key, Json(value));
        }

        return article.Image is not { } image ? extra : extra.Add("image", "{" + string.Join(",", new[] { ("url", image.Address), ("alt", image.Alternative), ("caption", image.Caption) }.Where(part => part.Item2 is not null).Select(part => Json(part.Item1) + ":" + Json(part.Item2!))) + "}");
    }

    private static string Json(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private static List<string> Missing(Article article) =>
    [
        .. new (string Field, bool IsMissing)[]
        {
            ("posted", article.Published is null),
            ("author", article.Kind == ArticleKind.Post && article.Byline is null),
            ("byline", article.Kind == ArticleKind.Article && article.Byline is null),
            // What an article is filed under is for the desk to say.
            ("categories", article.Kind == ArticleKind.Post && article.Categories.IsEmpty),
            ("outlet", article.Outlet is null && article.Credit.Outlet is null),
        }.Where(field => field.IsMissing).Select(field => field.Field),
    ];
}
