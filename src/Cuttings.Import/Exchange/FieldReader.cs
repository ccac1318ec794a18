using System.Collections.Immutable;
using System.Text.Json;
using Cuttings.Dating;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Import.Exchange;

/// <summary>Reads one field of an exchange object. A value of the wrong kind is a <see cref="ErrorKind.BadInput"/> that names the field and quotes it.</summary>
internal static class FieldReader
{
    /// <summary>The longest name or id, in UTF-8 bytes: what the databases can index.</summary>
    public const int LongestName = 2_000;

    /// <summary>Text as it stands; null where it is empty.</summary>
    public static string? Text(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when field.Value.GetString() is { Length: > 0 } text => text,
        JsonValueKind.String => null,
        _ => throw Wrong(field, "text in quotation marks"),
    };

    /// <summary>A name or an id; a number is taken as it is written.</summary>
    public static string? Name(JsonProperty field) => Short(field.Name, field.Value.ValueKind == JsonValueKind.Number ? field.Value.GetRawText() : Text(field));

    /// <summary>A list of names, without the empty ones and repetitions; a single one need not stand in a list.</summary>
    public static ImmutableArray<string> Names(JsonProperty field) => field.Value.ValueKind == JsonValueKind.Array
        ? [.. Strings(field).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Select(name => Short(field.Name, name)!)]
        : Name(field) is { } one ? [one] : [];

    /// <summary>A list of paragraphs, every one of them kept.</summary>
    public static ImmutableArray<string> Paragraphs(JsonProperty field) => field.Value.ValueKind == JsonValueKind.Array ? Strings(field) : throw Wrong(field, "a list of paragraphs");

    /// <summary>A date in EDTF or RFC 3339.</summary>
    public static PostedDate? Date(JsonProperty field) => Text(field) is not { } text ? null
        : PostedDate.TryParse(text, out var date) ? date
        : throw Wrong(field, "a date: EDTF such as 2020-09-27, 2020-09 or 2020-07/2020-09, or RFC 3339");

    /// <summary>A moment in RFC 3339, with its offset.</summary>
    public static DateTimeOffset? Moment(JsonProperty field) => Text(field) is null ? null
        : field.Value.TryGetDateTimeOffset(out var moment) ? moment
        : throw Wrong(field, "a moment in RFC 3339, such as 2026-05-03T09:30:00Z");

    /// <summary>Yes or no.</summary>
    public static bool Flag(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw Wrong(field, "true or false"),
    };

    /// <summary>A language tag.</summary>
    public static string? Language(JsonProperty field) => Text(field) is not { } text ? null
        : LanguageTag.TryParse(text, out var tag) ? tag
        : throw Wrong(field, "a language tag (BCP 47) such as en, ko or zh-Hant");

    /// <summary>An address.</summary>
    public static string? Address(JsonProperty field) => Text(field) is not { } text ? null
        : WebAddress.TryParse(text, out var address) ? address
        : throw Wrong(field, "an absolute http or https address");

    /// <summary>A field's raw value on one line.</summary>
    public static string Raw(JsonElement value) => value.GetRawText();

    /// <summary>The error for a value of the wrong kind.</summary>
    public static CuttingsException Wrong(JsonProperty field, string due) => Wrong(field.Name, field.Value, due);

    private static CuttingsException Wrong(string name, JsonElement value, string due) => new(ErrorKind.BadInput, $"'{Quoted.Shortly(name)}' must be {due}, not {Quoted.Shortly(value.GetRawText())}.");

    private static ImmutableArray<string> Strings(JsonProperty field)
    {
        var list = ImmutableArray.CreateBuilder<string>(field.Value.GetArrayLength());
        foreach (var value in field.Value.EnumerateArray())
        {
            list.Add(value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(field.Name, value, "a list of text"));
        }

        return list.DrainToImmutable();
    }

    private static string? Short(string field, string? text) => text is null || text.Length <= LongestName / 3 || System.Text.Encoding.UTF8.GetByteCount(text) <= LongestName
        ? text
        : throw new CuttingsException(ErrorKind.BadInput, $"'{field}' is longer than {LongestName} bytes.");
}
