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
public sealed class LuceneSearch : ISearch
{
    // A new form of the index is a new number: older ones are built anew.
    private const string Form = "1";
    private const int Batch = 2000;
    private const int MostAtOnce = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private readonly IArchive archive;
    private readonly string folder;
    private readonly SemaphoreSlim updating = new(1, 1);
    private readonly SemaphoreSlim searching = new(MostAtOnce, MostAtOnce);
    private readonly ConditionalWeakTable<object, SegmentFacets> facets = [];
    private volatile Opened? opened;

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
            var applied = Applied();
            if (applied == last && opened?.Revision == last)
            {
                return;
            }

            if (applied is null || applied > last)
            {
                Discard();
                applied = 0;
            }

            if (applied < last)
            {
                try
                {
                    await ApplyAsync(applied.Value, progress, cancel);
                }
                catch (Exception error) when (error is IOException or CorruptIndexException or IndexOutOfRangeException or ArgumentException && applied > 0)
                {
                    Discard();
                    await ApplyAsync(0, progress, cancel);
                }
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

    private static Sort Order(SearchSort sort) => sort switch
    {
        SearchSort.Newest => new Sort(new SortField(Entry.Posted, SortFieldType.INT64, true), new SortField(Entry.Number, SortFieldType.INT64)),
        SearchSort.Oldest => new Sort(new SortField(Entry.Posted, new DatedFirst(), false), new SortField(Entry.Number, SortFieldType.INT64)),
        _ => Sort.RELEVANCE,
    };

    private async ValueTask<SearchResult> SearchAsync(Opened index, SearchRequest request, ParsedQuery parsed, CancellationToken cancel)
    {
        var terms = new Dictionary<(TermKind, string), Term>();
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            foreach (var count in await archive.TermsAsync(kind, cancel))
            {
                terms[(kind, count.Term.Slug)] = count.Term;
                terms.TryAdd((kind, TermName.Fold(count.Term.Name)), count.Term);
            }
        }

        var query = Translation.Of(parsed.Query, (kind, name) => (terms.GetValueOrDefault((kind, name)) ?? terms.GetValueOrDefault((kind, TermName.Fold(name))))?.Slug);
        var searcher = new IndexSearcher(index.Reader);
        var counter = new FacetCounter(index.Ordinals.Count, FacetsOf, Limit);
        var wanted = Math.Clamp(request.Skip, 0, 1000) + Math.Clamp(request.Limit, 1, 100);
        var top = request.Sort == SearchSort.Relevance
            ? (ICollector)TopScoreDocCollector.Create(wanted, true)
            : TopFieldCollector.Create(Order(request.Sort), wanted, false, false, false, true);
        var partial = false;
        try
        {
            searcher.Search(query, MultiCollector.Wrap(top, counter));
        }
        catch (OutOfTimeException)
        {
            partial = true;
        }
        catch (BooleanQuery.TooManyClausesException)
        {
            partial = true;
        }

        var found = (top is TopScoreDocCollector scored ? scored.GetTopDocs() : ((TopFieldCollector)top).GetTopDocs()).ScoreDocs.Skip(request.Skip).Select(hit => NumberOf(index.Reader, hit.Doc)).ToList();
        var marks = Translation.Terms(parsed.Query).Distinct().ToList();
        var hits = (await archive.ByNumbersAsync(found, cancel))
            .Select(cutting => new SearchHit(cutting, Snippet.Of(Excerpts.Excerpt.FromHtml(cutting.ExcerptHtml).ToText(), marks)))
            .ToList();
        return new()
        {
            Query = request.Query,
            Understood = QueryWords.Of(parsed.Query),
            Total = Math.Max(0, counter.Total - (found.Count - hits.Count)),
            Hits = hits,
            Facets = Facets(index.Ordinals, counter.Counts, terms),
            Suggestion = counter.Total == 0 && !partial ? Suggest(index.Reader, parsed.Query, request.Query) : null,
            Notes = parsed.Notes,
            Partial = partial,
        };
    }

    private static Dictionary<string, IReadOnlyList<FacetCount>> Facets(Ordinals ordinals, int[] counts, Dictionary<(TermKind, string), Term> terms)
    {
        var named = new Dictionary<string, List<FacetCount>>(StringComparer.Ordinal);
        for (var n = 0; n < counts.Length; n++)
        {
            if (counts[n] == 0)
            {
                continue;
            }

            var parts = ordinals[n].Split(':', 2);
            var (name, kind) = parts[0] switch { "category" => ("category", TermKind.Category), "outlet" => ("outlet", TermKind.Outlet), "author" => ("author", TermKind.Author), "tag" => ("tag", TermKind.Tag), "lang" => ("language", (TermKind?)null), _ => ("year", null) };
            var label = kind is { } known && terms.TryGetValue((known, parts[1]), out var term) ? term.Name : parts[1];
            if (!named.TryGetValue(name, out var values))
            {
                named[name] = values = [];
            }

            values.Add(new(parts[1], label, counts[n]));
        }

        return named.ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetCount>)(facet.Key == "year" ? [.. facet.Value.OrderBy(value => int.Parse(value.Value))] : [.. facet.Value.OrderByDescending(value => value.Count).ThenBy(value => value.Label, StringComparer.Ordinal)]),
            StringComparer.Ordinal);
    }

    private static long NumberOf(DirectoryReader reader, int doc)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(doc, reader.Leaves)];
        return leaf.AtomicReader.GetNumericDocValues(Entry.Number).Get(doc - leaf.DocBase);
    }

    private static string? Suggest(DirectoryReader reader, Query query, string typed)
    {
        if (query is not (Query.Word { IsPrefix: false } or Query.All) || MultiFields.GetTerms(reader, Entry.Text) is not { } dictionary)
        {
            return null;
        }

        var words = query is Query.All all ? all.Parts.OfType<Query.Word>().Select(word => word.Text).ToList() : [((Query.Word)query).Text];
        var suggestion = typed;
        foreach (var word in words)
        {
            var term = new Lucene.Net.Index.Term(Entry.Text, Search.Words.Stem(word));
            if (reader.DocFreq(term) > 0 || term.Text.Length < 3)
            {
                continue;
            }

            var near = new FuzzyTermsEnum(dictionary, new AttributeSource(), term, 2, 1, true);
            var (best, most) = ((string?)null, 0);
            while (near.MoveNext())
            {
                if (near.DocFreq > most)
                {
                    (best, most) = (near.Term.Utf8ToString(), near.DocFreq);
                }
            }

            if (best is not null)
            {
                suggestion = suggestion.Replace(word, best, StringComparison.Ordinal);
            }
        }

        return suggestion == typed ? null : suggestion;
    }

    private SegmentFacets FacetsOf(AtomicReader reader)
    {
        lock (facets)
        {
            return facets.GetValue(reader.CoreCacheKey, _ => SegmentFacets.Load(reader));
        }
    }

    // The last revision that the index on disk has applied; null where there is no sound index of this form.
    private long? Applied()
    {
        try
        {
            using var directory = FSDirectory.Open(folder);
            if (!DirectoryReader.IndexExists(directory))
            {
                return null;
            }

            using var reader = DirectoryReader.Open(directory);
            return reader.IndexCommit.UserData is { } data && data.TryGetValue("form", out var form) && form == Form && data.TryGetValue("revision", out var revision) && data.ContainsKey("ordinals")
                ? long.Parse(revision, CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception error) when (error is IOException or CorruptIndexException or IndexOutOfRangeException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private void Discard()
    {
        opened?.Dispose();
        opened = null;
        if (System.IO.Directory.Exists(folder))
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private async ValueTask ApplyAsync(long since, IProgress<long>? progress, CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(folder);
        using var directory = FSDirectory.Open(folder);
        var ordinals = since == 0 ? new Ordinals() : Read(directory);
        var language = (await archive.SettingsAsync(cancel)).Language;
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new Lucene.Net.Analysis.Core.KeywordAnalyzer()) { RAMBufferSizeMB = 48, WriteLockTimeout = 60_000, OpenMode = since == 0 ? Lucene.Net.Index.OpenMode.CREATE : Lucene.Net.Index.OpenMode.CREATE_OR_APPEND });
        var seen = since;
        while (await archive.ChangesAsync(seen, Batch, cancel) is { Count: > 0 } changes)
        {
            foreach (var change in changes)
            {
                var key = new Lucene.Net.Index.Term(Entry.NumberTerm, change.Number.ToString(CultureInfo.InvariantCulture));
                if (since > 0 || change.Cutting is null || change.Cutting.Revision != change.Sequence)
                {
                    writer.DeleteDocuments(key);
                }

                if (change.Cutting is not null && change.Cutting.Revision <= change.Sequence)
                {
                    writer.AddDocument(Entry.Of(change.Cutting, language, ordinals.Of));
                }
                else if (change.Cutting is not null && change.Cutting.Revision > change.Sequence)
                {
                    // A later change of it follows.
                    writer.DeleteDocuments(key);
                }
            }

            seen = changes.Max(change => change.Sequence);
            progress?.Report(seen - since);
        }

        writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = Form, ["revision"] = seen.ToString(CultureInfo.InvariantCulture), ["ordinals"] = ordinals.Write() });
        writer.Commit();
    }

    private static Ordinals Read(FSDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        return Ordinals.Read(reader.IndexCommit.UserData["ordinals"]);
    }

    private async ValueTask ReopenAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        if (Applied() is not { } revision)
        {
            return;
        }

        var before = opened;
        var directory = MMapDirectory.Open(folder);
        var reader = before is not null && DirectoryReader.OpenIfChanged(before.Reader) is { } changed ? changed : DirectoryReader.Open(directory);
        opened = new Opened(directory, reader, Ordinals.Read(reader.IndexCommit.UserData["ordinals"]), revision);
        before?.Dispose();
    }

    private sealed record Opened(FSDirectory Directory, DirectoryReader Reader, Ordinals Ordinals, long Revision) : IDisposable
    {
        // A search that still runs holds its own reference to the reader.
        public void Dispose() => Reader.Dispose();
    }

    // Undated ones have the least value; oldest first they still come last.
    private sealed class DatedFirst : FieldComparerSource
    {
        public override FieldComparer NewComparer(string fieldname, int numHits, int sortPos, bool reversed) => new Comparer(numHits, fieldname);

        private sealed class Comparer(int hits, string field) : FieldComparer<J2N.Numerics.Int64>
        {
            private readonly long[] values = new long[hits];
            private NumericDocValues? column;
            private long bottom;
            private long top;

            public override J2N.Numerics.Int64 this[int slot] => values[slot];

            public override int Compare(int slot1, int slot2) => values[slot1].CompareTo(values[slot2]);

            public override int CompareBottom(int doc) => bottom.CompareTo(Value(doc));

            public override int CompareTop(int doc) => top.CompareTo(Value(doc));

            public override void Copy(int slot, int doc) => values[slot] = Value(doc);

            public override void SetBottom(int slot) => bottom = values[slot];

            public override void SetTopValue(J2N.Numerics.Int64 value) => top = value.ToInt64();

            public override FieldComparer SetNextReader(AtomicReaderContext context)
            {
                column = context.AtomicReader.GetNumericDocValues(field);
                return this;
            }

            private long Value(int doc) => column?.Get(doc) is { } value && value != Entry.Undated ? value : long.MaxValue;
        }
    }
}
