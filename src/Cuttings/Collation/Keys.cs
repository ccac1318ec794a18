namespace Cuttings.Collation;

/// <summary>Numbers for the words of the cutting; a word of the source that is not among them has none, since it can match nothing.</summary>
internal sealed class Keys
{
    private readonly Dictionary<ulong, int> known = [];

    /// <summary>The number of a word, a new one where it is new.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var digest = Spelling.Digest(word);
        if (!known.TryGetValue(digest, out var key))
        {
            key = known.Count;
            known.Add(digest, key);
        }

        return key;
    }

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => known.GetValueOrDefault(Spelling.Digest(word), -1);

    public int Count => known.Count;
}
