using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Body;

/// <summary>Tells short lines that only say how to reach the writer or the paper.</summary>
internal static partial class Contacts
{
    public static bool Is(string line) => line.Contains('@', StringComparison.Ordinal) && Reach().IsMatch(line);

    [GeneratedRegex(@"^(?:contact|e-?mail|reach|write to|call|send (?:tips|comments|letters|questions))\b.{0,80}@|\b(?:write|mail|e-?mail|contact|talk) (?:to )?us\b.{0,40}@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reach();
}
