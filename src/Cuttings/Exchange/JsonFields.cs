using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Cuttings.Exchange;

/// <summary>The fields of an exchange object: what is empty is left out.</summary>
internal static class JsonFields
{
    public static void WriteText(this Utf8JsonWriter json, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(key, value);
        }
    }

    public static void WriteList(this Utf8JsonWriter json, string key, IReadOnlyList<string> values, bool evenEmpty = false)
    {
        if (values.Count == 0 && !evenEmpty)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void WriteExtra(this Utf8JsonWriter json, ImmutableSortedDictionary<string, string> extra, FrozenSet<string> known)
    {
        foreach (var (key, raw) in extra)
        {
            if (known.Contains(key))
            {
                continue;
            }

            // Written anew rather than copied, so that a line feed between its parts cannot break the line.
            using var value = JsonDocument.Parse(raw);
            json.WritePropertyName(key);
            value.RootElement.WriteTo(json);
        }
    }
}
