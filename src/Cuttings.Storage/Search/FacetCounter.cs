using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Cuttings.Storage.Search;

/// <summary>Facet ordinals of one segment, flat in memory: the values of entry d stand from Starts[d] to Starts[d + 1].</summary>
internal sealed record SegmentFacets(int[] Starts, int[] Values)
{
    public static SegmentFacets Load(AtomicReader reader)
    {
        var starts = new int[reader.MaxDoc + 1];
        var values = new List<int>(reader.MaxDoc * 6);
        var column = reader.GetBinaryDocValues(Entry.Facets);
        var bytes = new BytesRef();
        for (var entry = 0; entry < reader.MaxDoc; entry++)
        {
            if (column is not null)
            {
                column.Get(entry, bytes);
                for (var n = 0; n + 4 <= bytes.Length; n += 4)
                {
                    values.Add(BitConverter.ToInt32(bytes.Bytes, bytes.Offset + n));
                }
            }

            starts[entry + 1] = values.Count;
        }

        return new(starts, [.. values]);
    }
}

/// <summary>Counts every match and its facets in one pass.</summary>
internal sealed class FacetCounter(int ordinals, Func<AtomicReader, SegmentFacets> facets, TimeSpan limit) : ICollector
{
    private readonly long end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
    private int[] starts = [];
    private int[] values = [];

    public int[] Counts { get; } = new int[ordinals];

    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        (starts, values) = facets(context.AtomicReader);
    }

    public void Collect(int doc)
    {
        // The clock is looked at once in a thousand matches.
        if ((++Total & 1023) == 0 && Environment.TickCount64 > end)
        {
            throw new OutOfTimeException();
        }

        var counts = Counts;
        for (var n = starts[doc]; n < starts[doc + 1]; n++)
        {
            counts[values[n]]++;
        }
    }
}

/// <summary>The query took too long; what was found until then is partial.</summary>
internal sealed class OutOfTimeException : Exception;
