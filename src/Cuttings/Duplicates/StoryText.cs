namespace Cuttings.Duplicates;

/// <summary>
/// What a text is compared by: its tokens (words; single characters of Hangul, Hanzi and Kana) folded by NFKC, case and apostrophes, and the shingles that begin at each of them.
/// A shingle is as many tokens as weigh enough together: three long words, five small ones, four Hanzi, six syllables of Hangul or Kana.
/// </summary>
public sealed class StoryText
{
    private StoryText(StoryTokens tokens)
    {
        Tokens = [.. tokens.Digests];
        Kinds = [.. tokens.Kinds];
        Weights = [.. tokens.Weights];
        (Shingles, Ends) = Shingled();
        Weight = Weights.Sum(weight => weight);
    }

    /// <summary>How many words it has; an East Asian character is one.</summary>
    public int Words => Tokens.Length;

    internal ulong[] Tokens { get; }

    internal StoryToken[] Kinds { get; }

    internal byte[] Weights { get; }

    internal int Weight { get; }

    /// <summary>The digest of the shingle that begins at each token; at the last few tokens none does.</summary>
    internal ulong[] Shingles { get; }

    /// <summary>The token after each shingle's last.</summary>
    internal int[] Ends { get; }

    /// <summary>Reads a text, paragraphs parted by line ends. Of a text only its first 200,000 characters count; any string has a result.</summary>
    public static StoryText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new StoryTokens();
        foreach (var paragraph in Counted.Paragraphs(text))
        {
            tokens.Read(Scripts.Normal(paragraph));
        }

        return new(tokens);
    }

    /// <summary>The signature: what an index keeps of it.</summary>
    public StorySignature Signature() => StorySignature.Of(this);

    private (ulong[] Shingles, int[] Ends) Shingled()
    {
        const int Enough = 30;
        var (shingles, ends) = (new ulong[Tokens.Length], new int[Tokens.Length]);
        for (var start = 0; start < Tokens.Length; start++)
        {
            var (weight, digest, at) = (0, Digests.Start, start);
            while (weight < Enough && at < Tokens.Length)
            {
                weight += Weights[at];
                digest = Digests.With(digest, Tokens[at++]);
            }

            if (weight < Enough)
            {
                return (shingles[..start], ends[..start]);
            }

            (shingles[start], ends[start]) = (Digests.Mixed(digest), at);
        }

        return (shingles, ends);
    }
}
