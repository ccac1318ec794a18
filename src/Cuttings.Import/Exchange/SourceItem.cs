using System.Collections.Immutable;
using System.Text.Json;
using Cuttings.Sources;

namespace Cuttings.Import.Exchange;

/// <summary>Reads the sources of an exchange object and their editions.</summary>
internal static class SourceItem
{
    public static ImmutableArray<Source> ReadAll(JsonProperty field) => [.. Objects(field).Select(Read)];

    /// <summary>The objects of a list, or the one object that stands there without a list.</summary>
    public static IEnumerable<JsonElement> Objects(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Object => [field.Value],
        JsonValueKind.Array when field.Value.EnumerateArray().All(value => value.ValueKind == JsonValueKind.Object) => field.Value.EnumerateArray(),
        _ => throw FieldReader.Wrong(field, "a list of objects"),
    };

    private static Source Read(JsonElement element)
    {
        var source = new Source();
        var editions = ImmutableArray<Edition>.Empty;
        var text = ImmutableArray<string>.Empty;
        var truncated = false;
        foreach (var field in element.EnumerateObject())
        {
            switch (field.Name)
            {
                case "url": source = source with { Url = FieldReader.Address(field) }; break;
                case "title": source = source with { Title = FieldReader.Text(field) }; break;
                case "outlet": source = source with { Outlet = FieldReader.Name(field) }; break;
                case "byline": source = source with { Byline = FieldReader.Text(field) }; break;
                case "published": source = source with { Published = FieldReader.Date(field) }; break;
                case "editions": editions = [.. Objects(field).Select(Edition)]; break;
                case "text": text = FieldReader.Paragraphs(field); break;
                case "truncated": truncated = FieldReader.Flag(field); break;
                default: source = source with { Extra = source.Extra.SetItem(field.Name, FieldReader.Raw(field.Value)) }; break;
            }
        }

        return source with { Editions = text.IsEmpty ? editions : editions.Insert(0, new Edition { Text = text, Truncated = truncated }) };
    }

    private static Edition Edition(JsonElement element)
    {
        var edition = new Edition();
        foreach (var field in element.EnumerateObject())
        {
            edition = field.Name switch
            {
                "captured" => edition with { Captured = FieldReader.Moment(field) },
                "digest" => edition with { Digest = FieldReader.Name(field) },
                "text" => edition with { Text = FieldReader.Paragraphs(field) },
                "truncated" => edition with { Truncated = FieldReader.Flag(field) },
                _ => edition with { Extra = edition.Extra.SetItem(field.Name, FieldReader.Raw(field.Value)) },
            };
        }

        return edition;
    }
}
