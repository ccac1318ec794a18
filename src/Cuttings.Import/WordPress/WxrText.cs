using System.Buffers;
using System.Text;

namespace Cuttings.Import.WordPress;

/// <summary>
/// The characters of an export, as far as XML 1.0 (2.2) allows them: others, which blogs collect by pasting, are left out.
/// Bytes that are no UTF-8 are read as windows-1252, the encoding from which they were pasted.
/// </summary>
internal sealed class WxrText(Stream file) : IDisposable
{
    private const int BufferLength = 64 * 1024;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(sign => sign is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF']);

    private readonly byte[] bytes = ArrayPool<byte>.Shared.Rent(BufferLength);
    private Decoder? decoder;
    private int start;
    private int end;
    private bool ended;

    /// <summary>How many bytes have been read.</summary>
    public long Bytes { get; private set; }

    /// <summary>Reads some characters; 0 only at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<char> into, CancellationToken cancel)
    {
        while (!into.IsEmpty)
        {
            if (start == end && !ended)
            {
                await FillAsync(cancel);
            }

            decoder ??= Encoding().GetDecoder();
            decoder.Convert(bytes.AsSpan(start, end - start), into.Span, ended, out var used, out var made, out var completed);
            start += used;
            var kept = Mend(into.Span[..made]);
            if (kept > 0)
            {
                return kept;
            }

            if (ended && completed && made == 0)
            {
                return 0;
            }
        }

        return 0;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    private async ValueTask FillAsync(CancellationToken cancel)
    {
        start = 0;
        end = await file.ReadAtLeastAsync(bytes.AsMemory(0, BufferLength), BufferLength, throwOnEndOfStream: false, cancel);
        ended = end < BufferLength;
        Bytes += end;
    }

    private static int Mend(Span<char> text)
    {
        var at = text.IndexOfAny(Forbidden);
        if (at < 0)
        {
            return text.Length;
        }

        var kept = at;
        for (; at < text.Length; at++)
        {
            if (!Forbidden.Contains(text[at]))
            {
                text[kept++] = text[at];
            }
        }

        return kept;
    }

    // The declaration is believed; where it says UTF-8, or nothing, but no letter beyond ASCII is UTF-8, the bytes are.
    private Encoding Encoding()
    {
        var head = bytes.AsSpan(0, end);
        var found = TextEncoding.Of(head);
        if (found.CodePage is 1200 or 1201 or 12000)
        {
            start = head switch { [0xFF, 0xFE, 0, 0, ..] => 4, [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => 2, _ => 0 };
            return found;
        }

        start = head.StartsWith(System.Text.Encoding.UTF8.Preamble) ? 3 : 0;
        if (Declared(head) is { } declared && declared.CodePage != 65001)
        {
            return declared;
        }

        return found.CodePage == 65001 || HasUtf8(head) ? System.Text.Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, PastedBytes.Instance) : found;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> head)
    {
        var declaration = System.Text.Encoding.Latin1.GetString(head[..Math.Min(head.Length, 1024)]);
        var at = declaration.IndexOf("<?xml", StringComparison.Ordinal);
        var last = at < 0 ? -1 : declaration.IndexOf("?>", at, StringComparison.Ordinal);
        var named = last < 0 ? -1 : declaration.IndexOf("encoding", at, last - at, StringComparison.Ordinal);
        if (named < 0)
        {
            return null;
        }

        var name = declaration[(named + 8)..last].Trim().TrimStart('=').Trim().Trim('"', '\'');
        try
        {
            var encoding = System.Text.Encoding.GetEncoding(name);
            // ASCII that says UTF-16 of itself is not.
            return encoding.CodePage is 1200 or 1201 or 12000 or 12001 or 65000 ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool HasUtf8(ReadOnlySpan<byte> head)
    {
        for (var at = head.IndexOfAnyInRange((byte)0xC2, (byte)0xF4); at >= 0 && at + 1 < head.Length; at++)
        {
            if (head[at] is >= 0xC2 and <= 0xF4 && Rune.DecodeFromUtf8(head[at..], out _, out var length) == OperationStatus.Done && length > 1)
            {
                return true;
            }
        }

        return false;
    }
}
