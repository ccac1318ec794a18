using System.Collections.Immutable;
using Cuttings.Vocabulary;

namespace Cuttings.Import.WordPress;

/// <summary>How a post is filed.</summary>
/// <param name="Categories">Its own categories, then those above them: a parent's archive shows its children's posts.</param>
/// <param name="Tags">Its tags, and the terms of taxonomies that a plugin or theme added.</param>
/// <param name="Language">The language that a multilingual plugin files it under.</param>
internal readonly record struct PostTerms(ImmutableArray<string> Categories, ImmutableArray<string> Tags, string? Language)
{
    public static PostTerms Of(WxrItem item, Blog blog)
    {
        var (categories, above, tags, bare) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        string? language = null;
        foreach (var (domain, slug, name) in item.Terms)
        {
            switch (domain)
            {
                case "category":
                    categories.Add(name);
                    above.AddRange(blog.Above(slug).Select(category => category.Name));
                    break;
                // Polylang: the slug is the language.
                case "language" when LanguageTag.TryParse(slug, out var tag):
                    language ??= tag;
                    break;
                case "post_format" or "post_translations" or "term_translations" or "nav_menu" or "post_status" or "author" or "wp_theme":
                    break;
                case "":
                    bare.Add(name);
                    break;
                default:
                    tags.Add(name);
                    break;
            }
        }

        // WXR 1.0 lists each term twice, once without saying what it is.
        return new(Distinct(categories.Count == 0 && tags.Count == 0 ? bare : [.. categories, .. above]), Distinct(tags), language);
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string> names) => [.. names.DistinctBy(TermName.Fold, StringComparer.Ordinal)];
}
