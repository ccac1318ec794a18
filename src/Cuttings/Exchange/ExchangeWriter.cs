using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cuttings.Excerpts;
using Cuttings.Importing;

namespace Cuttings.Exchange;

/// <summary>
/// Writes a cutting in the exchange format: one JSON object on one line, UTF-8, letters of every script as they are.
/// `body` where the excerpt has only paragraphs without markup, else `html`. What is empty is left out.
/// </summary>
public static class ExchangeWriter
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The line, without LF.</summary>
    public static string Write(Cutting cutting) => Write(cutting, missing: null);

    /// <summary>The line as `read` prints it: with the fields that could not be told, under `missing`.</summary>
    public static string Write(Incoming incoming)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        return Write(incoming.Cutting, incoming.Missing);
    }

    /// <summary>Writes the object in UTF-8, without LF.</summary>
    public static void Write(IBufferWriter<byte> output, Cutting cutting, IReadOnlyList<string>? missing = null)
    {
        ArgumentNullException.ThrowIfNull(cutting);
        using var json = new Utf8JsonWriter(output, OneLine);
        WriteCutting(json, cutting, missing);
    }

    private static string Write(Cutting cutting, IReadOnlyList<string>? missing)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        Write(bytes, cutting, missing);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteCutting(Utf8JsonWriter json, Cutting cutting, IReadOnlyList<string>? missing)
    {
        json.WriteStartObject();
        json.WriteText("id", cutting.Id);
        json.WriteString("headline", cutting.Headline);
        json.WriteText("slug", cutting.Slug);
        if (cutting.Status != CuttingStatus.Published)
        {
            json.WriteString("status", cutting.Status.ToString().ToLowerInvariant());
        }

        json.WriteText("posted", cutting.Posted?.Text);
        json.WriteText("author", cutting.Author);
        json.WriteList("categories", cutting.Categories);
        json.WriteList("tags", cutting.Tags);
        json.WriteText("language", cutting.Language);
        WriteExcerpt(json, cutting.Excerpt);
        json.WriteText("credit", cutting.Credit.Printed);
        json.WriteText("outlet", cutting.Credit.Outlet);
        json.WriteText("byline", cutting.Credit.Byline);
        json.WriteText("via", cutting.Credit.Via);
        json.WriteText("permalink", cutting.Permalink);
        SourceWriter.Write(json, cutting.Sources);
        WriteCorrections(json, cutting.Corrections);
        json.WriteExtra(cutting.Extra, ExchangeKeys.OfCutting);
        WriteSuggested(json, cutting.Suggested);
        if (missing is not null)
        {
            json.WriteList("missing", missing, evenEmpty: true);
        }

        json.WriteEndObject();
    }

    private static void WriteExcerpt(Utf8JsonWriter json, Excerpt excerpt)
    {
        if (!excerpt.IsPlain())
        {
            json.WriteString("html", excerpt.ToHtml());
            return;
        }

        json.WriteStartArray("body");
        foreach (var block in excerpt.Blocks)
        {
            json.WriteStringValue(block.Html.ToText());
        }

        json.WriteEndArray();
    }

    private static void WriteCorrections(Utf8JsonWriter json, ImmutableArray<Correction> corrections)
    {
        if (corrections.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("corrections");
        foreach (var correction in corrections)
        {
            json.WriteStartObject();
            json.WriteString("date", correction.Date.Text);
            json.WriteString("text", correction.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSuggested(Utf8JsonWriter json, ImmutableSortedDictionary<string, string> suggested)
    {
        if (suggested.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("suggested");
        foreach (var (field, value) in suggested)
        {
            json.WriteString(field, value);
        }

        json.WriteEndObject();
    }
}
