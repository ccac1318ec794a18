namespace Cuttings.Collation;

/// <summary>What a sentence of the cutting was made of.</summary>
internal sealed class SentenceMatch(int number, Run words)
{
    private List<Change>? changes;

    /// <summary>Counts from 1; 0 for the headline.</summary>
    public int Number => number;

    public Run Words => words;

    /// <summary>The sentences of the source that it draws on, in the order in which it does; none where it was added.</summary>
    public IReadOnlyList<int> Sources { get; set; } = [];

    /// <summary>Whether it stands in another order than the source.</summary>
    public bool OutOfOrder { get; set; }

    public Verdict Verdict { get; set; }

    public List<Change> Changes => changes ??= [];

    /// <summary>Whether it has no changes; most have none, and then no list is made.</summary>
    public bool IsUnchanged => changes is not { Count: > 0 };

    public bool IsHeadline => number == 0;

    public bool IsFound => Sources.Count > 0;
}

/// <summary>A variant with its words.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Cutting">The words of the cutting; empty at its place for an omission.</param>
/// <param name="Source">The words of the source; empty at its place for an addition.</param>
/// <param name="Marked">Whether the excerpt shows it.</param>
/// <param name="InQuotation">Whether it stands inside quotation marks.</param>
/// <param name="Sign">Where nothing but a bracket or a mark differs.</param>
internal sealed record Change(VariantKind Kind, Run Cutting, Run Source, bool Marked, bool InQuotation, SignChange Sign = SignChange.None)
{
    /// <summary>What of the texts it covers, where that is more than words.</summary>
    public Passage? CuttingAt { get; init; }

    /// <summary>What of the source it covers, where that is more than words.</summary>
    public Passage? SourceAt { get; init; }
}

/// <summary>A difference of signs alone.</summary>
internal enum SignChange
{
    /// <summary>Words differ.</summary>
    None,

    /// <summary>The source's bracket was taken off.</summary>
    BracketRemoved,

    /// <summary>A bracket was put round a word that the source has so.</summary>
    FalseBracket,

    /// <summary>A letter was put in brackets to show that its case was changed.</summary>
    CaseBracket,

    /// <summary>A mark claims a cut where nothing was cut.</summary>
    FalseMark,
}

/// <summary>Both texts, and which word was taken from where.</summary>
internal sealed class Comparison(ScannedText cutting, ScannedText source, List<SentenceMatch> sentences, SentenceMatch? headline, int firstSource, bool truncated)
{
    private (int[] Before, int[] From)? neighbours;
    private SentenceMatch?[]? drawn;

    public ScannedText Cutting => cutting;

    public ScannedText Source => source;

    /// <summary>The sentences of the cutting's body.</summary>
    public List<SentenceMatch> Sentences => sentences;

    public SentenceMatch? Headline => headline;

    /// <summary>The headline, if any, and the sentences.</summary>
    public IEnumerable<SentenceMatch> All => headline is null ? sentences : sentences.Prepend(headline);

    /// <summary>The match of a sentence by its place in the cutting's text, the headline counted.</summary>
    public SentenceMatch AllAt(int sentence) => headline is null ? sentences[sentence] : sentence == 0 ? headline : sentences[sentence - 1];

    /// <summary>The first sentence of the source's body: 1 where it has a title.</summary>
    public int FirstSource => firstSource;

    /// <summary>Whether the source's text is known to end early.</summary>
    public bool Truncated => truncated;

    /// <summary>For each word of the cutting the word of the source that it is, or -1.</summary>
    public int[] From { get; } = Filled(cutting.Words.Count);

    /// <summary>For each word of the source the word of the cutting that took it, or -1.</summary>
    public int[] TakenBy { get; } = Filled(source.Words.Count);

    /// <summary>Which sentences of the source were drawn on.</summary>
    public bool[] Used { get; } = new bool[source.Sentences.Count];

    /// <summary>The first sentence of the body that draws on this one of the source. Asked when all is matched.</summary>
    public SentenceMatch? FirstOf(int sourceSentence) => (drawn ??= FindDrawn())[sourceSentence];

    private SentenceMatch?[] FindDrawn()
    {
        var all = new SentenceMatch?[Used.Length];
        foreach (var sentence in sentences)
        {
            foreach (var from in sentence.Sources)
            {
                all[from] ??= sentence;
            }
        }

        return all;
    }

    public void Take(int cuttingWord, int sourceWord)
    {
        From[cuttingWord] = sourceWord;
        TakenBy[sourceWord] = cuttingWord;
    }

    /// <summary>Gives a word back.</summary>
    public void Release(int cuttingWord)
    {
        if (From[cuttingWord] >= 0)
        {
            TakenBy[From[cuttingWord]] = -1;
            From[cuttingWord] = -1;
        }
    }

    /// <summary>For each place the last word before it that was taken from somewhere, or -1; and the first from it on. Made when all is matched.</summary>
    public (int[] Before, int[] From) Neighbours => neighbours ??= FindNeighbours();

    private (int[] Before, int[] From) FindNeighbours()
    {
        var count = From.Length;
        var (before, from) = (Filled(count + 1), Filled(count + 1));
        for (var n = 1; n <= count; n++)
        {
            before[n] = From[n - 1] >= 0 ? n - 1 : before[n - 1];
        }

        for (var n = count - 1; n >= 0; n--)
        {
            from[n] = From[n] >= 0 ? n : from[n + 1];
        }

        return (before, from);
    }

    private static int[] Filled(int length)
    {
        var all = new int[length];
        Array.Fill(all, -1);
        return all;
    }
}
