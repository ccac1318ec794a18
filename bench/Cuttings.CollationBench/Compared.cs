using System.Diagnostics;
using Cuttings.Collation;
using Cuttings.Tests.Collation;

namespace Cuttings.CollationBench;

/// <summary>The collator beside word diffs, on the labelled pairs: what each finds, and how fast.</summary>
internal static class Compared
{
    public static void Run()
    {
        var pairs = Pair.All.Select(pair => new Prepared(pair)).ToList();
        Console.WriteLine("| | verdicts right | of those a diff can tell | unmarked omissions found | misquotations found | misquotations told falsely | pairs a second |\n| --- | --: | --: | --: | --: | --: | --: |");
        Line("Cuttings", pairs, pair => pair.Ours(), pair => Collator.Collate(pair.Pair.Input));
        Line("difflib's SequenceMatcher, words", pairs, pair => pair.Read(Diffs.Difflib), pair => pair.Timed(Diffs.Difflib));
        Line("DiffPlex 1.9.0, words", pairs, pair => pair.Read(Diffs.DiffPlex), pair => pair.Timed(Diffs.DiffPlex));
        Console.WriteLine();
    }

    private static void Line(string name, List<Prepared> pairs, Func<Prepared, Reading> read, Action<Prepared> run)
    {
        var count = new Count();
        foreach (var pair in pairs)
        {
            pair.Judge(read(pair), count);
        }

        var best = Enumerable.Range(0, 4).Max(_ => Rate(pairs, run));
        Console.WriteLine($"| {name} | {count.Right} of {count.Sentences} | {count.RightPlain} of {count.Plain} | {count.Omissions} of {count.AllOmissions} | {count.Misquotations} of {count.AllMisquotations} | {count.FalseMisquotations} | {best:N0} |");
    }

    private static double Rate(List<Prepared> pairs, Action<Prepared> run)
    {
        var (clock, runs) = (Stopwatch.StartNew(), 0);
        do
        {
            pairs.ForEach(run);
            runs += pairs.Count;
        }
        while (clock.Elapsed.TotalSeconds < 1.5);
        return runs / clock.Elapsed.TotalSeconds;
    }

    private sealed class Count
    {
        public int Right, Sentences, RightPlain, Plain, Omissions, AllOmissions, Misquotations, AllMisquotations, FalseMisquotations;
    }

    /// <summary>A pair, with its sentences and words.</summary>
    private sealed class Prepared
    {
        private readonly Collated collated;
        private readonly Collated self;
        private readonly Tokens cutting;
        private readonly Tokens source;
        private readonly IReadOnlyList<Range> sentences;
        private readonly IReadOnlyList<Range> sources;

        public Prepared(Pair pair)
        {
            Pair = pair;
            collated = Collator.Collate(pair.Input);
            self = Collator.Collate(new(pair.Input.Source, pair.Input.Source) { Headline = pair.Input.Headline });
            (cutting, source) = (Tokens.Of(collated.CuttingText), Tokens.Of(collated.SourceText));
            (sentences, sources) = (cutting.Sentences(collated), source.Sentences(self));
        }

        public Pair Pair { get; }

        public Reading Read(Func<Tokens, Tokens, int[]> diff) => Diffs.Read(cutting, sentences, source, sources, diff(cutting, source));

        /// <summary>The words, the diff and its reading; the sentences are given.</summary>
        public void Timed(Func<Tokens, Tokens, int[]> diff)
        {
            var (here, there) = (Tokens.Of(collated.CuttingText), Tokens.Of(collated.SourceText));
            Diffs.Read(here, sentences, there, sources, diff(here, there));
        }

        public Reading Ours() => new(
            [.. All(collated).Select(sentence => (sentence.Verdict, sentence.Warnings.Any(warning => warning.Kind == "misquotation")))],
            [.. All(self).Select(sentence => collated.Omissions.Any(omission => !omission.Marked && omission.Source.Start <= sentence.Cutting.Start && omission.Source.End >= sentence.Cutting.End))]);

        public void Judge(Reading reading, Count count)
        {
            foreach (var label in Pair.Labels)
            {
                if (label.Place.StartsWith("after", StringComparison.Ordinal))
                {
                    if (label.Verdict == "unmarked")
                    {
                        count.AllOmissions++;
                        count.Omissions += All(self).Select((sentence, n) => Begins(sentence.Text, label.Begins) && reading.Gone[n]).Any(found => found) ? 1 : 0;
                    }

                    continue;
                }

                var at = label.Place == "headline" ? 0 : int.Parse(label.Place) - (Pair.Input.Headline ? 0 : 1);
                var (verdict, misquoted) = at < reading.Sentences.Count ? reading.Sentences[at] : (Verdict.Beyond, false);
                var (right, plain, was) = (CollationJson.Name(verdict) == label.Verdict, label.Verdict is "verbatim" or "trimmed" or "altered" or "added", label.Warnings.Contains("misquotation", StringComparer.Ordinal));
                count.Sentences++;
                count.Right += right ? 1 : 0;
                count.Plain += plain ? 1 : 0;
                count.RightPlain += plain && right ? 1 : 0;
                count.AllMisquotations += was ? 1 : 0;
                count.Misquotations += was && misquoted ? 1 : 0;
                count.FalseMisquotations += !was && misquoted ? 1 : 0;
            }
        }

        private static IEnumerable<CollatedSentence> All(Collated one) => one.Headline is { } headline ? one.Sentences.Prepend(headline) : one.Sentences;

        private static bool Begins(string text, string words) => Letters(text).StartsWith(Letters(words), StringComparison.OrdinalIgnoreCase);

        private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }
}
