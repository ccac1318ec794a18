using System.Text;
using Cuttings.Excerpts;
using Cuttings.Sources;

namespace Cuttings.Import.Pages.Inert;

/// <summary>Kept pages, made harmless.</summary>
/// <param name="open">Reads the payload of the response out of WARC records, content encodings undone; null where there is none.</param>
public sealed class InertPages(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<KeptPage?>> open) : IKeptPages
{
    /// <summary>The longest page shown, in bytes.</summary>
    public const int Longest = 16 << 20;

    /// <inheritdoc />
    public ValueTask<KeptPage?> OpenAsync(ReadOnlyMemory<byte> records, CancellationToken cancel = default) => open(records, cancel);

    /// <inheritdoc />
    public InertPage? Inert(KeptPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (type, charset) = MediaTypeOf(page.ContentType);
        if (page.Body.Length > Longest)
        {
            return null;
        }

        return type switch
        {
            "" or "text/html" or "application/xhtml+xml" or "application/xml" or "text/xml" => InertPageWriter.Write(PageEncoding.Decode(page.Body.Span, page.ContentType), page.Address),
            "text/plain" => new($"<pre>{InlineHtml.Encode(PageEncoding.Decode(page.Body.Span, page.ContentType))}</pre>"),
            _ => null,
        };
    }

    // RFC 9110, 8.3.1, read leniently.
    private static (string Type, string? Charset) MediaTypeOf(string? contentType)
    {
        var parts = (contentType ?? "").Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].ToLowerInvariant(), charset?[8..].Trim('"', '\'', ' '));
    }
}
