using Cuttings.Vocabulary;

namespace Cuttings.Import.WordPress;

/// <summary>The addresses that the archives of a post's categories and tags, and of its author, had in the blog, where they are not made from the names.</summary>
internal static class PostTermSlugs
{
    public static IReadOnlyList<(TermKind Kind, string Name, string Slug)> Of(WxrItem item, Blog blog)
    {
        var slugs = new List<(TermKind, string, string)>();
        foreach (var (domain, slug, name) in item.Terms)
        {
            if (domain is "category" or "post_tag" or "tag")
            {
                Add(slugs, domain == "category" ? TermKind.Category : TermKind.Tag, name, slug);
            }

            foreach (var (aboveSlug, aboveName) in domain == "category" ? blog.Above(slug) : [])
            {
                Add(slugs, TermKind.Category, aboveName, aboveSlug);
            }
        }

        if (blog.Author(item.Creator) is { } author)
        {
            Add(slugs, TermKind.Author, author, item.Creator);
        }

        return slugs;
    }

    private static void Add(List<(TermKind, string, string)> slugs, TermKind kind, string name, string encoded)
    {
        if (PostSlug.Of(encoded.ToLowerInvariant()) is { } slug && slug != Slug.From(name, kind.ToString().ToLowerInvariant()))
        {
            slugs.Add((kind, name, slug));
        }
    }
}
