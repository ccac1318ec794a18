using System.Net;
using System.Text.Json;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Reads the values of JSON-LD, in which one thing may stand for a list and an object for a text.</summary>
internal static class LinkedValue
{
    /// <summary>What a list holds, or the one value that stands for a list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return value;
            yield break;
        }

        foreach (var item in value.EnumerateArray())
        {
            yield return item;
        }
    }

    /// <summary>The first text of a field.</summary>
    public static string? Text(JsonElement one, string field) => one.ValueKind == JsonValueKind.Object && one.TryGetProperty(field, out var value) ? Items(value).Select(Plain).FirstOrDefault(text => text is not null) : null;

    /// <summary>All texts of a field.</summary>
    public static List<string> Texts(JsonElement one, string field) => one.ValueKind == JsonValueKind.Object && one.TryGetProperty(field, out var value) ? [.. Items(value).Take(100).Select(Plain).OfType<string>()] : [];

    /// <summary>A value as plain text, without tags and entities; null where it holds none.</summary>
    public static string? Plain(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.TryGetProperty("@value", out var inner) && inner.ValueKind == JsonValueKind.String ? Plain(inner)
                : value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? Plain(name)
                : null;
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetRawText();
        }

        string? raw;
        try
        {
            raw = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped.
            return null;
        }

        if (raw is null)
        {
            return null;
        }

        var text = raw.Length > 20_000 ? raw[..20_000] : raw;
        text = text.Contains('&') ? WebUtility.HtmlDecode(text.Contains("&amp;", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text) : text;
        text = NodeText.Collapse(text.Contains('<') ? TagText.Without(text) : text);
        return text.Length == 0 ? null : text;
    }
}
