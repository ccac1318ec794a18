using Cuttings.Dating;

namespace Cuttings.Import.Pages.Facts;

/// <summary>A date as found: to the year, month or day, or an instant.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">0 where it is not given.</param>
/// <param name="Day">0 where it is not given.</param>
/// <param name="Time">`HH:mm:ss`, or null.</param>
/// <param name="Offset">`Z` or `+09:00`; null where the time's zone is not given.</param>
internal readonly record struct FoundDate(int Year, int Month, int Day, string? Time = null, string? Offset = null)
{
    public bool IsDay => Day > 0;

    /// <summary>Days since the year 1, by the calendar as printed; only where <see cref="IsDay"/>.</summary>
    public int Number => new DateOnly(Year, Month, Day).DayNumber;

    public bool IsUtc => Offset is "Z" or "+00:00";

    public bool SameDay(FoundDate other) => Year == other.Year && Month == other.Month && Day == other.Day;

    public FoundDate DayOnly => this with { Time = null, Offset = null };

    /// <summary>As EDTF with the precision given.</summary>
    public PostedDate? ToPosted() => PostedDate.TryParse(Text, out var posted) ? posted : null;

    public string Text => Month == 0 ? $"{Year:0000}" : Day == 0 ? $"{Year:0000}-{Month:00}" : Time is null ? $"{Year:0000}-{Month:00}-{Day:00}" : $"{Year:0000}-{Month:00}-{Day:00}T{Time}{Offset}";

    public static FoundDate? Of(int year, int month, int day, string? time = null, string? offset = null) =>
        year is >= 1500 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day, time, offset) : null;
}
