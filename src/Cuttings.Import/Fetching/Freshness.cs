using System.Globalization;
using Cuttings.Import.Fetching.Answers;

namespace Cuttings.Import.Fetching;

/// <summary>What an answer says of time (RFC 9110, 10.2.3; RFC 9111, 4.2).</summary>
internal static class Freshness
{
    /// <summary>How long it may be held fresh; null where it does not say.</summary>
    public static TimeSpan? FreshFor(AnswerHeaders headers)
    {
        var directives = (headers.CacheControl ?? "").Split(',', StringSplitOptions.TrimEntries);
        if (directives.Any(directive => Is(directive, "no-store") || Is(directive, "no-cache") || directive.StartsWith("no-cache=", StringComparison.OrdinalIgnoreCase)))
        {
            return TimeSpan.Zero;
        }

        foreach (var directive in directives)
        {
            if (directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase) && Seconds(directive["max-age=".Length..].Trim('"')) is { } age)
            {
                return Later(age - (Seconds(headers.Age) ?? TimeSpan.Zero));
            }
        }

        // An Expires that is no date, such as 0, means that it has passed.
        return headers.Expires is null ? null
            : Date(headers.Expires) is { } expires && Date(headers.Date) is { } sent ? Later(expires - sent)
            : TimeSpan.Zero;
    }

    /// <summary>How long Retry-After asks to wait; a date counts from the server's own, since clocks differ.</summary>
    public static TimeSpan? RetryAfter(AnswerHeaders headers, DateTimeOffset now) =>
        Seconds(headers.RetryAfter) ?? (Date(headers.RetryAfter) is { } date ? Later(date - (Date(headers.Date) ?? now)) : null);

    private static TimeSpan? Seconds(string? text) =>
        text is { Length: > 0 } && text.All(char.IsAsciiDigit) ? TimeSpan.FromSeconds(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, 315_360_000) : 315_360_000) : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite | DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static TimeSpan Later(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private static bool Is(string directive, string name) => directive.Equals(name, StringComparison.OrdinalIgnoreCase);
}
