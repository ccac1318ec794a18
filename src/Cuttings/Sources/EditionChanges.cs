using Cuttings.Collation;

namespace Cuttings.Sources;

/// <summary>What changed from one edition of a source to the next: the later one collated with the earlier. Punctuation, spacing and the look of quotation marks are trivia and do not count.</summary>
public sealed record EditionChanges
{
    private EditionChanges()
    {
    }

    /// <summary>The headline before, where it changed.</summary>
    public string? HeadlineBefore { get; private init; }

    /// <summary>The headline after, where it changed.</summary>
    public string? HeadlineAfter { get; private init; }

    /// <summary>Sentences that only the later one has.</summary>
    public int Added { get; private init; }

    /// <summary>Words of whole sentences that only the earlier one has.</summary>
    public int WordsGone { get; private init; }

    /// <summary>Sentences that stand in both, in other words.</summary>
    public int Altered { get; private init; }

    /// <summary>Sentences that stand elsewhere.</summary>
    public int Moved { get; private init; }

    /// <summary>The comparison itself: "cutting" is the later edition, "source" the earlier; null where they are too large to compare.</summary>
    public Collated? Collated { get; private init; }

    /// <summary>Whether a reader would see a difference in the words.</summary>
    public bool Any => HeadlineAfter is not null || Added > 0 || WordsGone > 0 || Altered > 0 || Moved > 0;

    /// <summary>Compares two editions.</summary>
    public static EditionChanges Between(KeptEdition before, KeptEdition after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var headline = Words(before.Title) != Words(after.Title);
        var changes = new EditionChanges { HeadlineBefore = headline ? before.Title : null, HeadlineAfter = headline ? after.Title ?? "" : null };
        try
        {
            var collated = Collator.Collate(new(after.Text.ToText(), before.Text.ToText()) { CreditLine = false });
            return changes with
            {
                Collated = collated,
                Added = collated.Sentences.Count(sentence => sentence.Verdict is Verdict.Added or Verdict.Beyond),
                WordsGone = collated.Omissions.Sum(omission => omission.Words),
                Altered = collated.Sentences.Count(sentence => sentence.Verdict is Verdict.Altered or Verdict.Trimmed or Verdict.Joined),
                Moved = collated.Sentences.Count(sentence => sentence.Verdict == Verdict.Moved),
            };
        }
        catch (CuttingsException error) when (error.Kind == ErrorKind.BadInput)
        {
            return changes;
        }
    }

    /// <summary>One line: `the headline, 2 sentences changed, 1 added, 14 words gone`; `only punctuation or spacing` where no word did.</summary>
    public static string Summary(KeptEdition before, KeptEdition after) => Between(before, after).ToString();

    /// <inheritdoc />
    public override string ToString()
    {
        if (Collated is null)
        {
            return HeadlineAfter is null ? "too long to compare" : "the headline changed; the texts are too long to compare";
        }

        var parts = new List<string>();
        Say(HeadlineAfter is not null, "the headline changed");
        Say(Altered > 0, $"{Count(Altered, "sentence")} changed");
        Say(Added > 0, $"{Count(Added, "sentence")} added");
        Say(WordsGone > 0, $"{Count(WordsGone, "word")} gone");
        Say(Moved > 0, $"{Count(Moved, "sentence")} moved");
        return parts.Count == 0 ? "only punctuation or spacing changed" : string.Join(", ", parts);

        void Say(bool so, string part)
        {
            if (so)
            {
                parts.Add(part);
            }
        }
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Words(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
