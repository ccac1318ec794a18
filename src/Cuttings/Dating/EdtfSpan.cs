using System.Globalization;

namespace Cuttings.Dating;

/// <summary>The stretch of time that one EDTF date, without a slash, can mean.</summary>
internal readonly record struct EdtfSpan(DateTimeOffset First, DateTimeOffset Last)
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd't'HH:mm:ssK", "yyyy-MM-dd' 'HH:mm:ssK"];

    public static bool TryRead(string text, out EdtfSpan span)
    {
        span = default;
        if (text.Length >= 16 && text[10] is 'T' or 't' or ' ')
        {
            if (!DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            {
                return false;
            }

            span = new(instant, instant);
            return true;
        }

        // Uncertain, approximate, both: of the whole date.
        var plain = text.Length > 0 && text[^1] is '?' or '~' or '%' ? text[..^1] : text;
        if (plain.StartsWith('Y'))
        {
            return plain.Length is > 5 and <= 20 && long.TryParse(plain.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var long4) && Math.Abs(long4) > 9999 && Years(long4, long4, out span);
        }

        var before = plain.StartsWith('-');
        var parts = (before ? plain[1..] : plain).Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2))
        {
            return false;
        }

        if (!TryYear(parts[0], out var from, out var to))
        {
            return false;
        }

        if (before)
        {
            return from > 0 && Years(-to, -from, out span) && parts.Length == 1;
        }

        if (parts.Length == 1)
        {
            return Years(from, to, out span);
        }

        return from is >= 1 and <= 9999 && TryDays(parts, from, to, out span);
    }

    private static bool TryYear(string year, out int from, out int to)
    {
        from = to = 0;
        // X stands for the last digit, or for the last two.
        var known = year.TrimEnd('X');
        if (known.Length is 4 or 3 or 2 && known.All(char.IsAsciiDigit))
        {
            from = int.Parse(known.PadRight(4, '0'), CultureInfo.InvariantCulture);
            to = int.Parse(known.PadRight(4, '9'), CultureInfo.InvariantCulture);
            return true;
        }

        return false;
    }

    private static bool TryDays(string[] parts, int from, int to, out EdtfSpan span)
    {
        span = default;
        if (parts[1] == "XX")
        {
            return (parts.Length == 2 || parts[2] == "XX" || TryNumber(parts[2], 1, 31, out _)) && Years(from, to, out span);
        }

        if (from != to)
        {
            return false;
        }

        if (parts.Length == 2 && TryNumber(parts[1], 21, 24, out var season))
        {
            // Spring, summer, autumn, winter, as months of the north; ISO 8601-2 leaves the months open.
            var start = Day(from, (season - 21) * 3 + 3, 1);
            span = new(start, from == 9999 ? start : start.AddMonths(3).AddTicks(-1));
            return from < 9999;
        }

        if (!TryNumber(parts[1], 1, 12, out var month))
        {
            return false;
        }

        if (parts.Length == 2 || parts[2] == "XX")
        {
            var start = Day(from, month, 1);
            span = new(start, start.AddDays(DateTime.DaysInMonth(from, month)).AddTicks(-1));
            return true;
        }

        if (!TryNumber(parts[2], 1, DateTime.DaysInMonth(from, month), out var day))
        {
            return false;
        }

        var only = Day(from, month, day);
        span = new(only, only.AddTicks(TimeSpan.TicksPerDay - 1));
        return true;
    }

    private static bool TryNumber(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private static bool Years(long from, long to, out EdtfSpan span)
    {
        var (first, last) = ((int)Math.Clamp(from, 1, 9999), (int)Math.Clamp(to, 1, 9999));
        span = new(Day(first, 1, 1), Day(last, 12, 31).AddTicks(TimeSpan.TicksPerDay - 1));
        return true;
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
