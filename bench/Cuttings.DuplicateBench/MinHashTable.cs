namespace Cuttings.DuplicateBench;

/// <summary>MinHash of 64 permutations in 16 bands of 4 (Broder 1997; Indyk and Motwani 1998), as most write it. It finds texts of which half of all shingles are shared.</summary>
internal sealed class MinHashTable : IMethod
{
    private const int Permutations = 64;
    private const int Rows = 4;
    private const double Enough = 0.25;
    private readonly List<uint[]> signatures = [];
    private readonly Dictionary<(int Band, ulong Rows), List<int>> bands = [];

    public string Name => "MinHash, 64 permutations, 16 bands of 4";

    public int BytesOfSignature => Permutations * sizeof(uint);

    public void Add(ulong[] shingles)
    {
        var signature = Signature(shingles);
        foreach (var band in Bands(signature))
        {
            if (!bands.TryGetValue(band, out var members))
            {
                bands[band] = members = new(1);
            }

            members.Add(signatures.Count);
        }

        signatures.Add(signature);
    }

    public List<int> Find(ulong[] shingles)
    {
        var signature = Signature(shingles);
        var found = new HashSet<int>();
        foreach (var band in Bands(signature))
        {
            found.UnionWith(bands.GetValueOrDefault(band) ?? []);
        }

        return [.. found.Where(other => Alike(signature, signatures[other]) >= Enough)];
    }

    private static double Alike(uint[] one, uint[] other)
    {
        var same = 0;
        for (var n = 0; n < Permutations; n++)
        {
            same += one[n] == other[n] ? 1 : 0;
        }

        return (double)same / Permutations;
    }

    private static IEnumerable<(int, ulong)> Bands(uint[] signature)
    {
        for (var band = 0; band < Permutations / Rows; band++)
        {
            var digest = 0UL;
            for (var row = 0; row < Rows; row++)
            {
                digest = Methods.Mixed(digest ^ signature[(band * Rows) + row]);
            }

            yield return (band, digest);
        }
    }

    private static uint[] Signature(ulong[] shingles)
    {
        var least = new uint[Permutations];
        Array.Fill(least, uint.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var n = 0; n < Permutations; n++)
            {
                least[n] = Math.Min(least[n], (uint)(Methods.Mixed(shingle + ((ulong)n * 0x9E3779B97F4A7C15UL)) >> 32));
            }
        }

        return least;
    }
}
