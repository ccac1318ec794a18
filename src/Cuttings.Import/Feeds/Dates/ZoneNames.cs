using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cuttings.Import.Feeds.Dates;

/// <summary>Time zones as feeds write them: `Z`, `+0900`, `-5`, `GMT+9`, `EST`, `KST`.</summary>
internal static partial class ZoneNames
{
    // In minutes. Of names with several meanings the one that feeds mean; RFC 5322 4.3 for the American ones.
    private static readonly FrozenDictionary<string, int> Names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0,
        ["BST"] = 60, ["WEST"] = 60, ["CET"] = 60, ["MEZ"] = 60, ["MET"] = 60, ["WAT"] = 60,
        ["CEST"] = 120, ["MESZ"] = 120, ["MEST"] = 120, ["EET"] = 120, ["SAST"] = 120, ["CAT"] = 120,
        ["EEST"] = 180, ["MSK"] = 180, ["EAT"] = 180, ["TRT"] = 180, ["MSD"] = 240, ["GST"] = 240,
        ["IRST"] = 210, ["PKT"] = 300, ["IST"] = 330, ["NPT"] = 345, ["WIB"] = 420, ["ICT"] = 420,
        ["HKT"] = 480, ["SGT"] = 480, ["MYT"] = 480, ["PHT"] = 480, ["AWST"] = 480, ["JST"] = 540, ["KST"] = 540,
        ["ACST"] = 570, ["AEST"] = 600, ["ACDT"] = 630, ["AEDT"] = 660, ["NZST"] = 720, ["NZT"] = 720, ["NZDT"] = 780,
        ["BRT"] = -180, ["ART"] = -180, ["ADT"] = -180, ["NDT"] = -150, ["NST"] = -210, ["AST"] = -240, ["AT"] = -240, ["EDT"] = -240,
        ["EST"] = -300, ["ET"] = -300, ["CDT"] = -300, ["COT"] = -300, ["PET"] = -300, ["CST"] = -360, ["CT"] = -360, ["MDT"] = -360, ["MST"] = -420, ["MT"] = -420,
        ["PDT"] = -420, ["PST"] = -480, ["PT"] = -480, ["AKDT"] = -480, ["AKST"] = -540, ["HST"] = -600,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The offset in minutes of the zone that a text begins with, and how long it is; null where it begins with none that is known.</summary>
    public static int? Read(string text, out int length)
    {
        var found = Form().Match(text);
        length = found.Length;
        if (!found.Success)
        {
            return null;
        }

        if (!found.Groups["sign"].Success)
        {
            return Names.TryGetValue(found.Groups["name"].Value, out var named) ? named : null;
        }

        var (hours, minutes) = (Number(found.Groups["hours"]), Number(found.Groups["minutes"]));
        return hours > 14 || minutes > 59 ? null : (found.Groups["sign"].Value is "-" or "−" ? -1 : 1) * ((hours * 60) + minutes);
    }

    private static int Number(Group digits) => digits.Success && digits.Length > 0 ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*\(?(?:(?:(?<name>GMT|UTC|UT|Z)?\s?(?<sign>[+\-−])\s?(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?(?::?[0-9]{2})?(?![0-9]))|(?<name>[A-Za-z]{1,4})(?![A-Za-z]))\)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Form();
}
