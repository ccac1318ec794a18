using System.Globalization;

namespace Cuttings.Dating;

/// <summary>
/// A date in EDTF (ISO 8601-2:2019), level 0 and 1: `2020-09-27`, `2020-09`, `2020`, `2020-09-27T10:00:00Z`,
/// `2020-07/2020-09`, `2020-05-25~`, `2020-XX`, `2020-21` (season), `../2020`, `Y170000002`.
/// It sorts by its earliest instant. Equal dates have equal text.
/// </summary>
public sealed record PostedDate
{
    private PostedDate(string text, DateTimeOffset earliest, DateTimeOffset latest) => (Text, Earliest, Latest) = (text, earliest, latest);

    /// <summary>The EDTF text as written.</summary>
    public string Text { get; }

    /// <summary>The first instant it can mean; in UTC where the text gives no offset.</summary>
    public DateTimeOffset Earliest { get; }

    /// <summary>The last instant it can mean.</summary>
    public DateTimeOffset Latest { get; }

    /// <summary>Reads EDTF or RFC 3339; throws <see cref="ErrorKind.BadInput"/> with the text quoted.</summary>
    public static PostedDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new CuttingsException(ErrorKind.BadInput, $"'{text}' is not a date: give EDTF such as 2020-09-27, 2020-09 or 2020-07/2020-09, or RFC 3339.");

    /// <summary>Reads EDTF or RFC 3339.</summary>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PostedDate? date)
    {
        date = null;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
        {
            date = new(text!, day, day.AddDays(1).AddTicks(-1));
        }
        else if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            date = new(text!, instant, instant);
        }

        return date is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
