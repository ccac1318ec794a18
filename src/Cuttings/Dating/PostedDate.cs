using System.Diagnostics.CodeAnalysis;

namespace Cuttings.Dating;

/// <summary>
/// A date in EDTF (ISO 8601-2:2019), level 0 and 1: `2020-09-27`, `2020-09`, `2020`, `2020-09-27T10:00:00Z`,
/// `2020-07/2020-09`, `2020-05-25~`, `2020-XX`, `2020-21` (season), `../2020`, `Y170000002`, `-0044`.
/// It sorts by its earliest instant. Equal dates have equal text. Years beyond 1 to 9999 are clamped for sorting.
/// </summary>
public sealed record PostedDate
{
    private PostedDate(string text, DateTimeOffset earliest, DateTimeOffset latest) => (Text, Earliest, Latest) = (text, earliest, latest);

    /// <summary>The EDTF text as written.</summary>
    public string Text { get; }

    /// <summary>The first instant it can mean; in UTC where the text gives no offset. An interval with an open or unknown start begins where it ends.</summary>
    public DateTimeOffset Earliest { get; }

    /// <summary>The last instant it can mean; an open or unknown end lasts as long as its start's own precision.</summary>
    public DateTimeOffset Latest { get; }

    /// <summary>True for two dates with a slash between.</summary>
    public bool IsInterval => Text.Contains('/', StringComparison.Ordinal);

    /// <summary>Reads EDTF or RFC 3339; throws <see cref="ErrorKind.BadInput"/> with the text quoted.</summary>
    public static PostedDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new CuttingsException(ErrorKind.BadInput, $"'{(text?.Length > 60 ? text[..60] + "…" : text)}' is not a date: give EDTF such as 2020-09-27, 2020-09 or 2020-07/2020-09, or RFC 3339.");

    /// <summary>Reads EDTF or RFC 3339; bounded, and never throws.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PostedDate? date)
    {
        date = null;
        if (text is not { Length: >= 2 and <= 64 })
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            date = EdtfSpan.TryRead(text, out var span) ? new(text, span.First, span.Last) : null;
            return date is not null;
        }

        var (start, end) = (text[..slash], text[(slash + 1)..]);
        var (opens, closes) = (start is "" or "..", end is "" or "..");
        var (first, last) = (default(EdtfSpan), default(EdtfSpan));
        if (opens && closes || !opens && !EdtfSpan.TryRead(start, out first) || !closes && !EdtfSpan.TryRead(end, out last))
        {
            return false;
        }

        // An interval runs forwards.
        if (!opens && !closes && last.Last < first.First)
        {
            return false;
        }

        date = opens ? new(text, last.First, last.Last) : new(text, first.First, closes ? first.Last : last.Last);
        return true;
    }

    /// <summary>True where it can mean some instant from <paramref name="from"/> up to, and without, <paramref name="to"/>.</summary>
    public bool Intersects(DateTimeOffset from, DateTimeOffset to) => Earliest < to && Latest >= from;

    /// <inheritdoc />
    public override string ToString() => Text;
}
