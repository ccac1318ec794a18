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

    /// <summary>The numbers that the post's categories, those above them and its author had in the blog.</summary>
    public static IReadOnlyList<(TermKind Kind, string Name, string Id)> IdsOf(WxrItem item, Blog blog)
    {
        var categories = item.Terms.Where(term => term.Domain == "category").SelectMany(term => blog.Above(term.Slug).Prepend((term.Slug, term.Name)));
        var ids = categories.Select(category => (TermKind.Category, category.Item2, Id: blog.CategoryId(category.Item1)));
        return [.. ids.Append((TermKind.Author, blog.Author(item.Creator) ?? "", Id: blog.AuthorId(item.Creator))).Where(term => term.Id.Length > 0).Distinct()];
    }

    private static void Add(List<(TermKind, string, string)> slugs, TermKind kind, string name, string encoded)
    {
        if (PostSlug.Of(encoded.ToLowerInvariant()) is { } slug && slug != Slug.From(name, kind.ToString().ToLowerInvariant()))
        {
            slugs.Add((kind, name, slug));
        }
    }
}
