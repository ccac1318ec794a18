using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>Figures, units and "about", "over", "under" that differ.</summary>
internal static class Numbers
{
    private static readonly FrozenSet<string> Places = WordLists.English.Set("place");
    private static readonly (Phrases Words, int Class)[] Approximate = [(new("over"), 2), (new("under"), 3), (new("about"), 1)];

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        var (cutting, source) = (comparison.Cutting, comparison.Source);
        foreach (var change in sentence.Unmarked().Where(change => !comparison.IsDateline(change)))
        {
            if (Differs(comparison, change) || Unit(comparison, change) || Precision(comparison, change))
            {
                yield return comparison.Warn(WarningKind.NumberChanged, change.Cutting, change.Source, change.Kind switch
                {
                    VariantKind.Omission => $"{source.Quote(change.Source)} was left out of a figure.",
                    VariantKind.Addition => $"{cutting.Quote(change.Cutting)} was put to a figure.",
                    _ => $"The source says {source.Quote(change.Source)}; here it is {cutting.Quote(change.Cutting)}.",
                });
            }
            else if (change.Kind == VariantKind.Omission && (Part(comparison, sentence, change) || OnlyConversion(comparison, sentence, change)))
            {
                yield return comparison.Warn(WarningKind.NumberChanged, change.Cutting, change.Source, $"Of the source's figure {source.Quote(change.Source)} is gone.");
            }
        }
    }

    private static bool Differs(Comparison comparison, Change change)
    {
        if (change.Kind != VariantKind.Substitution)
        {
            return false;
        }

        var there = Figures.In(comparison.Source, change.Source).FindAll(figure => !figure.IsDate);
        var here = Figures.In(comparison.Cutting, change.Cutting).FindAll(figure => !figure.IsDate);
        return there.Count > 0 && here.Count > 0 && !here.TrueForAll(figure => there.Exists(other => other.Value == figure.Value));
    }

    // The same figure, in other units.
    private static bool Unit(Comparison comparison, Change change)
    {
        if (change.Kind != VariantKind.Substitution)
        {
            return false;
        }

        var (there, here) = (Figures.Unit(comparison.Source, change.Source.Start), Figures.Unit(comparison.Cutting, change.Cutting.Start));
        var beside = (change.Source.Start > 0 && Figures.IsNumber(comparison.Source, change.Source.Start - 1)) || (change.Source.End < comparison.Source.Words.Count && comparison.Source.Words[change.Source.Start].Is(Traits.Sign) && Figures.IsNumber(comparison.Source, change.Source.End));
        return there >= 0 && here >= 0 && there != here && beside;
    }

    private static bool Precision(Comparison comparison, Change change)
    {
        var (there, here) = (Class(comparison.Source, change.Source), Class(comparison.Cutting, change.Cutting));
        if (there == here)
        {
            return false;
        }

        // "Under two bridges" that became "beneath two bridges" tells a place.
        if (change.Kind == VariantKind.Substitution && Enumerable.Range(change.Cutting.Start, change.Cutting.Length).Any(word => Places.Contains(comparison.Cutting.Lower(word))))
        {
            return false;
        }

        // Where the figure itself went or came with it, nothing is left to be more or less precise.
        var (gone, put) = (Figures.In(comparison.Source, change.Source).Count > 0, Figures.In(comparison.Cutting, change.Cutting).Count > 0);
        return gone == put;
    }

    private static int Class(ScannedText text, Run run)
    {
        for (var word = run.Start; word < run.End; word++)
        {
            foreach (var (words, kind) in Approximate)
            {
                var length = words.At(text, word, run.End);
                var next = word + length;
                next = length > 0 && next < text.Words.Count && (text.Words[next].Is(Traits.Sign) || text.Lower(next) is "a" or "the") ? next + 1 : next;
                if (length > 0 && next < text.Words.Count && (Figures.IsNumber(text, next) || text.Lower(next) is "third" or "quarter" or "fifth" or "half" or "tenth") && !(text.Lower(word) is "over" or "under" or "below" or "above" or "around" && Figures.In(text, new(next, next + 1)) is [{ IsDate: true }]))
                {
                    return kind;
                }
            }
        }

        return 0;
    }

    // "5 million" that became "5", "20 to 30" that became "20".
    private static bool Part(Comparison comparison, SentenceMatch sentence, Change change)
    {
        var (source, gone) = (comparison.Source, change.Source);
        var before = gone.Start > 0 && comparison.Kept(sentence, gone.Start - 1) && Figures.IsNumber(source, gone.Start - 1);
        var after = gone.End < source.Words.Count && comparison.Kept(sentence, gone.End) && Figures.IsNumber(source, gone.End);
        if (gone.Length == 1 && before && Figures.IsMultiplier(source, gone.Start))
        {
            return true;
        }

        // "Between 40 and 55" that became "55".
        if (source.Lower(gone.Start) is "between" && source.Lower(gone.End - 1) is "and" && gone.Length <= 6 && gone.End < source.Words.Count && comparison.Kept(sentence, gone.End) && (after || source.Words[gone.End].Is(Traits.Sign)) && Figures.In(source, gone) is [{ IsDate: false }])
        {
            return true;
        }

        var range = gone.Length is 2 or 3 && Figures.In(source, gone) is [{ IsDate: false }];
        return range && ((before && source.Lower(gone.Start) is "to" or "or" or "and" && Figures.IsNumber(source, gone.Start + 1) && Figures.In(source, new(gone.Start - 1, gone.Start)) is [{ IsDate: false }])
            || (after && source.Lower(gone.End - 1) is "to" or "or" && Figures.IsNumber(source, gone.End - 2)));
    }

    // "500 crowns (or $43)" of which only the dollars are left.
    private static bool OnlyConversion(Comparison comparison, SentenceMatch sentence, Change change)
    {
        var (source, gone) = (comparison.Source, change.Source);
        var figures = Figures.In(source, gone).FindAll(figure => !figure.IsDate);
        if (figures.Count == 0 || gone.End >= source.Words.Count || !comparison.Kept(sentence, gone.End))
        {
            return false;
        }

        // "… or about $43".
        var next = source.Lower(gone.End) is "about" or "around" or "some" or "roughly" or "nearly" && gone.End + 1 < source.Words.Count ? gone.End + 1 : gone.End;
        next = source.Words[next].Is(Traits.Sign) ? next + 1 : next;
        if (next >= source.Words.Count || !Figures.IsNumber(source, next))
        {
            return false;
        }

        for (var word = figures[^1].Words.End; word <= gone.End; word++)
        {
            if (source.Before(word).Contains('('))
            {
                return true;
            }
        }

        return source.Lower(gone.End - 1) is "or";
    }
}
