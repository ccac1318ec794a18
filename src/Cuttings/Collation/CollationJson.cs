using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cuttings.Collation;

/// <summary>Writes a collation as JSON: UTF-8, camel case, positions as UTF-16 offsets with the end exclusive.</summary>
public static class CollationJson
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, without LF.</summary>
    public static string Write(Collated collated)
    {
        var bytes = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(bytes, OneLine))
        {
            Write(json, collated, static json => json.WriteNull("edition"));
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes the object; <paramref name="edition"/> writes its property `edition`, <paramref name="more"/> what follows.</summary>
    public static void Write(Utf8JsonWriter json, Collated collated, Action<Utf8JsonWriter> edition, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(collated);
        ArgumentNullException.ThrowIfNull(edition);
        json.WriteStartObject();
        json.WriteNumber("share", collated.Share);
        edition(json);
        json.WriteString("cuttingText", collated.CuttingText);
        json.WriteString("sourceText", collated.SourceText);
        json.WritePropertyName("headline");
        if (collated.Headline is { } headline)
        {
            Write(json, headline);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray("sentences");
        foreach (var sentence in collated.Sentences)
        {
            Write(json, sentence);
        }

        json.WriteEndArray();
        json.WriteStartArray("omissions");
        foreach (var omission in collated.Omissions)
        {
            json.WriteStartObject();
            json.WriteNumber("after", omission.After);
            Write(json, "source", omission.Source);
            json.WriteNumber("words", omission.Words);
            json.WriteBoolean("marked", omission.Marked);
            Write(json, omission.Warnings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("marks");
        foreach (var mark in collated.Marks)
        {
            json.WriteStartObject();
            Write(json, "at", mark.At);
            if (mark.Words is { } words)
            {
                json.WriteNumber("words", words);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("anotherEdition", collated.AnotherEdition);
        json.WriteNumber("wordsTaken", collated.WordsTaken);
        json.WriteNumber("sourceWords", collated.SourceWords);
        more?.Invoke(json);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CollatedSentence sentence)
    {
        json.WriteStartObject();
        json.WriteNumber("n", sentence.Number);
        json.WriteString("text", sentence.Text);
        Write(json, "cutting", sentence.Cutting);
        json.WriteString("verdict", Name(sentence.Verdict));
        json.WriteStartArray("source");
        foreach (var passage in sentence.Source)
        {
            Write(json, passage);
        }

        json.WriteEndArray();
        json.WriteStartArray("variants");
        foreach (var variant in sentence.Variants)
        {
            json.WriteStartObject();
            json.WriteString("kind", variant.Kind.ToString().ToLowerInvariant());
            json.WriteString("cutting", variant.Cutting);
            json.WriteString("source", variant.Source);
            json.WriteBoolean("marked", variant.Marked);
            json.WriteBoolean("inQuotation", variant.InQuotation);
            Write(json, "cuttingAt", variant.CuttingAt);
            Write(json, "sourceAt", variant.SourceAt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, sentence.Warnings);
        json.WriteEndObject();
    }

    /// <summary>A verdict as it stands in JSON and on pages.</summary>
    public static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static void Write(Utf8JsonWriter json, IReadOnlyCollection<Warning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("kind", warning.Kind);
            json.WriteString("cutting", warning.Cutting);
            json.WriteString("source", warning.Source);
            json.WriteString("text", warning.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Passage passage)
    {
        json.WritePropertyName(name);
        Write(json, passage);
    }

    private static void Write(Utf8JsonWriter json, Passage passage)
    {
        json.WriteStartArray();
        json.WriteNumberValue(passage.Start);
        json.WriteNumberValue(passage.End);
        json.WriteEndArray();
    }
}
