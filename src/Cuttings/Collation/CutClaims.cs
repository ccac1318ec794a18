namespace Cuttings.Collation;

/// <summary>Takes each … at its word: was something cut here, at one place and in order?</summary>
internal static class CutClaims
{
    // More whole sentences than this between two passages, and they stand far apart.
    public const int Near = 2;

    /// <summary>Adds what is wrong with the marks inside sentences to these, and returns the marks between sentences that claim a cut where nothing was cut, or bridge what stands in another order.</summary>
    public static List<(SentenceMatch? After, int Source, Warning Warning)> Check(Comparison comparison, Dictionary<SentenceMatch, List<Warning>> warnings)
    {
        var between = new List<(SentenceMatch?, int, Warning)>();
        if (comparison.Cutting.Sentences.Count == 0)
        {
            return between;
        }

        foreach (var mark in comparison.Cutting.Marks)
        {
            var sentence = SentenceWith(comparison, mark);
            if (sentence is { IsFound: false } || Neighbours(comparison, mark) is not var (before, after))
            {
                continue;
            }

            var text = mark.End <= comparison.Cutting.Plain.Length ? comparison.Cutting.Plain[mark.Start..mark.End] : "…";
            var inside = sentence is not null && mark.At > sentence.Words.Start && mark.At < sentence.Words.End;
            Warning? warning = null;
            var idle = false;
            if (before >= 0 && after >= 0 && after <= before)
            {
                warning = new(WarningKind.SequenceBroken, Around(comparison.Cutting, mark.At), "", "The “…” bridges passages that stand in the other order in the source.");
            }
            else if (Nothing(comparison, before, after))
            {
                idle = true;
                warning = new(WarningKind.FalseMark, text, "", $"The mark “{text}” says that something was cut here, but nothing was.");
            }
            else if (inside && before >= 0 && after >= 0 && comparison.Source.SentenceOf(after) - comparison.Source.SentenceOf(before) - 1 > Near)
            {
                warning = new(WarningKind.SequenceBroken, Around(comparison.Cutting, mark.At), Around(comparison.Source, before + 1), $"The “…” bridges passages that stand {comparison.Source.SentenceOf(after) - comparison.Source.SentenceOf(before) - 1} sentences apart in the source.");
            }

            if (warning is null)
            {
                continue;
            }

            if (sentence is null)
            {
                between.Add((Before(comparison, mark), before < 0 ? 0 : comparison.Source.Words[before].End, warning));
                continue;
            }

            (warnings.TryGetValue(sentence, out var known) ? known : warnings[sentence] = []).Add(warning);
            if (idle)
            {
                sentence.Changes.Add(new(VariantKind.Addition, new(mark.At, mark.At), new(before + 1, before + 1), Marked: true, InQuotation: false, SignChange.FalseMark) { CuttingAt = new(mark.Start, mark.End) });
            }
        }

        return between;
    }

    /// <summary>How many words of the source lie where a mark stands; null where that cannot be told.</summary>
    public static int? Words(Comparison comparison, CutMark mark)
    {
        if (comparison.Cutting.Sentences.Count == 0 || Neighbours(comparison, mark) is not var (before, after) || (after < 0 && comparison.Truncated))
        {
            return null;
        }

        var body = comparison.FirstSource < comparison.Source.Sentences.Count ? comparison.Source.Sentences[comparison.FirstSource].FirstWord : 0;
        var words = (after < 0 ? comparison.Source.Words.Count : after) - (before < 0 ? body : before + 1);
        return words < 0 ? null : words;
    }

    private static SentenceMatch? SentenceWith(Comparison comparison, CutMark mark)
    {
        var near = comparison.Cutting.SentenceOf(Math.Min(mark.At, comparison.Cutting.Words.Count - 1));
        for (var n = Math.Max(0, near - 1); n <= near; n++)
        {
            if (mark.Start >= comparison.Cutting.Sentences[n].Start && mark.End <= comparison.Cutting.Sentences[n].End)
            {
                return comparison.AllAt(n);
            }
        }

        return null;
    }

    // The words of the source on both sides; -1 for the text's beginning or end. Nothing where a sentence beside the mark was found nowhere.
    private static (int Before, int After)? Neighbours(Comparison comparison, CutMark mark)
    {
        if (comparison.Sentences.Count == 0 || comparison.Source.Sentences.Count == 0)
        {
            return null;
        }

        var (before, after) = (comparison.Neighbours.Before[mark.At], comparison.Neighbours.From[mark.At]);
        var first = comparison.Headline?.Words.End ?? 0;
        before = before < first && mark.At >= first ? -1 : before;
        var (from, to) = (before < 0 ? first : before, after < 0 ? comparison.From.Length - 1 : after);
        for (var n = comparison.Cutting.SentenceOf(from); n <= comparison.Cutting.SentenceOf(Math.Max(from, to)); n++)
        {
            if (!comparison.AllAt(n).IsFound)
            {
                return null;
            }
        }

        return (before < 0 ? -1 : comparison.From[before], after < 0 ? -1 : comparison.From[after]);
    }

    private static bool Nothing(Comparison comparison, int before, int after)
    {
        var first = comparison.FirstSource == 0 ? 0 : comparison.Source.Sentences.Count > 1 ? comparison.Source.Sentences[1].FirstWord : comparison.Source.Words.Count;
        var from = before < 0 ? first : before + 1;
        var to = after < 0 ? comparison.Source.Words.Count : after;
        if (from < to || (after < 0 && comparison.Truncated))
        {
            return false;
        }

        // The source's own ellipsis was copied with it.
        return !comparison.Source.HasMark(to, to);
    }

    private static SentenceMatch? Before(Comparison comparison, CutMark mark)
    {
        var first = comparison.Headline?.Words.End ?? 0;
        return mark.At <= first ? null : comparison.AllAt(comparison.Cutting.SentenceOf(mark.At - 1));
    }

    private static string Around(ScannedText text, int word) => text.Slice(new(Math.Max(0, word - 4), Math.Min(text.Words.Count, word + 4)));
}
