using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Cuttings.Sources;

namespace Cuttings.Exchange;

/// <summary>Writes the sources of a cutting with their editions.</summary>
internal static class SourceWriter
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<Source> sources)
    {
        if (sources.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteText("url", source.Url);
            json.WriteText("title", source.Title);
            json.WriteText("outlet", source.Outlet);
            json.WriteText("byline", source.Byline);
            json.WriteText("published", source.Published?.Text);
            WriteEditions(json, source.Editions);
            json.WriteExtra(source.Extra, ExchangeKeys.OfSource);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What is written of these sources, to compare with.</summary>
    public static byte[] Bytes(ImmutableArray<Source> sources)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Write(json, sources);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteEditions(Utf8JsonWriter json, ImmutableArray<Edition> editions)
    {
        if (editions.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("editions");
        foreach (var edition in editions)
        {
            json.WriteStartObject();
            if (edition.Captured is { } captured)
            {
                json.WriteString("captured", captured);
            }

            json.WriteText("digest", edition.Digest);
            json.WriteList("text", edition.Text);
            if (edition.Truncated)
            {
                json.WriteBoolean("truncated", edition.Truncated);
            }

            json.WriteExtra(edition.Extra, ExchangeKeys.OfEdition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
