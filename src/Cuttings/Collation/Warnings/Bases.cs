namespace Cuttings.Collation.Warnings;

/// <summary>The sample or method behind what the cutting tells, left out.</summary>
internal static class Bases
{
    private const int Near = 3;
    private const int Beside = 6;
    private static readonly Phrases Words = new("basis");
    private static readonly Phrases Not = new("basis-not");
    private static readonly Phrases Strong = new("basis-strong");

    public static IEnumerable<Warning> Check(Comparison comparison, Gap gap)
    {
        if (gap.Marked)
        {
            yield break;
        }

        for (var n = gap.Sentences.Start; n < gap.Sentences.End; n++)
        {
            var words = comparison.Source.Sentences[n].Words;
            if (Is(comparison.Source, words) && (Links.Touches(comparison, n, Near) || Links.Shares(comparison, Words.First(comparison.Source, words))))
            {
                yield return comparison.Warn(WarningKind.BasisDropped, default, words, $"Left out, and with it what this rests on: {comparison.Source.Quote(words)}");
                yield break;
            }
        }
    }

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Unmarked().Where(change => change.Kind == VariantKind.Omission && change.Source.Length >= 3))
        {
            if (Is(comparison.Source, change.Source))
            {
                yield return comparison.Warn(WarningKind.BasisDropped, change.Cutting, change.Source, $"What this rests on was left out: {comparison.Source.Quote(change.Source)}");
            }
        }
    }

    // A word of surveys with a number beside it, or one that is about nothing else.
    private static bool Is(ScannedText text, Run run)
    {
        if (Strong.In(text, run) && !(Strong.First(text, run) is { Length: 1 }))
        {
            return true;
        }

        for (var word = run.Start; word < run.End; word++)
        {
            var length = Words.At(text, word, run.End);
            if (length > 0 && Not.At(text, word, run.End) == 0 && Figures.In(text, new(Math.Max(run.Start, word - Beside), Math.Min(run.End, word + length + Beside))).Exists(figure => !figure.IsDate && figure.Value > 2))
            {
                return true;
            }
        }

        return false;
    }
}
