namespace Cuttings.Duplicates;

/// <summary>64-bit digests, the same on every machine: FNV-1a over code units, mixed at the end as in SplitMix64.</summary>
internal static class Digests
{
    public const ulong Start = 14695981039346656037UL;

    public static ulong With(ulong digest, uint part) => (digest ^ part) * 1099511628211UL;

    public static ulong With(ulong digest, ulong part) => Mixed(digest ^ (part + 0x9E3779B97F4A7C15UL + (digest << 6)));

    /// <summary>Every bit of it depends on every bit.</summary>
    public static ulong Mixed(ulong digest)
    {
        digest = (digest ^ (digest >> 30)) * 0xBF58476D1CE4E5B9UL;
        digest = (digest ^ (digest >> 27)) * 0x94D049BB133111EBUL;
        return digest ^ (digest >> 31);
    }

    public static ulong Of(string text)
    {
        var digest = Start;
        foreach (var sign in text)
        {
            digest = With(digest, (uint)sign);
        }

        return Mixed(digest);
    }
}
