using System.Numerics;

namespace Cuttings.DuplicateBench;

/// <summary>SimHash of 64 bits, at most 3 of which may differ, found by 4 tables of 16 bits (Charikar 2002; Manku, Jain and Das Sarma 2007).</summary>
internal sealed class SimHashTable : IMethod
{
    private const int Tables = 4;
    private const int Most = 3;
    private readonly List<ulong> signatures = [];
    private readonly Dictionary<int, List<int>> tables = [];

    public string Name => "SimHash, 64 bits, 3 may differ";

    public int BytesOfSignature => sizeof(ulong);

    public void Add(ulong[] shingles)
    {
        var signature = Signature(shingles);
        for (var table = 0; table < Tables; table++)
        {
            var key = Key(signature, table);
            if (!tables.TryGetValue(key, out var members))
            {
                tables[key] = members = new(1);
            }

            members.Add(signatures.Count);
        }

        signatures.Add(signature);
    }

    public List<int> Find(ulong[] shingles)
    {
        var signature = Signature(shingles);
        var found = new HashSet<int>();
        for (var table = 0; table < Tables; table++)
        {
            found.UnionWith((tables.GetValueOrDefault(Key(signature, table)) ?? []).Where(other => BitOperations.PopCount(signature ^ signatures[other]) <= Most));
        }

        return [.. found];
    }

    private static int Key(ulong signature, int table) => (table << 16) | (int)((signature >> (16 * table)) & 0xFFFF);

    private static ulong Signature(ulong[] shingles)
    {
        var votes = new int[64];
        foreach (var shingle in shingles)
        {
            for (var bit = 0; bit < 64; bit++)
            {
                votes[bit] += ((shingle >> bit) & 1) == 0 ? -1 : 1;
            }
        }

        var signature = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            signature |= votes[bit] > 0 ? 1UL << bit : 0;
        }

        return signature;
    }
}
