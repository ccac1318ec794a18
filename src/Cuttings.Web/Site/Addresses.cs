using System.Text;
using Cuttings.Listing;
using Cuttings.Vocabulary;
using Cuttings.Web.Api;
using Cuttings.Web.Citations;
using Cuttings.Web.Feeds;
using Cuttings.Web.Site.Collation;
using Cuttings.Web.Site.Sources;
using Microsoft.AspNetCore.Http;

namespace Cuttings.Web.Site;

/// <summary>Which page answers which address.</summary>
internal static class Addresses
{
    public static async ValueTask<Answer> AnswerAsync(Context context, string query, CancellationToken cancel)
    {
        var path = context.Path.Length > 1 ? context.Path.TrimEnd('/') : "/";
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // WordPress on servers that could not rewrite: /index.php/2020/09/slug/, /index.php?p=12
        if (parts is ["index.php", .. var behind])
        {
            return Answer.Moved(Context.Encoded("/" + string.Join('/', behind)) + query);
        }

        var answer = await OneAsync(context, path, parts, cancel);
        if (answer is not null)
        {
            return answer;
        }

        if (await FormerAsync(context, query, cancel) is { } former)
        {
            return former;
        }

        // WordPress: /category/parent/child/
        if (parts is ["category", _, _, ..] && await NestedAsync(context, parts, cancel) is { } nested)
        {
            return nested;
        }

        // WordPress: /2020/09/slug/
        if (parts.Length == 3 && parts[0].Length == 4 && parts[0].All(char.IsAsciiDigit) && await context.Archive.FindBySlugAsync(parts[2], cancel) is { } found)
        {
            return Answer.Moved(Context.Encoded("/cutting/" + found.Cutting.Slug));
        }

        // WordPress: /2020/09/27/ is within its month here.
        return parts.Length == 3 && ListOf(parts) is ({ Kind: ListKind.Month } month, [{ Length: 2 } day]) && int.TryParse(day, out var number) && number is > 0 and <= 31
            ? Answer.Moved(Context.Encoded(month.Path))
            : await ErrorPage.NotFoundAsync(context, cancel);
    }

    private static async ValueTask<Answer?> NestedAsync(Context context, string[] parts, CancellationToken cancel)
    {
        var end = parts is [.., "page", _] ? parts.Length - 2 : parts is [.., "feed"] ? parts.Length - 1 : parts.Length;
        return end > 2 && await context.Archive.TermAsync(TermKind.Category, parts[end - 1], cancel) is { } term && await IsPublicAsync(context, ListKind.Category, term, cancel)
            ? Answer.Moved(Context.Encoded(string.Join('/', ["/category", term.Slug, .. parts[end..]])))
            : null;
    }

    // A term's name stands in the address that an old one leads to: not where only drafts bear it.
    private static async ValueTask<bool> IsPublicAsync(Context context, ListKind kind, Term term, CancellationToken cancel) =>
        await context.Archive.ListAsync(new(new(kind, term.Slug), 1), cancel) is { Total: > 0 };

    // The address that a cutting had before it came here; letters of other scripts stand encoded in it.
    private static async ValueTask<Answer?> FormerAsync(Context context, string query, CancellationToken cancel)
    {
        var address = new PathString(context.Path).ToUriComponent() + query;
        var number = context.Path == "/" && (context.Query["p"].FirstOrDefault() ?? context.Query["page_id"].FirstOrDefault()) is { Length: > 0 and < 20 } id && id.All(char.IsAsciiDigit) ? id : null;
        var slug = await context.Archive.SlugByPermalinkAsync(address, cancel) ?? (number is null ? null : await context.Archive.SlugByForeignAsync("wordpress", number, cancel));
        if (slug is not null)
        {
            return Answer.Moved(Context.Encoded("/cutting/" + slug));
        }

        return await context.Archive.IsWithdrawnFormerAsync(address, number, cancel) ? await ErrorPage.GoneAsync(context, cancel) : null;
    }

    private static async ValueTask<Answer?> OneAsync(Context context, string path, string[] parts, CancellationToken cancel)
    {
        switch (path)
        {
            case "/healthz": return Answer.Text("{\"status\":\"ok\"}", "application/json");
            case "/robots.txt": return Answer.Text($"User-agent: *\nDisallow: /search\nDisallow: /source/*/edition/*/page\nSitemap: {context.Absolute("/sitemap.xml")}\n", "text/plain; charset=utf-8");
            case "/opensearch.xml": return Discovery.OpenSearch(context);
            case "/sitemap.xml": return await Discovery.SitemapAsync(context, cancel);
            case "/search": return await SearchPage.AnswerAsync(context, cancel);
            case "/search/feed": return await FeedWriter.SearchAsync(context, "rss", cancel);
            case "/search/feed/atom": return await FeedWriter.SearchAsync(context, "atom", cancel);
            case "/search/feed.json": return await FeedWriter.SearchAsync(context, "json", cancel);
            case "/search/citations.ris" or "/search/citations.bib" or "/search/citations.csl.json": return await CitationWriter.SearchAsync(context, path["/search/citations.".Length..], cancel);
            case "/about" or "/privacy" or "/takedown" or "/evidence": return await WordsPage.AnswerAsync(context, path[1..], cancel);
            case "/categories" or "/outlets" or "/authors" or "/tags": return await TermsPage.AnswerAsync(context, path[1..], cancel);
            case "/checked": return await CheckedPage.AnswerAsync(context, cancel);
            // WordPress's own: its search, its lists, its feed.
            case "/" when context.Query["s"].FirstOrDefault() is { Length: > 0 } words: return Answer.Moved("/search?q=" + Uri.EscapeDataString(words));
            case "/" when FormerLists.AreAsked(context.Query): return await FormerLists.AnswerAsync(context, cancel);
            case "/" when context.Query["feed"].FirstOrDefault() is "rss2" or "rss" or "rdf": return Answer.Moved("/feed");
            case "/" when context.Query["feed"].FirstOrDefault() == "atom": return Answer.Moved("/feed/atom");
            case "/" when context.Query.ContainsKey("p") || context.Query.ContainsKey("page_id"): return null;
        }

        if (parts is ["api", "v1", .. var asked])
        {
            return await ApiAnswers.AnswerAsync(context, asked, cancel);
        }

        if (parts is ["cutting", var collated, "collation" or "collation.json"])
        {
            return await CollationAsync(context, collated, parts[2], cancel);
        }

        if (parts is ["source", .. var below])
        {
            return await SourceAddresses.AnswerAsync(context, below, cancel);
        }

        if (parts is ["cutting", var slug])
        {
            return await CuttingAsync(context, slug, cancel);
        }

        var (list, rest) = ListOf(parts);
        if (list is not { } key)
        {
            return null;
        }

        // The address of a term that was merged, or had another one before it came here.
        if (key.Kind is ListKind.Category or ListKind.Tag or ListKind.Outlet or ListKind.Author && await context.Archive.TermAsync(Enum.Parse<TermKind>(key.Kind.ToString()), key.Key, cancel) is { } term && term.Slug != key.Key && await IsPublicAsync(context, key.Kind, term, cancel))
        {
            return Answer.Moved(Context.Encoded(string.Join('/', ["/" + parts[0], term.Slug, .. rest])));
        }

        return rest switch
        {
            [] => await ListPages.AnswerAsync(context, key, null, cancel),
            ["feed"] => await FeedWriter.AnswerAsync(context, key, "rss", cancel),
            ["feed", "rss" or "rss2" or "rdf"] => Answer.Moved(Context.Encoded(key.Path.TrimEnd('/') + "/feed")),
            ["feed", "atom"] => await FeedWriter.AnswerAsync(context, key, "atom", cancel),
            ["feed.json"] => await FeedWriter.AnswerAsync(context, key, "json", cancel),
            ["citations.ris" or "citations.bib" or "citations.csl.json"] => await CitationWriter.ListAsync(context, key, rest[0][10..], cancel),
            ["page", var number] when int.TryParse(number, out var page) && page is > 0 and < 100_000 => await ListPages.AnswerAsync(context, key, page, cancel),
            _ => null,
        };
    }

    private static (ListKey? List, string[] After) ListOf(string[] parts) => parts switch
    {
        ["category", var slug, .. var rest] => (new(ListKind.Category, slug), rest),
        ["tag", var slug, .. var rest] => (new(ListKind.Tag, slug), rest),
        ["outlet", var slug, .. var rest] => (new(ListKind.Outlet, slug), rest),
        ["author", var slug, .. var rest] => (new(ListKind.Author, slug), rest),
        ["undated", .. var rest] => (new(ListKind.Undated), rest),
        [{ Length: 4 } year, { Length: 2 } month, .. var rest] when year.All(char.IsAsciiDigit) && int.TryParse(month, out var m) && m is >= 1 and <= 12 => (new(ListKind.Month, $"{year}-{month}"), rest),
        [{ Length: 4 } year, .. var rest] when year.All(char.IsAsciiDigit) => (new(ListKind.Year, year), rest),
        _ => (ListKey.All, parts),
    };

    private static async ValueTask<Answer?> CollationAsync(Context context, string slug, string form, CancellationToken cancel)
    {
        if (await context.Archive.FindBySlugAsync(slug, cancel) is { } found)
        {
            return form == "collation" ? await CollationPage.AnswerAsync(context, found, cancel) : await CollationPage.JsonAsync(context, found, cancel);
        }

        return await context.Archive.IsWithdrawnAsync(slug, cancel) ? await ErrorPage.GoneAsync(context, cancel) : null;
    }

    private static async ValueTask<Answer?> CuttingAsync(Context context, string slug, CancellationToken cancel)
    {
        foreach (var form in new[] { ".csl.json", ".json", ".ris", ".bib" })
        {
            if (!slug.EndsWith(form, StringComparison.Ordinal))
            {
                continue;
            }

            if (await context.Archive.FindBySlugAsync(slug[..^form.Length], cancel) is { } cited)
            {
                return CitationWriter.One(context, cited, form, await Entry.DisplayAsync(context, cancel));
            }

            if (await context.Archive.IsWithdrawnAsync(slug[..^form.Length], cancel))
            {
                return await ErrorPage.GoneAsync(context, cancel);
            }
        }

        if (await context.Archive.FindBySlugAsync(slug, cancel) is { } found)
        {
            return await CuttingPage.AnswerAsync(context, found, cancel);
        }

        return await context.Archive.IsWithdrawnAsync(slug, cancel) ? await ErrorPage.GoneAsync(context, cancel) : null;
    }
}
