using System.Collections.Frozen;

namespace Cuttings.Collation;

/// <summary>Agencies and papers publish several versions. Tells where the differences look like an edition's rather than a digest's.</summary>
internal static class Editions
{
    private const int Small = 3;
    private static readonly FrozenSet<(string, string)> Spellings = WordLists.English.Lines("spelling", "=").SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }).ToFrozenSet();
    private static readonly (string, string)[] Endings = [("ize", "ise"), ("izes", "ises"), ("ized", "ised"), ("izing", "ising"), ("ization", "isation"), ("or", "our"), ("ors", "ours"), ("ored", "oured"), ("oring", "ouring"), ("er", "re"), ("ers", "res"), ("eled", "elled"), ("eling", "elling"), ("eler", "eller"), ("og", "ogue"), ("yze", "yse"), ("yzed", "ysed"), ("orable", "ourable"), ("orite", "ourite"), ("orhood", "ourhood")];

    public static bool LooksLikeAnother(Comparison comparison)
    {
        var found = comparison.Sentences.FindAll(sentence => sentence.IsFound);
        var (spelled, spelledSentences, smallSentences, both) = (0, 0, 0, 0);
        foreach (var sentence in found)
        {
            var (spelling, small) = (false, false);
            foreach (var change in sentence.IsUnchanged ? [] : sentence.Changes.Where(change => !change.Marked && !Warnings.Said.IsDateline(comparison, change)))
            {
                if (IsSpelling(comparison, change))
                {
                    spelled += change.InQuotation ? 0 : 1;
                    spelling |= !change.InQuotation;
                    continue;
                }

                // An editor cuts; another edition says the same in other words.
                if (change.Kind == VariantKind.Omission && change.Source.Length > Small || change.Cutting.Length > 2 * Small || change.Source.Length > 2 * Small)
                {
                    return false;
                }

                small = true;
                both += change.Kind == VariantKind.Omission ? 0 : 1;
            }

            spelledSentences += spelling ? 1 : 0;
            smallSentences += small ? 1 : 0;
        }

        if (found.Count == 0 || found.Count * 6 < comparison.Sentences.Count * 5 || found.Exists(sentence => sentence.Sources.Count > 1))
        {
            return false;
        }

        // Spelled otherwise wherever it can be, and nothing cut inside the sentences.
        var throughout = spelled > 0 && smallSentences == 0 && !SpelledAlike(comparison) && (found.Count <= 2 || (spelled >= 2 && spelledSentences * 6 >= found.Count));
        var many = found.Count >= 4 && (smallSentences + spelledSentences) * 10 >= found.Count * 7 && both >= 3 && both * 10 >= smallSentences * 8;
        return throughout || many || (spelled >= 3 && spelledSentences * 4 >= found.Count && smallSentences * 3 <= found.Count * 2);
    }

    /// <summary>A misquotation that is a matter of spelling is another edition's.</summary>
    public static bool Explains(Warning warning) => warning.Kind == WarningKind.Misquotation && warning.Cutting.Length > 0 && warning.Source.Length > 0 && AreSpellings(Spelling.Folded(warning.Cutting), Spelling.Folded(warning.Source));

    /// <summary>The warnings in a lower tone, where another edition may explain them.</summary>
    public static IEnumerable<Warning> Softened(IEnumerable<Warning> warnings, bool edition) =>
        edition ? warnings.Select(warning => warning with { Text = "This may come from another edition. " + warning.Text }) : warnings;

    private static bool IsSpelling(Comparison comparison, Change change)
    {
        if (change.Kind != VariantKind.Substitution || change.Sign != SignChange.None || change.Cutting.Length > 2 || change.Source.Length > 2)
        {
            return false;
        }

        return AreSpellings(Folded(comparison.Cutting, change.Cutting), Folded(comparison.Source, change.Source));
    }

    private static string Folded(ScannedText text, Run run) => string.Join(' ', Enumerable.Range(run.Start, run.Length).Select(text.Lower));

    /// <summary>Two spellings of one word.</summary>
    public static bool AreSpellings(string one, string other)
    {
        // 1.2 is no spelling of 12.
        if (one.AsSpan().ContainsAnyInRange('0', '9') || other.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        (one, other) = (Spelling.WithoutAccents(one), Spelling.WithoutAccents(other));
        if (Spellings.Contains((one, other)) || one.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) == other.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal))
        {
            return true;
        }

        return Array.Exists(Endings, pair => Ends(one, other, pair.Item1, pair.Item2) || Ends(other, one, pair.Item1, pair.Item2));
    }

    private static bool Ends(string one, string other, string ending, string otherEnding) =>
        one.Length > ending.Length + 1 && one.EndsWith(ending, StringComparison.Ordinal) && other.EndsWith(otherEnding, StringComparison.Ordinal) && one.AsSpan(0, one.Length - ending.Length).SequenceEqual(other.AsSpan(0, other.Length - otherEnding.Length));

    // Both texts have a word of the list in the same spelling: then it is not spelled otherwise throughout.
    private static bool SpelledAlike(Comparison comparison)
    {
        var changed = comparison.Sentences.Where(sentence => !sentence.IsUnchanged).SelectMany(sentence => sentence.Changes).Where(change => IsSpelling(comparison, change)).Select(change => Folded(comparison.Source, change.Source)).ToHashSet(StringComparer.Ordinal);
        for (var word = 0; word < comparison.From.Length; word++)
        {
            if (comparison.From[word] >= 0 && changed.Contains(comparison.Cutting.Lower(word)))
            {
                return true;
            }
        }

        return false;
    }
}
