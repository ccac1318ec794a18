using Cuttings.Import.Pages.Facts;

namespace Cuttings.Import.Pages.Posts;

/// <summary>What a page is.</summary>
internal enum PageKind
{
    /// <summary>One article, or one post.</summary>
    Article,

    /// <summary>Several posts.</summary>
    Posts,

    /// <summary>Headlines that lead to articles.</summary>
    Listing,
}

/// <summary>Tells an article from several posts and from a list of headlines.</summary>
internal static class PageKinds
{
    private static readonly string[] BlogPrograms = ["wordpress", "blogger", "movable type", "typepad", "tumblr", "ghost", "drupal", "jekyll", "hugo", "textpattern", "hexo", "serendipity", "expressionengine", "squarespace", "wix", "b2evolution", "livejournal", "medium"];

    public static bool IsBlog(ScannedPage page)
    {
        var generator = page.Meta("generator") ?? "";
        return BlogPrograms.Any(program => generator.Contains(program, StringComparison.OrdinalIgnoreCase));
    }

    public static PageKind Of(ScannedPage page, LinkedData linked, LinkedArticle? main, List<PostPart> parts, string? address, out int headlines)
    {
        headlines = Headlines(page);
        var isSingle = IsSingle(page, main);
        var isHome = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsolutePath.Trim('/').Length == 0 && uri.Query.Length == 0;
        var whole = parts.FindAll(part => part.Weight >= 10);
        if (!isSingle && whole.Count >= 2 && ArePosts(page, whole))
        {
            return PageKind.Posts;
        }

        if (isSingle && !isHome)
        {
            return PageKind.Article;
        }

        var isList = linked.Listed >= 6 || headlines >= (isHome ? 5 : 8);
        return isList && LongestText(page) < (isHome ? 200 : 100) ? PageKind.Listing : PageKind.Article;
    }

    private static bool IsSingle(ScannedPage page, LinkedArticle? main)
    {
        if (ElementWords.HasAny(page.BodyWords, "archive", "blog", "category", "tag", "paged") && !ElementWords.HasAny(page.BodyWords, "single", "postid"))
        {
            return false;
        }

        return ElementWords.HasAny(page.BodyWords, "single", "postid", "item") && !ElementWords.Has(page.BodyWords, "home")
            || page.Meta("og:type")?.Contains("article", StringComparison.OrdinalIgnoreCase) == true
            || page.Meta("article:published_time") is not null
            || main is { IsPart: false, Published: not null };
    }

    // Whole posts of a blog; not one article among boxes, not a front page's teasers.
    private static bool ArePosts(ScannedPage page, List<PostPart> whole)
    {
        var weights = whole.Select(part => part.Weight).Order().ToList();
        var median = weights[weights.Count / 2];
        if (weights[^1] > 0.8 * weights.Sum() && median < 40)
        {
            return false;
        }

        var named = whole.Count(part => part.Element.ClassList.Any(name => name is "hentry" or "h-entry" or "post" or "post-outer" or "blog-post" or "entry" or "blogbody" or "node") || part.Element.LocalName == "article" && part.Element.ClassList.Contains("post"));
        var isBlog = IsBlog(page) || named * 2 > whole.Count || ElementWords.HasAny(page.BodyWords, "archive", "blog");
        return isBlog ? median >= 18 : median >= 60;
    }

    // Teasers stand each beside its linked headline; an article goes on without one.
    private static int LongestText(ScannedPage page)
    {
        var (longest, run) = (0, 0);
        foreach (var line in page.Lines)
        {
            if ((line.Zone & (Zone.Hidden | Zone.Footer | Zone.Comments)) != Zone.None)
            {
                continue;
            }

            var weight = line.Weight;
            var isLink = line.Linked * 10 > line.Text.Length * 6;
            run = isLink && weight >= 3 ? 0 : isLink || weight < 8 ? run : run + weight;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // Linked headings, outside of menus, that say more than a section's name.
    private static int Headlines(ScannedPage page)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in page.Lines.Where(line => (line.Zone & (Zone.Navigation | Zone.Comments | Zone.Hidden)) == Zone.None && line.Linked * 10 > line.Text.Length * 6 && line.Weight >= 4).Take(2000))
        {
            titles.Add(line.Text);
        }

        return titles.Count;
    }
}
