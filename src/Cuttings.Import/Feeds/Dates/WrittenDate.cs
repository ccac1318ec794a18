using System.Globalization;
using Cuttings.Dating;

namespace Cuttings.Import.Feeds.Dates;

/// <summary>The parts of a date as far as they were written.</summary>
internal readonly record struct WrittenDate(int Year, int? Month = null, int? Day = null, ClockTime? Time = null)
{
    /// <summary>As EDTF, to exactly the precision written; null where no such day or time exists.</summary>
    public PostedDate? ToPosted()
    {
        if (Year is < 1000 or > 9999 || Month is < 1 or > 12 || Day is < 1 or > 31 || Month is { } month && Day is { } day && day > DateTime.DaysInMonth(Year, month))
        {
            return null;
        }

        var text = Text();
        return text is not null && PostedDate.TryParse(text, out var date) ? date : null;
    }

    private string? Text()
    {
        if (Month is not { } month)
        {
            return $"{Year:0000}";
        }

        if (Day is not { } day)
        {
            return $"{Year:0000}-{month:00}";
        }

        if (Time is not { } time)
        {
            return $"{Year:0000}-{month:00}-{day:00}";
        }

        if (!time.Exists)
        {
            return null;
        }

        // 24:00 and a leap second are the next minute's beginning.
        var clock = new DateTime(Year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        if (Year == 9999 && month == 12)
        {
            return $"{Year:0000}-{month:00}-{day:00}";
        }

        clock = clock.AddHours(time.Hour).AddMinutes(time.Minute).AddSeconds(time.Second ?? 0);
        var seconds = time.Second is null ? "" : clock.ToString(":ss", CultureInfo.InvariantCulture) + (time.Fraction.Length == 0 ? "" : "." + time.Fraction);
        return clock.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) + seconds + time.ZoneText;
    }
}
