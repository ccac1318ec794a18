using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Cuttings.Storage.Search;

/// <summary>Undated ones have the least value; oldest first they still come last.</summary>
internal sealed class DatedFirst : FieldComparerSource
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
