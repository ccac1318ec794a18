using System.Globalization;
using System.Text.RegularExpressions;

namespace Cuttings.Import.Feeds.Dates;

/// <summary>A time of day as written.</summary>
/// <param name="Hour">0 to 24.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="Second">0 to 60, or null where not written.</param>
/// <param name="Fraction">The digits behind the second's point, without zeros at their end; at most seven.</param>
/// <param name="Zone">Minutes east of Greenwich, or null where no known zone is written.</param>
internal readonly partial record struct ClockTime(int Hour, int Minute, int? Second, string Fraction, int? Zone)
{
    public bool Exists => Hour is >= 0 and <= 24 && Minute is >= 0 and <= 59 && Second is null or >= 0 and <= 60 && (Hour < 24 || Minute == 0 && Second is null or 0);

    public string ZoneText => Zone switch { null => "", 0 => "Z", { } minutes => $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}" };

    /// <summary>Finds the time in a text, and gives what stands before and behind it.</summary>
    public static ClockTime? Find(string text, out string rest)
    {
        rest = text;
        var found = Form().Match(text);
        if (!found.Success)
        {
            return null;
        }

        var half = (found.Groups["before"].Success ? found.Groups["before"] : found.Groups["behind"]).Value.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal);
        var hour = Number(found.Groups["hour"])!.Value;
        hour = half is "pm" or "오후" or "下午" or "晚上" or "午後" && hour < 12 ? hour + 12 : half is "am" or "오전" or "上午" or "凌晨" or "早上" or "午前" && hour == 12 ? 0 : hour;
        var tail = text[(found.Index + found.Length)..];
        var zone = ZoneNames.Read(tail, out var length);
        var fraction = found.Groups["fraction"].Value.TrimEnd('0');
        // What is no zone that is known may be a year, or a word that means nothing.
        rest = text[..found.Index] + " " + (zone is null ? tail : tail[length..]);
        return new(hour, Number(found.Groups["minute"])!.Value, Number(found.Groups["second"]), fraction[..Math.Min(fraction.Length, 7)], zone);
    }

    private static int? Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?:(?<before>오전|오후|上午|下午|凌晨|早上|晚上|午前|午後)\s*)?(?<![0-9])(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:[.,:](?<fraction>[0-9]{1,12}))?)?(?![0-9])(?:\s*(?<behind>[AaPp]\.?[Mm]\.?)(?![A-Za-z]))?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
