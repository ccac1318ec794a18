namespace Cuttings.Collation;

/// <summary>For each word of the cutting, and for each two neighbours, the sentences that have them, as chains.</summary>
internal sealed class Postings(int words)
{
    private const int Common = 32;
    private const int CountBits = 6;
    private const int Counts = (1 << CountBits) - 1;
    private readonly Chunks<(int Sentence, int Next)> chain = [];

    // The head of the chain and how many stand in it, in one number; nought for none.
    private readonly int[] ofWord = new int[words];
    private readonly Table ofPair = new();

    /// <summary>Notes that a sentence has a word; false where that is known.</summary>
    public bool Add(int word, int sentence) => Add(ref ofWord[word], sentence);

    /// <summary>Notes that a sentence has two words side by side; false where that is known.</summary>
    public bool Add(int word, int after, int sentence) => Add(ref ofPair.Of(Pair(word, after), 0), sentence);

    public void Vote(int word, float weight, float[] votes, List<int> touched) => Cast(ofWord[word], weight, votes, touched);

    public void Vote(int word, int after, float weight, float[] votes, List<int> touched) => Cast(ofPair.Get(Pair(word, after), 0), weight, votes, touched);

    private static ulong Pair(int one, int other) => (((ulong)(uint)one << 32) | (uint)other) + 1;

    private bool Add(ref int head, int sentence)
    {
        if (head != 0 && chain[head >> CountBits].Sentence == sentence)
        {
            return false;
        }

        // Of a word in very many sentences it is enough to know that.
        if ((head & Counts) > Common)
        {
            return true;
        }

        chain.Add((sentence, head == 0 ? -1 : head >> CountBits));
        head = ((chain.Count - 1) << CountBits) | ((head & Counts) + 1);
        return true;
    }

    private void Cast(int head, float weight, float[] votes, List<int> touched)
    {
        if (head == 0 || (head & Counts) > Common)
        {
            return;
        }

        for (var at = head >> CountBits; at >= 0; at = chain[at].Next)
        {
            var sentence = chain[at].Sentence;
            if (votes[sentence] == 0)
            {
                touched.Add(sentence);
            }

            votes[sentence] += weight;
        }
    }
}
