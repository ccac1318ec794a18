namespace Cuttings.Collation.Warnings;

/// <summary>Words inside quotation marks that differ, and brackets that were taken off or put round the source's own words.</summary>
internal static class Misquotations
{
    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Changes)
        {
            var (here, there) = (comparison.Cutting.Quote(change.Cutting), comparison.Source.Quote(change.Source));
            switch (change.Sign)
            {
                case SignChange.BracketRemoved:
                    yield return comparison.Warn(WarningKind.BracketRemoved, change.Cutting, change.Source, $"The source has {there} in brackets, as its editors' insertion; here the brackets are gone.");
                    break;
                case SignChange.FalseBracket:
                    yield return comparison.Warn(WarningKind.FalseMark, change.Cutting, change.Source, $"The brackets say that {there} was put in, but the source has it.");
                    break;
                case SignChange.None when change is { Marked: false, InQuotation: true }:
                    yield return comparison.Warn(WarningKind.Misquotation, change.Cutting, change.Source, change.Kind switch
                    {
                        VariantKind.Omission => $"{there} was left out inside quotation marks, and no mark shows it.",
                        VariantKind.Addition => $"{here} stands inside quotation marks, but the source does not have it.",
                        VariantKind.Transposition => $"{here} was moved inside quotation marks.",
                        _ => $"Inside quotation marks {there} became {here}.",
                    });
                    break;
                case SignChange.None when change is { Marked: false, Kind: VariantKind.Omission } && comparison.Source.Words[change.Source.Start].Is(Traits.Bracketed) && comparison.Source.Words[change.Source.End - 1].Is(Traits.Bracketed):
                    yield return comparison.Warn(WarningKind.BracketRemoved, change.Cutting, change.Source, $"The source's bracketed insertion {there} was left out.");
                    break;
            }
        }
    }

    /// <summary>Whole sentences left out inside a quotation that goes on.</summary>
    public static IEnumerable<Warning> Check(Comparison comparison, Gap gap)
    {
        if (gap.Marked || gap.After is null || gap.After.Words.End >= comparison.Cutting.Words.Count)
        {
            yield break;
        }

        var words = new Run(comparison.Source.Sentences[gap.Sentences.Start].FirstWord, comparison.Source.Sentences[gap.Sentences.End - 1].EndWord);
        var (before, after) = (comparison.Cutting.Words[gap.After.Words.End - 1].Quotation, comparison.Cutting.Words[gap.After.Words.End].Quotation);
        if (before != 0 && before == after && comparison.Source.Words[words.Start].Quotation != 0)
        {
            yield return comparison.Warn(WarningKind.Misquotation, new(gap.After.Words.End, gap.After.Words.End), words, $"The quotation runs on, but {comparison.Source.Quote(words)} was left out of it, and no mark shows it.");
        }
    }
}
