using Lucene.Net.Index;
using Lucene.Net.Search;
using LuceneQuery = Lucene.Net.Search.Query;

namespace Cuttings.Storage.Search;

/// <summary>What matched: the best entries, how many in all, how many of each facet value, and whether time ran out.</summary>
internal sealed record Matches(IReadOnlyList<int> Best, int Total, int[] Counts, bool Partial);

/// <summary>Runs a query over the segments, by relevance on all cores at once.</summary>
internal static class Matching
{
    // Below this, one core is done before a second has begun.
    private const int WorthSharing = 50_000;

    public static Matches Of(DirectoryReader reader, LuceneQuery query, Sort? order, int wanted, int ordinals, Func<AtomicReader, SegmentFacets> facets, TimeSpan limit)
    {
        Weight weight;
        try
        {
            weight = new IndexSearcher(reader).CreateNormalizedWeight(query);
        }
        catch (BooleanQuery.TooManyClausesException)
        {
            return new([], 0, new int[ordinals], true);
        }

        if (order is not null)
        {
            var sorted = TopFieldCollector.Create(order, wanted, false, false, false, true);
            var counted = new FacetCounter(ordinals, facets, limit);
            var late = Run(weight, reader.Leaves, MultiCollector.Wrap(sorted, counted));
            return new([.. sorted.GetTopDocs().ScoreDocs.Select(hit => hit.Doc)], counted.Total, counted.Counts, late);
        }

        var shares = Shares(reader);
        var parts = new (ScoreDoc[] Best, FacetCounter Counter, bool Late)[shares.Count];
        if (shares.Count == 1)
        {
            Share(0);
        }
        else
        {
            Parallel.For(0, shares.Count, Share);
        }

        var counts = parts[0].Counter.Counts;
        foreach (var part in parts.Skip(1))
        {
            for (var n = 0; n < counts.Length; n++)
            {
                counts[n] += part.Counter.Counts[n];
            }
        }

        var best = parts.SelectMany(part => part.Best).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc).Take(wanted).Select(hit => hit.Doc);
        return new([.. best], parts.Sum(part => part.Counter.Total), counts, parts.Any(part => part.Late));

        void Share(int n)
        {
            var top = TopScoreDocCollector.Create(wanted, true);
            var counter = new FacetCounter(ordinals, facets, limit);
            var late = Run(weight, shares[n], MultiCollector.Wrap(top, counter));
            parts[n] = (top.GetTopDocs().ScoreDocs, counter, late);
        }
    }

    private static bool Run(Weight weight, IEnumerable<AtomicReaderContext> segments, ICollector collector)
    {
        try
        {
            foreach (var segment in segments)
            {
                collector.SetNextReader(segment);
                weight.GetBulkScorer(segment, !collector.AcceptsDocsOutOfOrder, segment.AtomicReader.LiveDocs)?.Score(collector);
            }

            return false;
        }
        catch (OutOfTimeException)
        {
            return true;
        }
    }

    // The largest segment goes to whoever has least so far.
    private static List<List<AtomicReaderContext>> Shares(DirectoryReader reader)
    {
        var hands = reader.MaxDoc < WorthSharing ? 1 : Math.Clamp(Math.Min(Environment.ProcessorCount, reader.Leaves.Count), 1, 8);
        var shares = Enumerable.Range(0, hands).Select(_ => new List<AtomicReaderContext>()).ToList();
        var sizes = new long[hands];
        foreach (var segment in reader.Leaves.OrderByDescending(leaf => leaf.AtomicReader.MaxDoc))
        {
            var least = Array.IndexOf(sizes, sizes.Min());
            shares[least].Add(segment);
            sizes[least] += segment.AtomicReader.MaxDoc;
        }

        return shares;
    }
}
