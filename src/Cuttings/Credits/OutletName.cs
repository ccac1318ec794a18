using System.Collections.Frozen;

namespace Cuttings.Credits;

/// <summary>Tells names of outlets from other words, where their place alone does not.</summary>
public static class OutletName
{
    private const int ShortestWithEnding = 3;

    private static readonly FrozenSet<string> Words = WordLists.Outlets.Set("words");
    private static readonly FrozenSet<string> Agencies = WordLists.Outlets.Set("agencies");
    private static readonly FrozenSet<string> Labels = WordLists.Outlets.Set("labels");
    private static readonly IReadOnlyList<string> Endings = WordLists.Outlets.Section("endings");

    /// <summary>True where the words say themselves that they are an outlet's name: an agency, `… Gazette`, `…일보`. Most names do not say it.</summary>
    public static bool IsTold(string? name)
    {
        if (name is null || !CreditReader.IsName(name) || name.Contains('=', StringComparison.Ordinal))
        {
            return false;
        }

        var folded = name.Trim().ToLowerInvariant();
        folded = folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;
        if (Labels.Contains(folded))
        {
            return false;
        }

        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Agencies.Contains(folded)
            || (words.Length > 1 || folded.Length < name.Trim().Length) && words.Any(Words.Contains)
            || folded.Length >= ShortestWithEnding && Endings.Any(ending => folded.EndsWith(ending, StringComparison.Ordinal));
    }
}
