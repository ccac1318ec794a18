using System.Globalization;
using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Dates as programs write them: ISO 8601 and its cousins, RFC 5322, seconds since 1970.</summary>
internal static partial class WrittenInstant
{
    /// <summary>Reads the whole text; null where it is none.</summary>
    public static FoundDate? Read(string? text)
    {
        var plain = text?.Trim() ?? "";
        if (plain.Length is < 4 or > 60)
        {
            return null;
        }

        if (Iso().Match(plain) is { Success: true } iso)
        {
            return Of(iso);
        }

        if (Compact().Match(plain) is { Success: true } compact)
        {
            return Of(compact);
        }

        if (Mail().Match(plain) is { Success: true } mail && MonthNames.Of(mail.Groups["month"].Value) is var month and > 0)
        {
            return FoundDate.Of(Number(mail.Groups["year"]), month, Number(mail.Groups["day"]), Time(mail), Offset(mail.Groups["zone"].Value));
        }

        if (Script().Match(plain) is { Success: true } script && MonthNames.Of(script.Groups["month"].Value) is var named and > 0)
        {
            return FoundDate.Of(Number(script.Groups["year"]), named, Number(script.Groups["day"]), Time(script), Offset(script.Groups["zone"].Value));
        }

        // Seconds or milliseconds since 1970, of this century.
        if (plain.Length is 10 or 13 && plain.All(char.IsAsciiDigit) && long.Parse(plain, CultureInfo.InvariantCulture) is var count)
        {
            var instant = DateTimeOffset.FromUnixTimeMilliseconds(plain.Length == 10 ? count * 1000 : count);
            return instant.Year is >= 1995 and <= 2100 ? FoundDate.Of(instant.Year, instant.Month, instant.Day, instant.ToString("HH:mm:ss", CultureInfo.InvariantCulture), "Z") : null;
        }

        return null;
    }

    private static FoundDate? Of(Match match)
    {
        var (year, month, day) = (Number(match.Groups["year"]), Number(match.Groups["month"]), Number(match.Groups["day"]));
        if (day == 0 && match.Groups["time"].Value.Length == 0)
        {
            return year is >= 1500 and <= 2200 && month is >= 0 and <= 12 ? new FoundDate(year, month, 0) : null;
        }

        return FoundDate.Of(year, month, day, Time(match), Offset(match.Groups["zone"].Value));
    }

    private static int Number(Group group) => group.Value.Length == 0 ? 0 : int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static string? Time(Match match)
    {
        if (match.Groups["hour"].Value.Length == 0)
        {
            return null;
        }

        var (hour, minute, second) = (Number(match.Groups["hour"]), Number(match.Groups["minute"]), Number(match.Groups["second"]));
        hour = match.Groups["half"].Value.ToLowerInvariant() switch { "pm" when hour < 12 => hour + 12, "am" when hour == 12 => 0, _ => hour };
        return hour < 24 && minute < 60 ? $"{hour:00}:{minute:00}:{Math.Min(second, 59):00}" : null;
    }

    private static string? Offset(string zone)
    {
        if (zone.Length == 0)
        {
            return null;
        }

        if (zone[0] is '+' or '-')
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
            var (hours, minutes) = (int.Parse(digits[..2], CultureInfo.InvariantCulture), digits.Length >= 4 ? int.Parse(digits[2..4], CultureInfo.InvariantCulture) : 0);
            return hours <= 14 && minutes < 60 ? $"{zone[0]}{hours:00}:{minutes:00}" : null;
        }

        return zone.ToUpperInvariant() switch
        {
            "Z" or "UTC" or "GMT" => "Z",
            "EST" => "-05:00",
            "EDT" => "-04:00",
            "CDT" => "-05:00",
            "MST" => "-07:00",
            "MDT" => "-06:00",
            "PST" => "-08:00",
            "PDT" => "-07:00",
            "CET" => "+01:00",
            "CEST" => "+02:00",
            "KST" or "JST" => "+09:00",
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2})(?<time>(?:T|t|\s+|\s*,\s*|\s*T\s*)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,:]\d{1,9})?)?\s*(?<half>[AaPp][Mm])?\s*(?<zone>[Zz]|UTC|GMT|[A-Z]{3,4}|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?(?:T|\s*\[[^\]]*\])?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>[0-3]\d)(?<time>[T ]?(?<hour>[0-2]\d):?(?<minute>[0-5]\d)(?::?(?<second>[0-5]\d))?(?<zone>[Zz]|[+-]\d{2}:?\d{2})?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?:\p{L}{2,9}\.?,?\s+)?(?<day>\d{1,2})[\s-](?<month>\p{L}{3,9})[\s-](?<year>\d{4}),?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<zone>[+-]\d{4}|[A-Z]{1,4})?(?:\s*\([^)]*\))?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail();

    // `Thu Mar 09 2017 23:16:02 GMT+0000`, and `Thu Mar 09 23:16:02 UTC 2017`.
    [GeneratedRegex(@"^\p{L}{3,9},?\s+(?<month>\p{L}{3,9})\s+(?<day>\d{1,2})\s+(?:(?<year>\d{4})\s+(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})\s*(?:GMT|UTC)?(?<zone>[+-]\d{4})?(?:\s*\([^)]*\))?|(?<hour>\d{1,2}):(?<minute>\d{2}):(?<second>\d{2})\s+(?:(?<zone>[A-Z]{3,4})\s+)?(?<year>\d{4}))$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Script();
}
