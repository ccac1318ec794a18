namespace Cuttings.Collation;

/// <summary>Numbers for the words of the cutting; a word of the source that is not among them has none, since it can match nothing.</summary>
internal sealed class Keys
{
    private readonly Table known = new();

    /// <summary>The number of a word, a new one where it is new.</summary>
    public int Add(ReadOnlySpan<char> word) => known.Of(Spelling.Digest(word), known.Count);

    /// <summary>The number of a word, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => known.Get(Spelling.Digest(word), -1);

    public int Count => known.Count;
}
