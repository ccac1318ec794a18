using System.Collections.Immutable;

namespace Cuttings.Collation;

/// <summary>A passage of a text: UTF-16 offsets, end exclusive.</summary>
public readonly record struct Passage(int Start, int End)
{
    /// <summary>Its length in UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>The passage in its text.</summary>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }
}

/// <summary>What became of a sentence, from the plainest to the gravest; the first that fits, read from the end, is given.</summary>
public enum Verdict
{
    /// <summary>Word for word as in the source.</summary>
    Verbatim,

    /// <summary>Words are only left out, marked or not.</summary>
    Trimmed,

    /// <summary>Words were put in or changed.</summary>
    Altered,

    /// <summary>Word for word, but in another order among its neighbours.</summary>
    Moved,

    /// <summary>Made of several sentences of the source.</summary>
    Joined,

    /// <summary>The source has no such sentence.</summary>
    Added,

    /// <summary>The source's text ends before it could be judged.</summary>
    Beyond,
}

/// <summary>What kind of difference a variant is (the terms of textual criticism).</summary>
public enum VariantKind
{
    /// <summary>Words of the source are missing.</summary>
    Omission,

    /// <summary>Words stand here that the source lacks.</summary>
    Addition,

    /// <summary>Other words stand here.</summary>
    Substitution,

    /// <summary>The same words stand in another place.</summary>
    Transposition,
}

/// <summary>One difference.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Cutting">The words of the cutting; empty for an omission.</param>
/// <param name="Source">The words of the source; empty for an addition.</param>
/// <param name="Marked">Whether the excerpt shows it.</param>
/// <param name="InQuotation">Whether it stands inside quotation marks.</param>
/// <param name="CuttingAt">Where in the cutting's text; an empty passage for an omission.</param>
/// <param name="SourceAt">Where in the source's text; an empty passage for an addition.</param>
public sealed record Variant(VariantKind Kind, string Cutting, string Source, bool Marked, bool InQuotation, Passage CuttingAt, Passage SourceAt);

/// <summary>A variant that changes what is said.</summary>
/// <param name="Kind">Its name in kebab-case; see <see cref="WarningKind"/>.</param>
/// <param name="Cutting">The words of the cutting it is about.</param>
/// <param name="Source">The words of the source it is about.</param>
/// <param name="Text">One plain sentence for a reader.</param>
public sealed record Warning(string Kind, string Cutting, string Source, string Text);

/// <summary>A sentence of the cutting (or its headline) and what became of it.</summary>
/// <param name="Number">Counts from 1; 0 for the headline.</param>
/// <param name="Text">The sentence as it stands.</param>
/// <param name="Cutting">Where it stands in the cutting's text.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Source">The runs of the source that were taken, in the sentence's order.</param>
/// <param name="Variants">The differences, in order.</param>
/// <param name="Warnings">Those that change what is said.</param>
public sealed record CollatedSentence(
    int Number, string Text, Passage Cutting, Verdict Verdict, ImmutableArray<Passage> Source, ImmutableArray<Variant> Variants, ImmutableArray<Warning> Warnings);

/// <summary>Whole sentences of the source that were left out, one run.</summary>
/// <param name="After">The number of the sentence of the cutting after which they stood; 0 before the first.</param>
/// <param name="Source">Where they stand in the source's text.</param>
/// <param name="Words">How many words.</param>
/// <param name="Marked">Whether the excerpt shows it.</param>
/// <param name="Warnings">What is lost with them.</param>
public sealed record LeftOut(int After, Passage Source, int Words, bool Marked, ImmutableArray<Warning> Warnings);

/// <summary>A mark of the cutting that claims a cut, and how much was cut there.</summary>
/// <param name="At">Where it stands in the cutting's text.</param>
/// <param name="Words">How many words of the source lie between what stands on its two sides; null where that cannot be told.</param>
public sealed record MarkedCut(Passage At, int? Words);

/// <summary>The comparison of a cutting with one edition of its source.</summary>
public sealed record Collated
{
    /// <summary>The part of the source's words that was taken, 0 to 1, to four places.</summary>
    public required double Share { get; init; }

    /// <summary>The cutting's plain text: BOM dropped, CRLF as LF, blocks joined by a blank line; the headline first, where it was collated.</summary>
    public required string CuttingText { get; init; }

    /// <summary>The source's plain text, in the same form; the title first, where it was collated.</summary>
    public required string SourceText { get; init; }

    /// <summary>The headline against the title, or null.</summary>
    public CollatedSentence? Headline { get; init; }

    /// <summary>The sentences, in order.</summary>
    public required ImmutableArray<CollatedSentence> Sentences { get; init; }

    /// <summary>The whole sentences left out, in the source's order.</summary>
    public required ImmutableArray<LeftOut> Omissions { get; init; }

    /// <summary>The marks of the cutting, in order, with what was cut at each.</summary>
    public ImmutableArray<MarkedCut> Marks { get; init; } = [];

    /// <summary>Whether the differences look like those of another edition rather than an editor's.</summary>
    public bool AnotherEdition { get; init; }

    /// <summary>The numbers of the sentences that stand in another source of the same cutting, and so are not judged by this one.</summary>
    public ImmutableArray<int> Elsewhere { get; init; } = [];

    /// <summary>Words of the source that were taken.</summary>
    public int WordsTaken { get; init; }

    /// <summary>Words of the source.</summary>
    public int SourceWords { get; init; }

    /// <summary>All warnings: the headline's, the sentences', the omissions'.</summary>
    public IEnumerable<Warning> Warnings => (Elsewhere.Contains(0) ? [] : Headline?.Warnings ?? []).Concat(Sentences.Where(sentence => !Elsewhere.Contains(sentence.Number)).SelectMany(sentence => sentence.Warnings)).Concat(Omissions.SelectMany(omission => omission.Warnings));
}
