using System.Globalization;
using Cuttings.Listing;
using Cuttings.Vocabulary;
using Microsoft.AspNetCore.Http;

namespace Cuttings.Web.Site;

/// <summary>The plain addresses that WordPress's lists had: `/?cat=12`, `/?author=3`, `/?m=202405`, `/?tag=herring`, `/?category_name=ports/ferries`, `/?author_name=ilund`, each with `&amp;paged=2` or `&amp;feed=rss2`, and `/?paged=2`. They lead to the list here where the public sees one.</summary>
internal static class FormerLists
{
    private const int LongestNumber = 19;
    private const int LongestName = 200;
    private static readonly string[] Asked = ["cat", "author", "m", "tag", "category_name", "author_name", "paged"];

    /// <summary>Whether an address of the front page asks for such a list.</summary>
    public static bool AreAsked(IQueryCollection query) => Asked.Any(query.ContainsKey);

    /// <summary>Leads there; null where there is no such list.</summary>
    public static async ValueTask<Answer?> AnswerAsync(Context context, CancellationToken cancel)
    {
        var query = context.Query;
        if (Named(query) is { } path)
        {
            return Answer.Moved(Context.Encoded(path + After(query)));
        }

        var list = query.ContainsKey("cat") ? await TermAsync(context, ListKind.Category, query["cat"].FirstOrDefault(), cancel)
            : query.ContainsKey("author") ? await TermAsync(context, ListKind.Author, query["author"].FirstOrDefault(), cancel)
            : query.ContainsKey("m") ? await TimeAsync(context, query["m"].FirstOrDefault(), cancel)
            : After(query).Length > 0 ? ListKey.All : null;
        return list is { } found ? Answer.Moved(Context.Encoded(found.Path.TrimEnd('/') + After(query))) : null;
    }

    // The list itself says whether there is one of that name, also under the slug that it had.
    private static string? Named(IQueryCollection query)
    {
        foreach (var (name, list) in new[] { ("tag", "/tag/"), ("category_name", "/category/"), ("author_name", "/author/") })
        {
            if (query[name].FirstOrDefault() is { Length: > 0 and < LongestName } slug && slug.IndexOfAny(['?', '.', '\\']) < 0 && slug.Trim('/') is { Length: > 0 } plain)
            {
                return list + plain;
            }
        }

        return null;
    }

    private static async ValueTask<ListKey?> TermAsync(Context context, ListKind kind, string? number, CancellationToken cancel)
    {
        if (number is not { Length: > 0 and <= LongestNumber } || !number.All(char.IsAsciiDigit))
        {
            return null;
        }

        foreach (var term in await context.Archive.TermsByForeignAsync(Enum.Parse<TermKind>(kind.ToString()), "wordpress", number, cancel))
        {
            // The name in the address is told of no category or author that only hidden cuttings bear.
            var list = new ListKey(kind, term.Slug);
            if (await IsPublicAsync(context, list, cancel))
            {
                return list;
            }
        }

        return null;
    }

    // `2024`, `202405`, `20240503`, and with the time of day; a day leads to its month.
    private static async ValueTask<ListKey?> TimeAsync(Context context, string? time, CancellationToken cancel)
    {
        if (time is not { Length: >= 4 and <= 14 } || !time.All(char.IsAsciiDigit) || time.Length is 5 or 7)
        {
            return null;
        }

        var list = time.Length == 4 ? new ListKey(ListKind.Year, time) : new ListKey(ListKind.Month, $"{time[..4]}-{time[4..6]}");
        return await IsPublicAsync(context, list, cancel) ? list : null;
    }

    private static async ValueTask<bool> IsPublicAsync(Context context, ListKey list, CancellationToken cancel) => await context.Archive.ListAsync(new(list, 1), cancel) is { Total: > 0 };

    private static string After(IQueryCollection query) =>
        query["feed"].FirstOrDefault() is { Length: > 0 } feed ? feed == "atom" ? "/feed/atom" : "/feed"
        : int.TryParse(query["paged"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? $"/page/{page}"
        : "";
}
