namespace Cuttings.Listing;

/// <summary>Which cuttings a list holds.</summary>
public enum ListKind
{
    /// <summary>All published cuttings.</summary>
    All,

    /// <summary>Those of a category.</summary>
    Category,

    /// <summary>Those of a tag.</summary>
    Tag,

    /// <summary>Those of an outlet.</summary>
    Outlet,

    /// <summary>Those of an author.</summary>
    Author,

    /// <summary>Those whose posted date touches a year.</summary>
    Year,

    /// <summary>Those whose posted date touches a month.</summary>
    Month,

    /// <summary>Those without a posted date.</summary>
    Undated,
}

/// <summary>One list of the archive.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">The term's slug; `2020` for a year, `2020-09` for a month, else empty.</param>
public readonly record struct ListKey(ListKind Kind, string Key = "")
{
    /// <summary>All published cuttings.</summary>
    public static ListKey All { get; } = new(ListKind.All);

    /// <summary>The site-relative address of the list, without query: `/`, `/category/china`, `/2020/09`, `/undated`. Not percent-encoded.</summary>
    public string Path => Kind switch
    {
        ListKind.All => "/",
        ListKind.Year => "/" + Key,
        ListKind.Month => "/" + Key.Replace('-', '/'),
        ListKind.Undated => "/undated",
        _ => $"/{Kind.ToString().ToLowerInvariant()}/{Key}",
    };
}

/// <summary>A place in a list, for keyset paging; written in addresses as `sort.number`.</summary>
/// <param name="Sort">Ascending in display order: minus the earliest second since 1970 of a dated cutting; undated ones come after all dated ones.</param>
/// <param name="Number">The cutting's number; breaks ties.</param>
public readonly record struct ListPosition(long Sort, long Number)
{
    /// <inheritdoc />
    public override string ToString() => $"{Sort}.{Number}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out ListPosition position)
    {
        position = default;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 1 || !long.TryParse(text.AsSpan(0, dot), out var sort) || !long.TryParse(text.AsSpan(dot + 1), out var number))
        {
            return false;
        }

        position = new(sort, number);
        return true;
    }
}

/// <summary>A stretch of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Total">How many cuttings the whole list holds, those that stand under another included.</param>
/// <param name="Cuttings">The cuttings, in display order.</param>
/// <param name="Previous">Where the page before begins to end: read with <see cref="ListRequest.Before"/>; null on the first page.</param>
/// <param name="Next">Where the next page goes on: read with <see cref="ListRequest.After"/>; null on the last page.</param>
public sealed record ListPage(ListKey List, int Total, IReadOnlyList<ListedCutting> Cuttings, ListPosition? Previous, ListPosition? Next);

/// <summary>Which stretch of a list is wanted: after a place, before a place, or by skipping (the old site's page numbers).</summary>
public sealed record ListRequest(ListKey List, int Length)
{
    /// <summary>Go on after this place.</summary>
    public ListPosition? After { get; init; }

    /// <summary>The last ones that stand before this place.</summary>
    public ListPosition? Before { get; init; }

    /// <summary>Whether copies of a story, which pages show under its first ("also in"), come in their own places as well: for machines, which want all.</summary>
    public bool WithCopies { get; init; }

    /// <summary>How many to leave out at the start; only for addresses of an old site.</summary>
    public int Skip { get; init; }
}
