using System.Collections.Frozen;

namespace Cuttings.Collation.Warnings;

/// <summary>Whether a sentence that was left out is about what the cutting tells.</summary>
internal static class Links
{
    private static readonly FrozenSet<string> Function = WordLists.English.Set("function");

    /// <summary>A sentence near by was taken.</summary>
    public static bool Touches(Comparison comparison, int sentence, int near)
    {
        for (var n = Math.Max(comparison.FirstSource, sentence - near); n <= Math.Min(comparison.Used.Length - 1, sentence + near); n++)
        {
            if (comparison.Used[n])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A sentence near by was taken, or two words of weight stand in the cutting too.</summary>
    public static bool Bear(Comparison comparison, int sentence, int near)
    {
        if (Touches(comparison, sentence, near))
        {
            return true;
        }

        var words = comparison.Source.Sentences[sentence].Words;
        var shared = new HashSet<int>();
        for (var word = words.Start; word < words.End; word++)
        {
            if (comparison.Source.Words[word].Key >= 0 && !Function.Contains(comparison.Source.Lower(word)))
            {
                shared.Add(comparison.Source.Words[word].Key);
            }
        }

        return shared.Count >= 2;
    }

    /// <summary>This word stands in the cutting too.</summary>
    public static bool Shares(Comparison comparison, Run word) => !word.IsEmpty && comparison.Source.Words[word.Start].Key >= 0;
}
