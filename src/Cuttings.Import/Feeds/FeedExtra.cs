using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds;

/// <summary>
/// What an entry says beyond the fields of a cutting, as keys of its own in the exchange line: `guid` (its id, as written), `summary` (HTML, where the
/// text stands beside it), `enclosures`, `related`, `comments`, `contributors`, `rights`.
/// </summary>
internal static class FeedExtra
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImmutableSortedDictionary<string, string> AddTo(ImmutableSortedDictionary<string, string> extra, FeedItem item)
    {
        var added = extra.ToBuilder();
        AddText(added, "guid", item.Id);
        AddText(added, "summary", item.Content is not null && item.Summary is { } summary && !extra.ContainsKey("standfirst") && !Teasers.Repeats(item.Content, summary) ? summary.ToHtml() : null);
        AddText(added, "related", item.External);
        AddText(added, "comments", item.Comments);
        AddText(added, "rights", item.Rights);
        if (!item.Contributors.IsEmpty)
        {
            added["contributors"] = List(item.Contributors, (json, name) => json.WriteStringValue(name));
        }

        if (!item.Enclosures.IsEmpty)
        {
            added["enclosures"] = List(item.Enclosures, Enclosure);
        }

        return added.ToImmutable();
    }

    private static void Enclosure(Utf8JsonWriter json, Enclosure enclosure)
    {
        json.WriteStartObject();
        json.WriteString("url", enclosure.Address);
        if (enclosure.Type is { } type)
        {
            json.WriteString("type", type);
        }

        if (enclosure.Length is { } length)
        {
            json.WriteNumber("length", length);
        }

        json.WriteEndObject();
    }

    private static void AddText(ImmutableSortedDictionary<string, string>.Builder extra, string key, string? text)
    {
        if (text is not null)
        {
            extra[key] = Value(json => json.WriteStringValue(text));
        }
    }

    private static string List<T>(ImmutableArray<T> values, Action<Utf8JsonWriter, T> write) => Value(json =>
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    });

    private static string Value(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
