namespace Cuttings.Collation.Warnings;

/// <summary>What all rules share.</summary>
internal static class Said
{
    private const int Longest = 90;
    private const int Shortened = 85;

    /// <summary>The words of a change, in the cutting and in the source, as a warning.</summary>
    public static Warning Warn(this Comparison comparison, string kind, Run here, Run there, string text) =>
        new(kind, comparison.Cutting.Slice(here), comparison.Source.Slice(there), text);

    /// <summary>Changes that the excerpt does not show, of words.</summary>
    public static IEnumerable<Change> Unmarked(this SentenceMatch sentence) =>
        sentence.Changes.Where(change => !change.Marked && change.Sign == SignChange.None && change.Kind != VariantKind.Transposition);

    /// <summary>The same, and the marked cuts of a word or two: an ellipsis in the place of a lone "perhaps" hides what it claims to show.</summary>
    public static IEnumerable<Change> UnmarkedOrTiny(this SentenceMatch sentence) =>
        sentence.Unmarked().Concat(sentence.Changes.Where(change => change is { Marked: true, Kind: VariantKind.Omission, Sign: SignChange.None } && change.Source.Length <= 2));

    /// <summary>The words, fit for a sentence: in quotation marks, and shortened where they are many.</summary>
    public static string Quote(this ScannedText text, Run run)
    {
        var words = text.Slice(run).ReplaceLineEndings(" ");
        return $"“{(words.Length > Longest ? words[..Cut(words)] + " …" : words)}”";
    }

    // Between two words; where there is but one, between two characters.
    private static int Cut(string words) => words.LastIndexOf(' ', Shortened) is > 0 and var space ? space : char.IsHighSurrogate(words[Shortened - 1]) ? Shortened - 1 : Shortened;

    /// <summary>Whether a word of the source was taken by this sentence.</summary>
    public static bool Kept(this Comparison comparison, SentenceMatch sentence, int word) =>
        word >= 0 && word < comparison.TakenBy.Length && sentence.Words.Contains(comparison.TakenBy[word]);

    /// <summary>Whether any of the source's dateline stands in a change.</summary>
    public static bool IsDateline(this Comparison comparison, Change change) => !change.Source.IsEmpty && comparison.Source.Words[change.Source.Start].Is(Traits.Dateline);
}
