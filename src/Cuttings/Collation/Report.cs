using System.Collections.Immutable;
using Cuttings.Collation.Warnings;

namespace Cuttings.Collation;

/// <summary>Puts what was found into the form that readers get.</summary>
internal static class Report
{
    public static Collated Of(Comparison comparison)
    {
        var claims = new Dictionary<SentenceMatch, List<Warning>>();
        var between = CutClaims.Check(comparison, claims);
        Verdicts.Give(comparison);
        var gaps = Omissions.Find(comparison);
        var edition = Editions.LooksLikeAnother(comparison);
        var omissions = gaps.Select(gap => (At: Place(comparison, gap), Left: Omission(comparison, gap, Warner.Check(comparison, gap, edition))))
            .Concat(between.Select(one => (At: one.Source, Left: new LeftOut(one.After?.Number ?? 0, new(one.Source, one.Source), 0, Marked: true, [one.Warning]))))
            .OrderBy(one => one.At).Select(one => one.Left);
        var (taken, words) = Share(comparison);
        return new()
        {
            Share = words == 0 ? 0 : Math.Round((double)taken / words, 4, MidpointRounding.AwayFromZero),
            WordsTaken = taken,
            SourceWords = words,
            CuttingText = comparison.Cutting.Plain,
            SourceText = comparison.Source.Plain,
            Headline = comparison.Headline is { } headline ? Sentence(comparison, headline, claims, edition) : null,
            Sentences = [.. comparison.Sentences.Select(sentence => Sentence(comparison, sentence, claims, edition))],
            Omissions = [.. omissions],
            AnotherEdition = edition,
            Marks = [.. comparison.Cutting.Marks.Select(mark => new MarkedCut(new(mark.Start, mark.End), CutClaims.Words(comparison, mark)))],
        };
    }

    private static (int Taken, int Words) Share(Comparison comparison)
    {
        var first = comparison.FirstSource < comparison.Source.Sentences.Count ? comparison.Source.Sentences[comparison.FirstSource].FirstWord : comparison.Source.Words.Count;
        var taken = 0;
        for (var word = first; word < comparison.TakenBy.Length; word++)
        {
            taken += comparison.TakenBy[word] >= 0 ? 1 : 0;
        }

        return (taken, comparison.TakenBy.Length - first);
    }

    private static int Place(Comparison comparison, Gap gap) => comparison.Source.Sentences[gap.Sentences.Start].Start;

    private static LeftOut Omission(Comparison comparison, Gap gap, IEnumerable<Warning> warnings)
    {
        var (first, last) = (comparison.Source.Sentences[gap.Sentences.Start], comparison.Source.Sentences[gap.Sentences.End - 1]);
        return new(gap.After?.Number ?? 0, new(first.Start, last.End), last.EndWord - first.FirstWord, gap.Marked, [.. warnings.Distinct()]);
    }

    private static CollatedSentence Sentence(Comparison comparison, SentenceMatch match, Dictionary<SentenceMatch, List<Warning>> claims, bool edition)
    {
        var span = comparison.Cutting.Sentences[comparison.Cutting.SentenceOf(match.Words.Start)];
        var at = new Passage(span.Start, span.End);
        var runs = Runs(comparison, match);
        var variants = match.IsUnchanged ? [] : match.Changes.ConvertAll(change => Variant(comparison, change));
        if (match.OutOfOrder)
        {
            var from = runs is [var run, ..] ? run : default;
            variants.Add(new(VariantKind.Transposition, at.Of(comparison.Cutting.Plain), from.Of(comparison.Source.Plain), Marked: false, InQuotation: false, at, from));
        }

        return new(match.Number, at.Of(comparison.Cutting.Plain), at, match.Verdict, [.. runs], [.. variants], Warnings(comparison, match, claims, edition));
    }

    private static ImmutableArray<Warning> Warnings(Comparison comparison, SentenceMatch match, Dictionary<SentenceMatch, List<Warning>> claims, bool edition)
    {
        List<Warning> all = claims.TryGetValue(match, out var known) ? known : [];
        all.AddRange(Warner.Check(comparison, match, edition));
        return all.Count == 0 ? [] : [.. Editions.Softened(all.DistinctBy(warning => (warning.Kind, warning.Cutting, warning.Source)), edition)];
    }

    private static Variant Variant(Comparison comparison, Change change)
    {
        var (here, there) = (change.CuttingAt ?? comparison.Cutting.Passage(change.Cutting), change.SourceAt ?? comparison.Source.Passage(change.Source));
        if (change.Sign is SignChange.BracketRemoved or SignChange.FalseBracket)
        {
            (here, there) = (WithBracket(comparison.Cutting, change.Cutting, here), WithBracket(comparison.Source, change.Source, there));
        }

        (here, there) = (Balanced(comparison.Cutting.Plain, here), Balanced(comparison.Source.Plain, there));
        return new(change.Kind, here.Of(comparison.Cutting.Plain), there.Of(comparison.Source.Plain), change.Marked, change.InQuotation, here, there);
    }

    // The parenthesis or sign at the end of a passage belongs to it where it begins in it: "(R&V)".
    private static Passage Balanced(string text, Passage at)
    {
        var words = text.AsSpan(at.Start, at.Length);
        return at.Length > 0 && at.End < text.Length && text[at.End] == ')' && words.Count('(') > words.Count(')') ? new(at.Start, at.End + 1)
            : at.Start > 0 && text[at.Start - 1] == '(' && words.Count(')') > words.Count('(') ? new(at.Start - 1, at.End)
            : at.Length > 0 && at.Start > 0 && at.End < text.Length && text[at.Start - 1] == '(' && text[at.End] == ')' ? new(at.Start - 1, at.End + 1)
            : at;
    }

    // Where all words of the bracket are meant, its signs are too.
    private static Passage WithBracket(ScannedText text, Run run, Passage at) => text.BracketOf(run) is { } found ? new(found.Start, found.End) : at;

    // The runs of the source, with the signs at their ends where they are a whole sentence's.
    private static List<Passage> Runs(Comparison comparison, SentenceMatch match)
    {
        var runs = new List<Run>();
        for (var word = match.Words.Start; word < match.Words.End; word++)
        {
            var from = comparison.From[word];
            if (from < 0)
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].End == from)
            {
                runs[^1] = new(runs[^1].Start, from + 1);
            }
            else
            {
                runs.Add(new(from, from + 1));
            }
        }

        return [.. runs.Select(run =>
        {
            var (first, last) = (comparison.Source.Sentences[comparison.Source.SentenceOf(run.Start)], comparison.Source.Sentences[comparison.Source.SentenceOf(run.End - 1)]);
            return new Passage(run.Start == first.FirstWord ? first.Start : comparison.Source.Words[run.Start].Start, run.End == last.EndWord ? last.End : comparison.Source.Words[run.End - 1].End);
        })];
    }
}
