namespace Cuttings.Collation.Warnings;

/// <summary>The title's hedge or attribution that the headline lacks.</summary>
internal static class HeadlineHedges
{
    private static readonly Phrases Words = new("headline-hedge");

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch headline)
    {
        // A hedge of the headline's own will do.
        var own = Enumerable.Range(headline.Words.Start, headline.Words.Length).Any(word => comparison.From[word] < 0 && Words.At(comparison.Cutting, word, headline.Words.End) > 0);
        own |= Introduced(comparison.Cutting, headline.Words) && !Introduced(comparison.Source, comparison.Source.Sentences[0].Words);
        var title = comparison.Source.Sentences[0].Words;
        for (var word = title.Start; word < title.End;)
        {
            var length = Words.At(comparison.Source, word, title.End);
            if (length == 0)
            {
                word++;
                continue;
            }

            var hedge = new Run(word, word + length);
            word = hedge.End;
            if (!comparison.Kept(headline, hedge.Start) && !own && !(comparison.Source.Lower(hedge.Start) == "may" && hedge.End < title.End && comparison.Source.Words[hedge.End].Is(Traits.Number)))
            {
                yield return comparison.Warn(WarningKind.HeadlineHedgeDropped, headline.Words, hedge, $"The title of the source has {comparison.Source.Quote(hedge)}; the headline states it as a fact.");
                yield break;
            }
        }

        if (!own && headline.Changes.Find(change => change.Kind == VariantKind.Omission && change.Source.Start == title.Start && change.Source.Length <= 3 && change.Source.End < title.End && comparison.Source.Before(change.Source.End).Contains(':')) is { } lead)
        {
            yield return comparison.Warn(WarningKind.HeadlineHedgeDropped, headline.Words, lead.Source, $"The title of the source names {comparison.Source.Quote(lead.Source)} as the one who says so; the headline states it as a fact.");
            yield break;
        }

        if (!own && headline.Changes.Find(change => change.Kind == VariantKind.Omission && change.Source.End == title.End && change.Source.Length <= 3 && comparison.Source.Before(change.Source.Start).IndexOfAny('–', '—', '-') >= 0) is { } tail)
        {
            yield return comparison.Warn(WarningKind.HeadlineHedgeDropped, headline.Words, tail.Source, $"The title of the source names {comparison.Source.Quote(tail.Source)} as the one who says so; the headline states it as a fact.");
            yield break;
        }

        if (comparison.Source.Plain[comparison.Source.Sentences[0].Start..comparison.Source.Sentences[0].End].TrimEnd('”', '"', '’').EndsWith('?') && !comparison.Cutting.Plain[comparison.Cutting.Sentences[0].Start..comparison.Cutting.Sentences[0].End].Contains('?', StringComparison.Ordinal))
        {
            yield return comparison.Warn(WarningKind.HeadlineHedgeDropped, headline.Words, title, "The title of the source asks; the headline states it as a fact.");
        }
    }

    // "Officials: dam is safe".
    private static bool Introduced(ScannedText text, Run line)
    {
        for (var word = line.Start + 1; word < Math.Min(line.End, line.Start + 4); word++)
        {
            if (text.Before(word).Contains(':'))
            {
                return true;
            }
        }

        return false;
    }
}
