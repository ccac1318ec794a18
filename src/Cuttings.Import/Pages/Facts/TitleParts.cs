using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Titles that carry the site's name and its sections, as the title element does: `Night ferry returns | Harbour | Tidewater Gazette`.</summary>
internal static partial class TitleParts
{
    /// <summary>The parts between separators, at most twelve; one for a title without any.</summary>
    public static List<string> Split(string title)
    {
        var parts = new List<string>();
        var at = 0;
        foreach (Match match in Separators().Matches(title.Length > 1000 ? title[..1000] : title))
        {
            if (match.Index > at && parts.Count < 11)
            {
                parts.Add(title[at..match.Index].Trim());
                at = match.Index + match.Length;
            }
        }

        parts.Add(title[at..].Trim());
        parts.RemoveAll(part => part.Length == 0);
        return parts;
    }

    /// <summary>The title without the site's name and sections, by evidence; separators that belong to it stay.</summary>
    public static string Strip(string title, SiteEvidence site, IReadOnlyCollection<string> sections)
    {
        var cuts = Cuts(title);
        var (from, to) = (0, cuts.Count);
        var known = false;
        while (to - from > 1)
        {
            var (last, first) = (Part(title, cuts, to - 1), Part(title, cuts, from));
            if (site.IsNearSite(last) || known && sections.Any(section => section.Equals(last, StringComparison.OrdinalIgnoreCase)))
            {
                to--;
            }
            else if (site.IsSite(first))
            {
                from++;
            }
            else
            {
                break;
            }

            known = true;
        }

        while (to - from > 1 && IsHang(title, cuts, from, to, known))
        {
            to--;
        }

        return title[cuts[from].Start..cuts[to - 1].End].Trim();
    }

    // Without evidence: after a bar, whatever is shorter than what precedes it; after a dash, only a name of a few words.
    private static bool IsHang(string title, List<(int Start, int End, char Sign)> cuts, int from, int to, bool known)
    {
        var last = Part(title, cuts, to - 1);
        var rest = title[cuts[from].Start..cuts[to - 2].End];
        var (weight, before) = (TextWeight.Of(last), TextWeight.Of(rest));
        if (before < 3 || weight >= before)
        {
            return false;
        }

        return cuts[to - 1].Sign switch
        {
            '|' or '｜' or '»' or '«' or '_' or '•' or '·' or '<' or '>' => weight <= 6,
            ':' or '/' => false,
            _ => !known && weight <= 3 && before >= 4 && last.Split(' ').All(word => word.Length > 0 && (char.IsUpper(word[0]) || word is "of" or "the" or "and" or "de" or "&")),
        };
    }

    private static string Part(string title, List<(int Start, int End, char Sign)> cuts, int n) => title[cuts[n].Start..cuts[n].End].Trim();

    private static List<(int Start, int End, char Sign)> Cuts(string title)
    {
        var cuts = new List<(int Start, int End, char Sign)>();
        var (at, sign) = (0, '\0');
        foreach (Match match in Separators().Matches(title.Length > 1000 ? title[..1000] : title))
        {
            if (match.Index > at && cuts.Count < 11)
            {
                cuts.Add((at, match.Index, sign));
                sign = match.Value.Trim() is { Length: > 0 } trimmed ? trimmed[0] : ' ';
                at = match.Index + match.Length;
            }
        }

        cuts.Add((at, title.Length, sign));
        return cuts;
    }

    // A dash needs spaces, except between Hanzi, where sites run it on.
    [GeneratedRegex(@"\s*[|｜»«_•]+\s*|\s+(?:[-–—·/~<>]|::?|--|\|\|)\s+|(?<=[\u3040-\u9FFF\uAC00-\uD7A3”》」』])\s*[-–—]+\s*(?=[\u3040-\u9FFF\uAC00-\uD7A3])|(?<=[\u3040-\u9FFF])-(?=[A-Za-z])|\s+-(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();
}
