using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Cuttings.Importing;

namespace Cuttings.Import.Exchange;

/// <summary>
/// Reads the exchange format: JSON Lines in UTF-8, or a JSON array of the same objects. One bad line is a <see cref="FailedItem"/> and never stops the rest.
/// U+0000 and half surrogate pairs, which no database keeps, become U+FFFD.
/// </summary>
public static class ExchangeReader
{
    /// <summary>The longest line, in bytes; a longer one fails.</summary>
    public const int LongestLine = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>Reads to the end; the stream stays open. Items are named `NAME line 12`, or `NAME item 3` in an array.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async IAsyncEnumerable<ReadItem> ReadAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (peeked, layout) = await PeekAsync(stream, cancel);
        var records = new RecordReader(peeked, layout == Layout.Lines ? new LineSplitter() : new ValueSplitter(layout == Layout.Array), LongestLine);
        for (var number = 1L; await records.NextAsync(cancel); number++)
        {
            var record = Trim(records.Record, layout);
            if (record.IsEmpty && !records.TooLong)
            {
                number -= layout == Layout.Lines ? 0 : 1;
                continue;
            }

            var item = layout == Layout.Lines ? $"{name} line {records.Line}" : $"{name} item {number}";
            yield return records.TooLong ? Failed(item, $"The line is longer than {LongestLine / 1024 / 1024} MB.") : Read(record, item);
        }
    }

    private static ReadItem Read(Memory<byte> record, string item)
    {
        if (record.Span[0] != '{' || record.Span[^1] != '}')
        {
            return Failed(item, "This is not a JSON object in braces.");
        }

        if (!Utf8.IsValid(record.Span))
        {
            return Failed(item, "This is not UTF-8.");
        }

        try
        {
            EscapeMender.Mend(record.Span);
            using var json = JsonDocument.Parse(record, Strict);
            return new(ExchangeItem.Read(json.RootElement, item), null);
        }
        catch (JsonException e)
        {
            return Failed(item, $"This is not JSON: byte {e.BytePositionInLine + 1} of the line is wrong, or it is nested deeper than {Strict.MaxDepth}.");
        }
        catch (CuttingsException e)
        {
            return Failed(item, e.Message);
        }
    }

    private static ReadItem Failed(string item, string why) => new(null, new(item, why));

    private static Memory<byte> Trim(Memory<byte> record, Layout layout)
    {
        var trimmed = record.Trim(" \t\r\n"u8);
        return layout == Layout.Lines ? trimmed : trimmed.Trim(" \t\r\n,"u8) is var inner && layout == Layout.Array ? TrimArray(inner) : inner;
    }

    // The array's own brackets stand before its first and after its last record.
    private static Memory<byte> TrimArray(Memory<byte> record) => record.TrimStart("[] \t\r\n,"u8);

    private static async ValueTask<(Stream Stream, Layout Layout)> PeekAsync(Stream stream, CancellationToken cancel)
    {
        var head = new byte[4096];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        var start = head.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var text = Encoding.Latin1.GetString(head, start, length - start).TrimStart();
        var layout = text.StartsWith('[') ? Layout.Array
            : text.StartsWith('{') && text.AsSpan(1).TrimStart(" \t\r") is ['\n', ..] ? Layout.Values
            : Layout.Lines;
        return (new PeekedStream(head.AsMemory(start, length - start), stream), layout);
    }

    private enum Layout
    {
        Lines,
        Array,
        Values,
    }
}
