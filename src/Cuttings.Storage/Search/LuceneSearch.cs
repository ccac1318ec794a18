using System.Runtime.CompilerServices;
using System.Globalization;
using Cuttings.Archiving;
using Cuttings.Listing;
using Cuttings.Searching;
using Cuttings.Vocabulary;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Query = Cuttings.Searching.Query;
using Term = Cuttings.Vocabulary.Term;

namespace Cuttings.Storage.Search;

/// <summary>The search index beside the archive: derived, disposable, and following the archive's revisions.</summary>
public sealed partial class LuceneSearch : ISearch
{
    // A new form of the index is a new number: older ones are built anew.
    private const string Form = "2";
    private const int Batch = 2000;

    // Megabytes. Segments of even size let all cores search at once.
    private const double LargestSegment = 256;
    private const int MostAtOnce = 8;

    // Bytes.
    private const long SmallIndex = 64 << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private readonly IArchive archive;
    private readonly string folder;
    private readonly SemaphoreSlim updating = new(1, 1);
    private readonly SemaphoreSlim searching = new(MostAtOnce, MostAtOnce);
    private readonly ConditionalWeakTable<object, SegmentFacets> facets = [];
    private volatile Opened? opened;
    private volatile Named? named;

    private LuceneSearch(IArchive archive)
    {
        this.archive = archive;
        folder = Path.Combine(archive.FilesFolder, "index");
    }

    /// <summary>Opens the index of an archive; it is made, or healed, by <see cref="CatchUpAsync"/>.</summary>
    public static ValueTask<LuceneSearch> OpenAsync(IArchive archive, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new LuceneSearch(archive));
    }

    /// <inheritdoc />
    public async ValueTask<SearchResult> SearchAsync(SearchRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await searching.WaitAsync(cancel);
        try
        {
            var parsed = QueryParser.Parse(request.Query);
            if (opened is null)
            {
                await ReopenAsync(cancel);
            }

            var index = opened;
            if (index is null || !index.Reader.TryIncRef())
            {
                return Nothing(request, parsed);
            }

            try
            {
                return await SearchAsync(index, request, parsed, cancel);
            }
            catch (Exception error) when (IsDamage(error))
            {
                // Found only while reading: made anew, then asked once more.
                await RebuildAsync(null, cancel);
                return opened is { } healed ? await SearchAsync(healed, request, parsed, cancel) : Nothing(request, parsed);
            }
            finally
            {
                index.Reader.DecRef();
            }
        }
        finally
        {
            searching.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask CatchUpAsync(IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        await updating.WaitAsync(cancel);
        try
        {
            var last = await archive.LastRevisionAsync(cancel);
            if (opened?.Revision == last && Applied() == last)
            {
                return;
            }

            await using (await LockAsync(cancel))
            {
                await BringUpAsync(last, progress, cancel);
            }

            await ReopenAsync(cancel);
        }
        catch (IOException error)
        {
            throw new CuttingsException(ErrorKind.Storage, $"The search index at {folder} could not be written: {error.Message}", error);
        }
        finally
        {
            updating.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask RebuildAsync(IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        await updating.WaitAsync(cancel);
        try
        {
            await using var alone = await LockAsync(cancel);
            Discard();
        }
        finally
        {
            updating.Release();
        }

        await CatchUpAsync(progress, cancel);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Damage> CheckAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await CatchUpAsync(null, cancel);
        if (Applied() is not null && !IsSound(long.MaxValue))
        {
            yield return new("index", "its files are damaged; run reindex");
            yield break;
        }

        var indexed = new HashSet<long>();
        if (opened is { } index)
        {
            foreach (var leaf in index.Reader.Leaves)
            {
                var numbers = leaf.AtomicReader.GetNumericDocValues(Entry.Number);
                var live = leaf.AtomicReader.LiveDocs;
                for (var entry = 0; entry < leaf.AtomicReader.MaxDoc; entry++)
                {
                    if (live?.Get(entry) != false && !indexed.Add(numbers.Get(entry)))
                    {
                        yield return new("index", $"it holds cutting number {numbers.Get(entry)} twice");
                    }
                }
            }
        }

        await foreach (var cutting in archive.ReadAllAsync(all: false, cancel))
        {
            if (!indexed.Remove(cutting.Number))
            {
                yield return new("index", $"it lacks cutting {cutting.Cutting.Id}; run reindex");
            }
        }

        foreach (var number in indexed)
        {
            yield return new("index", $"it holds cutting number {number}, which is not published; run reindex");
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        opened?.Dispose();
        opened = null;
        updating.Dispose();
        searching.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SearchResult Nothing(SearchRequest request, ParsedQuery parsed) => new()
    {
        Query = request.Query,
        Understood = QueryWords.Of(parsed.Query),
        Total = 0,
        Hits = [],
        Facets = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal),
        Notes = parsed.Notes,
    };

    private static Sort? Order(SearchSort sort) => sort switch
    {
        SearchSort.Newest => new Sort(new SortField(Entry.Posted, SortFieldType.INT64, true), new SortField(Entry.Number, SortFieldType.INT64)),
        SearchSort.Oldest => new Sort(new SortField(Entry.Posted, new DatedFirst(), false), new SortField(Entry.Number, SortFieldType.INT64)),
        _ => null,
    };

    private async ValueTask<SearchResult> SearchAsync(Opened index, SearchRequest request, ParsedQuery parsed, CancellationToken cancel)
    {
        var terms = await TermsAsync(cancel);
        var query = Translation.Of(parsed.Query, (kind, name) => (terms.GetValueOrDefault((kind, name)) ?? terms.GetValueOrDefault((kind, TermName.Fold(name))))?.Slug);
        var skip = Math.Clamp(request.Skip, 0, 1000);
        var matches = Matching.Of(index.Reader, query, Order(request.Sort), skip + Math.Clamp(request.Limit, 1, 100), index.Ordinals.Count, FacetsOf, Limit);
        var found = matches.Best.Skip(skip).Select(entry => NumberOf(index.Reader, entry)).ToList();
        var marks = Translation.Terms(parsed.Query).Distinct().ToList();
        var hits = (await archive.ByNumbersAsync(found, cancel))
            .Select(cutting => new SearchHit(cutting, Snippet.Whole(cutting.Headline, marks), Snippet.Of(Excerpts.Excerpt.FromHtml(cutting.ExcerptHtml).ToText(), marks)))
            .ToList();
        return new()
        {
            Query = request.Query,
            Understood = QueryWords.Of(parsed.Query),
            Total = Math.Max(0, matches.Total - (found.Count - hits.Count)),
            Hits = hits,
            Facets = FacetLists.Of(index.Ordinals, matches.Counts, terms),
            Suggestion = matches.Total == 0 && !matches.Partial ? await SuggestAsync(index.Reader, parsed.Query, request.Query, cancel) : null,
            Notes = parsed.Notes,
            Partial = matches.Partial,
        };
    }

    // The index knows stems; readers are told a word that stands in a cutting.
    private async ValueTask<string?> SuggestAsync(DirectoryReader reader, Query query, string typed, CancellationToken cancel)
    {
        var better = typed;
        foreach (var (word, stem) in Suggestion.Of(reader, query))
        {
            if (Suggestion.Holder(reader, stem) is { } entry && (await archive.ByNumbersAsync([NumberOf(reader, entry)], cancel)) is [var cutting])
            {
                var text = cutting.Headline + " " + Excerpts.Excerpt.FromHtml(cutting.ExcerptHtml).ToText();
                var spelled = Search.Words.Of(text).Where(token => token.Term == stem).Select(token => text[token.Start..token.End].ToLowerInvariant()).FirstOrDefault();
                better = better.Replace(word, spelled ?? stem, StringComparison.Ordinal);
            }
        }

        return better == typed ? null : better;
    }

    // The names that a query may use, as they stand at the archive's present revision.
    private async ValueTask<Dictionary<(TermKind, string), Term>> TermsAsync(CancellationToken cancel)
    {
        var revision = await archive.LastRevisionAsync(cancel);
        if (named is { } known && known.Revision == revision)
        {
            return known.Terms;
        }

        var terms = new Dictionary<(TermKind, string), Term>();
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            foreach (var count in await archive.TermsAsync(kind, cancel))
            {
                terms[(kind, count.Term.Slug)] = count.Term;
                terms.TryAdd((kind, TermName.Fold(count.Term.Name)), count.Term);
            }
        }

        named = new(revision, terms);
        return terms;
    }

    private sealed record Named(long Revision, Dictionary<(TermKind, string), Term> Terms);

    private static long NumberOf(DirectoryReader reader, int doc)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(doc, reader.Leaves)];
        return leaf.AtomicReader.GetNumericDocValues(Entry.Number).Get(doc - leaf.DocBase);
    }

    private SegmentFacets FacetsOf(AtomicReader reader)
    {
        lock (facets)
        {
            return facets.GetValue(reader.CoreCacheKey, _ => SegmentFacets.Load(reader));
        }
    }

    private sealed record Opened(FSDirectory Directory, DirectoryReader Reader, Ordinals Ordinals, long Revision) : IDisposable
    {
        // A search that still runs holds its own reference to the reader.
        public void Dispose() => Reader.Dispose();
    }
}
