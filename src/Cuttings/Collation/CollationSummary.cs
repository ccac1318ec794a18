using System.Collections.Immutable;

namespace Cuttings.Collation;

/// <summary>What came of a collation, in figures, with its warnings.</summary>
public sealed record CollationSummary
{
    /// <summary>Sentences of the cutting, without those that were found in another of its sources.</summary>
    public required int Sentences { get; init; }

    /// <summary>Those that are word for word as in the source, in their place.</summary>
    public required int Verbatim { get; init; }

    /// <summary>Passages left out of the source between what was taken, whole sentences or less.</summary>
    public required int Cuts { get; init; }

    /// <summary>Those of them that no mark shows.</summary>
    public required int UnmarkedCuts { get; init; }

    /// <summary>Words put in or changed, as places.</summary>
    public required int Changes { get; init; }

    /// <summary>Sentences that the source does not have.</summary>
    public required int Added { get; init; }

    /// <summary>Sentences that stand in another order.</summary>
    public required int Moved { get; init; }

    /// <summary>The part of the source's words taken.</summary>
    public required double Share { get; init; }

    /// <summary>Whether it may be another edition.</summary>
    public required bool AnotherEdition { get; init; }

    /// <summary>The warnings, gravest first.</summary>
    public required ImmutableArray<Warning> Warnings { get; init; }

    /// <summary>How grave they are together; 0 without any.</summary>
    public int Gravity => Warnings.Sum(warning => WarningKind.Gravity(warning.Kind));

    /// <summary>What is kept where the texts are too large to compare.</summary>
    public static CollationSummary None { get; } = new() { Sentences = 0, Verbatim = 0, Cuts = 0, UnmarkedCuts = 0, Changes = 0, Added = 0, Moved = 0, Share = 0, AnotherEdition = false, Warnings = [] };

    /// <summary>The figures of a collation.</summary>
    public static CollationSummary Of(Collated collated)
    {
        ArgumentNullException.ThrowIfNull(collated);
        var counted = collated.Sentences.Where(sentence => !collated.Elsewhere.Contains(sentence.Number)).ToList();
        var variants = counted.SelectMany(sentence => sentence.Variants).ToList();

        // What lies before the first and after the last sentence taken was not cut out of anything.
        var last = counted.Where(sentence => !sentence.Source.IsEmpty).Select(sentence => sentence.Number).DefaultIfEmpty(0).Max();
        var between = collated.Omissions.Where(omission => omission.Words > 0 && omission.After > 0 && omission.After < last).ToList();
        var within = variants.Where(variant => variant.Kind == VariantKind.Omission).ToList();
        return new()
        {
            Sentences = counted.Count,
            Verbatim = counted.Count(sentence => sentence.Verdict == Verdict.Verbatim),
            Cuts = between.Count + within.Count,
            UnmarkedCuts = between.Count(omission => !omission.Marked) + within.Count(variant => !variant.Marked),
            Changes = variants.Count(variant => variant.Kind is VariantKind.Addition or VariantKind.Substitution),
            Added = counted.Count(sentence => sentence.Verdict is Verdict.Added or Verdict.Beyond),
            Moved = counted.Count(sentence => sentence.Variants.Any(variant => variant.Kind == VariantKind.Transposition && variant.CuttingAt == sentence.Cutting)),
            Share = collated.Share,
            AnotherEdition = collated.AnotherEdition,
            Warnings = [.. collated.Warnings.OrderByDescending(warning => WarningKind.Gravity(warning.Kind))],
        };
    }
}
