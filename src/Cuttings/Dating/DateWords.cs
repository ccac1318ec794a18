namespace Cuttings.Dating;

/// <summary>A posted date in a reader's words.</summary>
public static class DateWords
{
    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>`27 September 2020`, `July 2020 to September 2020`, `about 25 May 2020`, `some time in the 2010s`; an instant gives the day it falls on in the zone, or, without one, by its own offset: the day that stood where it was written.</summary>
    public static string Display(PostedDate date, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(date);
        var slash = date.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return One(date.Text, zone);
        }

        var (start, end) = (date.Text[..slash], date.Text[(slash + 1)..]);
        return start is "" or ".." ? "until " + One(end, zone)
            : end is "" or ".." ? "from " + One(start, zone) + " on"
            : $"{One(start, zone)} to {One(end, zone)}";
    }

    private static string One(string text, TimeZoneInfo? zone)
    {
        if (!EdtfSpan.TryRead(text, out var span))
        {
            return text;
        }

        if (span.First == span.Last)
        {
            return (zone is null ? span.First : TimeZoneInfo.ConvertTime(span.First, zone)).ToString("d MMMM yyyy");
        }

        var plain = text.TrimEnd('?', '~', '%');
        var words = Plain(plain, span);
        return text[^1] switch { '?' => $"perhaps {words}", '~' => $"about {words}", '%' => $"perhaps about {words}", _ => words };
    }

    private static string Plain(string text, EdtfSpan span)
    {
        if (text.StartsWith('Y') || text.StartsWith('-'))
        {
            return "the year " + text.TrimStart('Y');
        }

        var parts = text.Split('-');
        if (parts[0].EndsWith('X'))
        {
            return parts[0].EndsWith("XX", StringComparison.Ordinal) ? $"some time from {span.First.Year} to {span.Last.Year}" : $"some time in the {parts[0][..3]}0s";
        }

        return parts.Length == 1 ? parts[0]
            : parts[1] == "XX" ? $"some time in {parts[0]}"
            : int.Parse(parts[1]) > 20 ? $"{Seasons[int.Parse(parts[1]) - 21]} {parts[0]}"
            : parts.Length == 2 ? span.First.ToString("MMMM yyyy")
            : parts[2] == "XX" ? $"some day in {span.First:MMMM yyyy}"
            : span.First.ToString("d MMMM yyyy");
    }
}
