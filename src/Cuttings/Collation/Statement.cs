using System.Globalization;

namespace Cuttings.Collation;

/// <summary>What came of a collation in one plain sentence: never a seal.</summary>
public static class Statement
{
    /// <summary>`2 cuts (1 unmarked), 1 change; 18 % of the article`.</summary>
    public static string Of(CollationSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var parts = new List<string>();
        Add(summary.Cuts, "cut", summary.UnmarkedCuts == summary.Cuts ? summary.Cuts == 1 ? " (unmarked)" : $" ({(summary.Cuts == 2 ? "both" : "all")} unmarked)" : summary.UnmarkedCuts > 0 ? $" ({summary.UnmarkedCuts} unmarked)" : " (marked)");
        Add(summary.Changes, "change", "");
        Add(summary.Moved, "sentence", " moved");
        Add(summary.Added, "sentence", " not in the source");
        var found = parts.Count == 0 ? summary.Sentences == 0 ? "nothing to compare" : "word for word, nothing cut between" : string.Join(", ", parts);
        return $"{found}; {Percent(summary.Share)} of the article";

        void Add(int count, string what, string more)
        {
            if (count > 0)
            {
                parts.Add($"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}{more}");
            }
        }
    }

    /// <summary>What to say where hardly a sentence was found.</summary>
    public const string Unrelated = "Hardly a sentence of this stands in the source: are these the right two, and in the right order (the cutting first)?";

    /// <summary>True where hardly a sentence was found.</summary>
    public static bool IsUnrelated(CollationSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.Sentences > 0 && summary.Added * 5 >= summary.Sentences * 4;
    }

    /// <summary>A share in whole per cent; less than half of one as `less than 1 %`.</summary>
    public static string Percent(double share) => share is > 0 and < 0.005 ? "less than 1\u00A0%" : $"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)}\u00A0%";
}
