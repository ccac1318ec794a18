using Cuttings.Listing;
using Cuttings.Vocabulary;

namespace Cuttings.Searching;

/// <summary>In which order hits come.</summary>
public enum SearchSort
{
    /// <summary>Best first.</summary>
    Relevance,

    /// <summary>By posted date, newest first, undated last.</summary>
    Newest,

    /// <summary>By posted date, oldest first, undated last.</summary>
    Oldest,
}

/// <summary>What is searched for.</summary>
/// <param name="Query">As the reader typed it.</param>
public sealed record SearchRequest(string Query)
{
    /// <summary>The order.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>How many hits to leave out, at most 1,000.</summary>
    public int Skip { get; init; }

    /// <summary>How many hits, 1 to 100.</summary>
    public int Limit { get; init; } = 10;
}

/// <summary>One hit.</summary>
/// <param name="Cutting">The cutting.</param>
/// <param name="Headline">The headline as HTML, hits inside mark elements, everything else encoded.</param>
/// <param name="Snippet">At most two lines of HTML, hits inside mark elements, everything else encoded.</param>
public sealed record SearchHit(ListedCutting Cutting, string Headline, string Snippet);

/// <summary>One value of a facet.</summary>
/// <param name="Value">What to write after the field word: a slug, a year, a language.</param>
/// <param name="Label">What readers see.</param>
/// <param name="Count">Exact number of matching cuttings.</param>
public sealed record FacetCount(string Value, string Label, int Count);

/// <summary>What was found.</summary>
public sealed record SearchResult
{
    /// <summary>The query as typed.</summary>
    public required string Query { get; init; }

    /// <summary>The query as understood, in words.</summary>
    public required string Understood { get; init; }

    /// <summary>How many cuttings match.</summary>
    public required int Total { get; init; }

    /// <summary>The hits.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Facets by name: category, outlet, author, year, language; most frequent first, years in order.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>A query that would find something, where this one found nothing; else null.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Parts of the query that were read otherwise than typed, each a sentence (`before: needs a date`).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>True where the query was cut short: say "partial results".</summary>
    public bool Partial { get; init; }
}

/// <summary>The search over one archive. Derived and disposable; it follows the archive's revisions.</summary>
public interface ISearch : IAsyncDisposable
{
    /// <summary>Searches what is published. Withdrawn cuttings are never among the hits.</summary>
    ValueTask<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancel = default);

    /// <summary>Applies what changed since the index's last revision; heals an index that is missing, damaged or newer than the archive by rebuilding it.</summary>
    ValueTask CatchUpAsync(IProgress<long>? progress = null, CancellationToken cancel = default);

    /// <summary>Builds the index anew.</summary>
    ValueTask RebuildAsync(IProgress<long>? progress = null, CancellationToken cancel = default);

    /// <summary>Names every published cutting that the index lacks, and every entry without one.</summary>
    IAsyncEnumerable<Archiving.Damage> CheckAsync(CancellationToken cancel = default);
}
