using System.Buffers;
using System.Text;

namespace Cuttings.Import.Pages;

/// <summary>A page's text in borrowed memory: most pages are longer than what the collector takes as small.</summary>
internal sealed class DecodedPage : IDisposable
{
    // Shorter pages borrow as much as they could need, longer ones what they do.
    private const int Short = 1 << 20;

    private char[] signs;

    private DecodedPage(char[] signs, ReadOnlyMemory<char> text)
    {
        this.signs = signs;
        Text = text;
    }

    /// <summary>The text, without a byte order mark; gone when the page is given back.</summary>
    public ReadOnlyMemory<char> Text { get; }

    /// <summary>Decodes a page (<see cref="PageEncoding"/>).</summary>
    public static DecodedPage Of(ReadOnlySpan<byte> page, string? contentType)
    {
        var encoding = PageEncoding.Of(page, contentType);
        var borrowed = ArrayPool<char>.Shared.Rent(page.Length < Short ? encoding.GetMaxCharCount(page.Length) : encoding.GetCharCount(page));
        return new(borrowed, borrowed.AsMemory(0, encoding.GetChars(page, borrowed)).TrimStart('\uFEFF'));
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(signs);
        signs = [];
    }
}
