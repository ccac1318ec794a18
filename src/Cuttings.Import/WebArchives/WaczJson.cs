using System.Text;
using System.Text.Json;

namespace Cuttings.Import.WebArchives;

/// <summary>Reads the JSON in a WACZ, whatever is wrong with it.</summary>
internal static class WaczJson
{
    /// <summary>The document; null where it is none.</summary>
    public static JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(3) : bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field that is a text; null where it is none.</summary>
    public static string? Text(JsonElement element, string key)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no UTF-8, or half a surrogate pair.
            return null;
        }
    }
}
