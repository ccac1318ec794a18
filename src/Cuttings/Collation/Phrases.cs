using System.Collections.Frozen;

namespace Cuttings.Collation;

/// <summary>Words and phrases of a list, found in a run of words; the longest first.</summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<string, string[][]> byFirst;

    public Phrases(string section) => byFirst = WordLists.English.Section(section)
        .Select(phrase => phrase.Split(' '))
        .GroupBy(words => words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(words => words.Length).ToArray(), StringComparer.Ordinal);

    /// <summary>How many words from here are one phrase of the list; 0 for none.</summary>
    public int At(ScannedText text, int word, int end)
    {
        if (!byFirst.TryGetValue(text.Lower(word), out var phrases))
        {
            return 0;
        }

        foreach (var phrase in phrases)
        {
            var length = 1;
            while (length < phrase.Length && word + length < end && text.Lower(word + length) == phrase[length])
            {
                length++;
            }

            if (length == phrase.Length)
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>The first phrase in a run of words; an empty run where there is none.</summary>
    public Run First(ScannedText text, Run run)
    {
        for (var word = run.Start; word < run.End; word++)
        {
            var length = At(text, word, run.End);
            if (length > 0)
            {
                return new(word, word + length);
            }
        }

        return new(run.End, run.End);
    }

    public bool In(ScannedText text, Run run) => !First(text, run).IsEmpty;
}

/// <summary>A run of words, by number, end exclusive.</summary>
internal readonly record struct Run(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(int word) => word >= Start && word < End;
}
