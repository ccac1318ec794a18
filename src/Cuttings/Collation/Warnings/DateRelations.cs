namespace Cuttings.Collation.Warnings;

/// <summary>How two events stand in time: "the same day" that became "as", "a day after" that became "after".</summary>
internal static class DateRelations
{
    private static readonly Phrases Words = new("relation");
    private static readonly Phrases Vague = new("relation-vague");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Unmarked().Where(change => change.Source.Length <= 8 && change.Cutting.Length <= 8))
        {
            var (there, here) = (Words.First(comparison.Source, change.Source), Words.First(comparison.Cutting, change.Cutting));
            var loosened = change.Kind == VariantKind.Omission && Measure(comparison, sentence, change.Source);
            var other = change.Kind == VariantKind.Substitution && !there.IsEmpty && !here.IsEmpty && !Same(comparison, there, here) && Relates(comparison.Source, there) && Relates(comparison.Cutting, here);
            other = other && !(comparison.Source.Lower(there.Start) == "while" && comparison.Source.Before(there.Start).Contains(',')) && !(comparison.Source.Slice(there).ToLowerInvariant() is "ago" or "earlier" && comparison.Cutting.Slice(here).ToLowerInvariant() is "ago" or "earlier");
            var gone = change.Kind == VariantKind.Omission && there.Length == change.Source.Length && there.Length >= 2 && comparison.Source.Slice(there).Contains("same ", StringComparison.OrdinalIgnoreCase);
            var vague = change.Kind == VariantKind.Substitution && Vague.First(comparison.Cutting, change.Cutting) is { IsEmpty: false } && Times(comparison.Source, change.Source);
            vague |= change.Kind == VariantKind.Addition && Vague.In(comparison.Cutting, change.Cutting) && sentence.Unmarked().Any(other => other.Kind == VariantKind.Omission && other.Source.Length <= 8 && Times(comparison.Source, other.Source));
            loosened |= gone || (change.Kind == VariantKind.Omission && comparison.Source.Lower(change.Source.End - 1) == "same" && sentence.Changes.Exists(put => put.Kind == VariantKind.Addition && !put.Marked && Math.Abs(put.Cutting.Start - change.Cutting.Start) <= 2 && Words.In(comparison.Cutting, put.Cutting)));
            if (loosened || other || vague)
            {
                yield return comparison.Warn(WarningKind.DateRelationChanged, change.Cutting, change.Source, loosened
                    ? $"{comparison.Source.Quote(change.Source)} is gone: the two events no longer stand as near in time."
                    : $"{comparison.Source.Quote(change.Source)} became {comparison.Cutting.Quote(change.Cutting)}: the two events stand otherwise in time.");
            }
        }
    }

    // "A day after" without "a day".
    private static bool Measure(Comparison comparison, SentenceMatch sentence, Run gone)
    {
        if (gone.End >= comparison.Source.Words.Count || !comparison.Kept(sentence, gone.End) || comparison.Source.Lower(gone.End) is not ("after" or "before" or "later" or "earlier" or "since"))
        {
            return false;
        }

        return Unit(comparison.Source.Lower(gone.End - 1)) && (gone.Length <= 4 || (gone.Length <= 8 && Figures.IsNumber(comparison.Source, gone.End - 2)));
    }

    private static bool Unit(string word) => word is "day" or "days" or "hour" or "hours" or "week" or "weeks" or "month" or "months" or "year" or "years" or "minute" or "minutes" or "moments" or "shortly" or "soon" or "immediately" or "just";

    private static bool Same(Comparison comparison, Run there, Run here) => comparison.Source.Slice(there).Equals(comparison.Cutting.Slice(here), StringComparison.OrdinalIgnoreCase);

    // "As" and "while" are about time only where a clause follows; "last" and "this" only before a span of time.
    private static bool Relates(ScannedText text, Run run)
    {
        var word = text.Lower(run.Start);
        if (run.Length == 1 && word is "last" or "this" or "next" or "previous" or "same" or "every" or "following")
        {
            return run.End < text.Words.Count && Unit(text.Lower(run.End));
        }

        return run.Length > 1 || word is not ("now" or "then" or "currently" or "already" or "meanwhile" or "eventually") || text.Words.Count > 0 && word is "now" or "then";
    }

    private static bool Times(ScannedText text, Run run)
    {
        for (var word = run.Start; word < run.End; word++)
        {
            if (Unit(text.Lower(word)) || Figures.In(text, new(word, word + 1)) is [{ IsDate: true }])
            {
                return true;
            }
        }

        return false;
    }
}
