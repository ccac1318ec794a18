using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>Somebody else says it than in the source, or one became several.</summary>
internal static class Speakers
{
    private static readonly FrozenSet<string> Function = WordLists.English.Section("function").Concat(WordLists.English.Section("title")).Concat(WordLists.English.Section("quantifier")).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        var (cutting, source) = (comparison.Cutting, comparison.Source);
        List<Attribution>? there = null;
        foreach (var here in Attribution.In(cutting, sentence.Words))
        {
            if (IsSame(comparison, here) || cutting.Words[here.Verb].Is(Traits.Bracketed))
            {
                continue;
            }

            there ??= [.. sentence.Sources.SelectMany(from => Attribution.In(source, source.Sentences[from].Words))];
            if (there.Count == 0)
            {
                // A name was hung on words that nobody in particular says there.
                if (comparison.From[here.Verb] < 0 && comparison.From[here.Named.End - 1] < 0)
                {
                    yield return comparison.Warn(WarningKind.SpeakerChanged, here.Clause, default, $"{cutting.Quote(here.Named)} is named as the speaker; this sentence of the source names none.");
                }

                continue;
            }

            if (here.IsPronoun(cutting) || there.TrueForAll(other => other.IsPronoun(source)))
            {
                continue;
            }

            var other = there.Find(one => one.Verb == comparison.From[here.Verb]) ?? there[0];
            // "Said a woman who asked to be called Mira": the name is the source's own for the one who says it.
            if (NamedThere(comparison, sentence, here))
            {
                continue;
            }

            if (Differ(comparison, here, there, out var several))
            {
                yield return comparison.Warn(WarningKind.SpeakerChanged, here.Named, other.Named, several
                    ? $"{source.Quote(other.Named)} became {cutting.Quote(here.Named)}: not as many people say it."
                    : $"In the source {source.Quote(other.Named)} says it; here {cutting.Quote(here.Named)} does.");
            }
        }
    }

    private static bool NamedThere(Comparison comparison, SentenceMatch sentence, Attribution here)
    {
        var names = Names.In(comparison.Cutting, here.Named).Select(word => Names.Bare(comparison.Cutting.Lower(word))).ToHashSet(StringComparer.Ordinal);
        return names.Count > 0 && names.Count == Heads(comparison.Cutting, here.Named).Count && sentence.Sources.Any(from => Enumerable.Range(comparison.Source.Sentences[from].FirstWord, comparison.Source.Sentences[from].Words.Length)
            .Count(word => comparison.Source.Words[word].Is(Traits.Capital) && names.Contains(Names.Bare(comparison.Source.Lower(word)))) >= names.Count);
    }

    // All of the speaker's words stand so in the source, beside the same verb.
    private static bool IsSame(Comparison comparison, Attribution here)
    {
        for (var word = here.Named.Start; word < here.Named.End; word++)
        {
            if (comparison.From[word] < 0 && !comparison.Cutting.Words[word].Is(Traits.Bracketed))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Differ(Comparison comparison, Attribution here, List<Attribution> there, out bool several)
    {
        var names = Heads(comparison.Cutting, here.Named);
        var others = there.SelectMany(one => Heads(comparison.Source, one.Named)).ToList();
        several = names.Exists(name => !others.Contains(name) && others.Exists(other => IsPlural(name, other)));
        return several || (names.Count > 0 && others.Count > 0 && !names.Intersect(others, StringComparer.Ordinal).Any());
    }

    private static bool IsPlural(string one, string other) => Inflection.AreForms(one, other) && (one.EndsWith('s') || other.EndsWith('s')) && Inflection.Of(one).Form == Inflection.Form.Present && Inflection.Of(other).Form == Inflection.Form.Present;

    private static List<string> Heads(ScannedText text, Run run)
    {
        var heads = new List<string>();
        for (var word = run.Start; word < run.End; word++)
        {
            var name = Names.Bare(text.Lower(word));
            if (!Function.Contains(name))
            {
                heads.Add(name);
            }
        }

        return heads;
    }
}
