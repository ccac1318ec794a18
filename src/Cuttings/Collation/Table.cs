using System.Numerics;

namespace Cuttings.Collation;

/// <summary>Numbers by digest, in two plain arrays (open addressing): half of what a dictionary takes. Digests are mixed already.</summary>
internal sealed class Table
{
    private ulong[] digests = new ulong[64];
    private int[] values = new int[64];

    public int Count { get; private set; }

    /// <summary>The number kept for a digest, to read or to set; a new one is <paramref name="absent"/>.</summary>
    public ref int Of(ulong digest, int absent)
    {
        // Nought marks an empty place.
        digest = digest == 0 ? 1 : digest;
        if (Count * 4 >= digests.Length * 3)
        {
            Grow();
        }

        var at = Find(digest);
        if (digests[at] == 0)
        {
            digests[at] = digest;
            values[at] = absent;
            Count++;
        }

        return ref values[at];
    }

    /// <summary>The number kept for a digest, or another one where there is none.</summary>
    public int Get(ulong digest, int absent)
    {
        var at = Find(digest == 0 ? 1 : digest);
        return digests[at] == 0 ? absent : values[at];
    }

    private int Find(ulong digest)
    {
        var mask = digests.Length - 1;
        var at = (int)((digest * 0x9E3779B97F4A7C15UL) >> (64 - BitOperations.Log2((uint)digests.Length)));
        while (digests[at] != 0 && digests[at] != digest)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Grow()
    {
        var (old, numbers) = (digests, values);
        (digests, values) = (new ulong[2 * old.Length], new int[2 * old.Length]);
        for (var n = 0; n < old.Length; n++)
        {
            if (old[n] != 0)
            {
                var at = Find(old[n]);
                (digests[at], values[at]) = (old[n], numbers[n]);
            }
        }
    }
}
