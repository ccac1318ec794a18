using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cuttings.Dating;

namespace Cuttings.Import.Feeds.Dates;

/// <summary>
/// Dates as feeds write them: RFC 822 and 5322 with every kind of sloppiness, RFC 3339, W3CDTF, ISO 8601, asctime, month names of a dozen
/// languages, and the numeric forms of Korean, Chinese and Japanese. What is written is kept, to exactly its precision: a time without a
/// zone gets none. What could be read two ways (03/04/2020), or exists in no calendar, is no date.
/// </summary>
internal static partial class FeedDate
{
    private const int Longest = 80;

    /// <summary>Reads the whole text as a date; null where it is none.</summary>
    public static PostedDate? Read(string? text) => TryRead(text, out var date) ? date : null;

    public static bool TryRead(string? text, [NotNullWhen(true)] out PostedDate? date)
    {
        date = null;
        var plain = text?.Trim() ?? "";
        // Java writes the zone's name behind its offset.
        plain = plain is [.., ']'] && plain.LastIndexOf('[') is > 0 and var zone ? plain[..zone] : plain;
        if (plain.Length is < 2 or > Longest)
        {
            return false;
        }

        plain = Numeric(plain);
        plain = plain.Contains('W', StringComparison.Ordinal) ? Week().Replace(plain, OfWeek) : plain;
        date = Basic(plain)?.ToPosted();
        if (date is not null)
        {
            return true;
        }

        var time = ClockTime.Find(plain, out var rest);
        var day = Day(rest.Trim().TrimEnd('T', 't', ',').Trim());
        date = (day is { Day: not null } whole ? whole with { Time = time } : time is null ? day : null)?.ToPosted();
        return date is not null;
    }

    // 2004년 5월 28일 오후 3시 20분, 2004年5月28日 15時20分
    private static string Numeric(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var plain = text.Normalize(NormalizationForm.FormKC);
        plain = Hours().Replace(plain, match => $"{match.Groups[1]}:{(match.Groups[2].Success ? match.Groups[2].Value : "00")}{(match.Groups[3].Success ? ":" + match.Groups[3].Value : "")} ");
        return YearMonthDay().Replace(plain, match => $"{match.Groups[1]}-{match.Groups[2]}{(match.Groups[3].Success ? "-" + match.Groups[3].Value : "")} ").Trim();
    }

    // 2003-W01-3, 2003W013: the day of a week (ISO 8601); a week alone is no day.
    private static string OfWeek(Match match)
    {
        var (year, week, day) = (Number(match, "year")!.Value, Number(match, "week")!.Value, Number(match, "day")!.Value);
        return year is >= 1000 and < 9999 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : match.Value;
    }

    // 20030631, 20030631T101455Z, 2003-335, 2003335, 030631, 1333620000, 1333620000123
    private static WrittenDate? Basic(string text)
    {
        var found = Compact().Match(text);
        if (found.Success)
        {
            var time = found.Groups["hour"].Success
                ? new ClockTime(Number(found, "hour")!.Value, Number(found, "minute")!.Value, Number(found, "second"), found.Groups["fraction"].Value.TrimEnd('0') is var digits ? digits[..Math.Min(7, digits.Length)] : "", ZoneNames.Read(found.Groups["zone"].Value, out _))
                : (ClockTime?)null;
            return new(Number(found, "year")!.Value, Number(found, "month"), Number(found, "day"), time);
        }

        var ordinal = Ordinal().Match(text);
        if (ordinal.Success)
        {
            var (year, days) = (Number(ordinal, "year")!.Value, Number(ordinal, "days")!.Value);
            if (year is < 1000 or > 9998 || days is < 1 || days > (DateTime.IsLeapYear(year) ? 366 : 365))
            {
                return null;
            }

            var day = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(days - 1);
            return new(day.Year, day.Month, day.Day);
        }

        if (text.Length == 6 && text.All(char.IsAsciiDigit) && !(text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal)))
        {
            return new(Century(int.Parse(text[..2], CultureInfo.InvariantCulture)), int.Parse(text[2..4], CultureInfo.InvariantCulture), int.Parse(text[4..], CultureInfo.InvariantCulture));
        }

        if (text.Length is 10 or 13 && text[0] == '1' && text.All(char.IsAsciiDigit))
        {
            var instant = DateTimeOffset.FromUnixTimeSeconds(long.Parse(text[..10], CultureInfo.InvariantCulture));
            return new(instant.Year, instant.Month, instant.Day, new(instant.Hour, instant.Minute, instant.Second, text[10..].TrimEnd('0'), 0));
        }

        return null;
    }

    private static WrittenDate? Day(string text)
    {
        var year = YearFirst().Match(text);
        if (year.Success)
        {
            return new(Number(year, "year")!.Value, Number(year, "month"), Number(year, "day"));
        }

        var last = YearLast().Match(text);
        if (last.Success)
        {
            var (first, second, written) = (Number(last, "first")!.Value, Number(last, "second")!.Value, Number(last, "year")!.Value);
            // Points stand between day and month; strokes in one country so, in another the other way round.
            return last.Groups["sign"].Value == "." || second <= 12 && first > 12 || first == second ? new(written, second, first)
                : first <= 12 && second > 12 ? new(written, first, second)
                : null;
        }

        var two = TwoDigits().Match(text);
        return two.Success ? new(Century(Number(two, "year")!.Value), Number(two, "month"), Number(two, "day")) : Worded(text);
    }

    // Thu, 5 Apr 2012; Apr 5, 2012; 5 avril 2012; 2004-július-13; 금, 05 4월 2012
    private static WrittenDate? Worded(string text)
    {
        int? month = null;
        var numbers = new List<(int Value, int Length)>();
        var unknown = 0;
        foreach (Match part in Parts().Matches(text))
        {
            var word = part.Value;
            if (char.IsAsciiDigit(word[0]))
            {
                if (part.Groups["month"].Success)
                {
                    month = int.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture);
                }
                else if (word.Length <= 4)
                {
                    numbers.Add((int.Parse(word, CultureInfo.InvariantCulture), word.Length));
                }
                else
                {
                    return null;
                }
            }
            else if (MonthNames.Find(word) is { } named)
            {
                month = named;
            }
            else
            {
                unknown++;
            }
        }

        if (month is null || unknown > 4 || numbers.Count is 0 or > 2)
        {
            return null;
        }

        var four = numbers.FindIndex(number => number.Length == 4);
        if (numbers.Count == 1)
        {
            return four == 0 ? new(numbers[0].Value, month) : null;
        }

        return four >= 0 ? new(numbers[four].Value, month, numbers[1 - four].Value)
            : numbers[1].Length == 2 ? new(Century(numbers[1].Value), month, numbers[0].Value)
            : numbers[1].Length == 3 && numbers[1].Value is >= 100 and <= 199 ? new(1900 + numbers[1].Value, month, numbers[0].Value)
            : null;
    }

    // RFC 5322 4.3.
    private static int Century(int year) => year < 50 ? 2000 + year : 1900 + year;

    private static int? Number(Match match, string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?:[Tt ]?(?<hour>[0-9]{2}):?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,12}))?)?(?<zone>\s?(?:[A-Za-z]{1,4}|[+-][0-9:]{1,5}))?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex("^(?<year>[0-9]{4})-?(?<days>[0-9]{3})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex("^(?<year>[0-9]{4})-?W(?<week>[0-9]{2})-?(?<day>[1-7])(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Week();

    // An hour without minutes is no time that anybody keeps: the day is.
    [GeneratedRegex(@"^(?:\p{L}{2,12}\.?,\s*(?=[0-9]{4}[-/.]))?(?<year>[0-9]{4})(?:\s?[-/.]\s?(?<month>[0-9]{1,2})(?:\s?[-/.]\s?(?<day>[0-9]{1,2})\.?(?:[Tt][0-9]{2}(?:[Zz]|[+-][0-9:]{2,6})?)?)?)?(?:\s*\(?[\p{L}.,]{1,12}\)?)?(?:\s*\(?[\p{L}.,]{1,12}\)?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?:[\p{L}.]{1,12},?\s+)?(?<first>[0-9]{1,2})(?<sign>[-/.])\s?(?<second>[0-9]{1,2})[-/.]\s?(?<year>[0-9]{4})(?:\s*\(?[A-Za-z]{1,5}\)?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearLast();

    [GeneratedRegex("^(?<year>[0-9]{2})-(?<month>[0-9]{2})-(?<day>[0-9]{2})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TwoDigits();

    [GeneratedRegex(@"(?<month>(?<number>[0-9]{1,2})\s?[月월])|[0-9]+|[\p{L}\p{M}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,2})\s?(?:시|時|时|点)(?:\s?([0-9]{1,2})\s?(?:분|分)(?:\s?([0-9]{1,2})\s?(?:초|秒))?)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hours();

    [GeneratedRegex(@"(?<![0-9])([0-9]{4})\s?[年년]\s*([0-9]{1,2})\s?[月월](?:\s*([0-9]{1,2})\s?[日일号])?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearMonthDay();
}
