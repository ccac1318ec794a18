using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cuttings.Import.Feeds.Dates;

/// <summary>Time zones as feeds write them: `Z`, `+0900`, `-5`, `GMT+9`, `EST`, `Etc/UTC`, `KST`.</summary>
internal static partial class ZoneNames
{
    // In minutes. Of names with several meanings the one that feeds mean; RFC 5322 4.3 for the American ones.
    private static readonly string[] Zones =
    [
        "-600 HST",
        "-540 AKST",
        "-480 PST PT AKDT",
        "-420 MST MT PDT",
        "-360 CST CT MDT",
        "-300 EST ET CDT COT PET",
        "-240 AST AT EDT",
        "-210 NST",
        "-180 BRT ART ADT",
        "-150 NDT",
        "0 Z UT UTC GMT WET",
        "60 BST WEST CET MEZ MET WAT",
        "120 CEST MESZ MEST EET SAST CAT",
        "180 EEST MSK EAT TRT",
        "210 IRST",
        "240 MSD GST",
        "300 PKT",
        "330 IST",
        "345 NPT",
        "420 WIB ICT",
        "480 HKT SGT MYT PHT AWST",
        "540 JST KST",
        "570 ACST",
        "600 AEST",
        "630 ACDT",
        "660 AEDT",
        "720 NZST NZT",
        "780 NZDT",
    ];

    private static readonly FrozenDictionary<string, int> Names = Zones.Select(zone => zone.Split(' '))
        .SelectMany(words => words.Skip(1).Select(name => (Name: name, Minutes: int.Parse(words[0], CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(zone => zone.Name, zone => zone.Minutes, StringComparer.OrdinalIgnoreCase);

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

    [GeneratedRegex(@"^\s*\(?(?:(?:(?<name>GMT|UTC|UT|Z)?\s?(?<sign>[+\-−])\s?(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?(?::?[0-9]{2})?(?![0-9]))|(?:Etc/(?![A-Za-z]+[+-]))?(?<name>[A-Za-z]{1,4})(?![A-Za-z]))\)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Form();
}
