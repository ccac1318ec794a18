using System.Text.Json;
using AngleSharp.Html.Parser;
using Cuttings.Import.Exchange;
using Cuttings.Import.Html;

namespace Cuttings.Import;

/// <summary>A file that can be collated: plain text, an HTML page or one object of the exchange format.</summary>
/// <param name="Text">Its text, blocks joined by a blank line; the headline or title first where it has one of its own.</param>
/// <param name="Truncated">Whether it says of itself that its text ends early.</param>
public sealed record CollationFile(string Text, bool Truncated)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 32 * 1024 * 1024;

    /// <summary>Reads a cutting. With <paramref name="headline"/> its headline, where the format has one, becomes the first paragraph.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.BadInput"/> where it is no text, too large or empty.</exception>
    public static async ValueTask<CollationFile> ReadCuttingAsync(string path, bool headline, CancellationToken cancel = default) =>
        Read(await BytesAsync(path, cancel), path, headline, source: false);

    /// <summary>Reads a source: of an exchange object its first source's first text, or, where it has none, its own.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.BadInput"/> where it is no text, too large or empty.</exception>
    public static async ValueTask<CollationFile> ReadSourceAsync(string path, bool title, CancellationToken cancel = default) =>
        Read(await BytesAsync(path, cancel), path, title, source: true);

    private static async ValueTask<byte[]> BytesAsync(string path, CancellationToken cancel)
    {
        try
        {
            await using var file = path == Reading.StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > Largest)
                {
                    throw new CuttingsException(ErrorKind.BadInput, $"{path} is longer than {Largest >> 20} MB.");
                }
            }

            return bytes.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CuttingsException(ErrorKind.BadInput, $"{path} cannot be read: {error.Message}", error);
        }
    }

    private static CollationFile Read(byte[] bytes, string path, bool headline, bool source)
    {
        if (Signatures.Find(bytes) is { } binary)
        {
            throw new CuttingsException(ErrorKind.BadInput, $"{path} is {binary}. What can be collated is plain text, an HTML page, or a cutting in the exchange format.");
        }

        if (TextEncoding.LooksBinary(bytes.AsSpan(0, Math.Min(bytes.Length, FormatGuesser.HeadLength))))
        {
            throw new CuttingsException(ErrorKind.BadInput, $"{path} is binary data. What can be collated is plain text, an HTML page, or a cutting in the exchange format.");
        }

        var text = TextEncoding.Of(bytes).GetString(bytes).TrimStart('\uFEFF');
        var start = text.AsSpan().TrimStart();
        var file = start.StartsWith("{") && Exchanged(bytes, path, headline, source) is { } exchanged ? exchanged
            : start.StartsWith("<") && Signatures.FindMarkup(start[..Math.Min(start.Length, 8192)].ToString()) is { } ? new(Page(text, headline), false)
            : new CollationFile(text, false);
        return string.IsNullOrWhiteSpace(file.Text) ? throw new CuttingsException(ErrorKind.BadInput, $"{path} holds no text.") : file;
    }

    private static CollationFile? Exchanged(byte[] bytes, string path, bool headline, bool source)
    {
        try
        {
            var line = bytes.AsSpan().TrimEnd((ReadOnlySpan<byte>)" \r\n\t"u8);
            using var json = JsonDocument.Parse(line.ToArray());
            if (source && json.RootElement.TryGetProperty("text", out var own) && own.ValueKind == JsonValueKind.Array && !json.RootElement.TryGetProperty("body", out _))
            {
                var title = headline && json.RootElement.TryGetProperty("title", out var titled) ? titled.GetString() : null;
                return new(Joined(title, own.EnumerateArray().Select(paragraph => paragraph.GetString() ?? "")), json.RootElement.TryGetProperty("truncated", out var cut) && cut.ValueKind == JsonValueKind.True);
            }

            var cutting = ExchangeItem.Read(json.RootElement, path).Cutting;
            if (source && cutting.Sources.SelectMany(one => one.Editions.Select(edition => (Source: one, Edition: edition))).FirstOrDefault(one => !one.Edition.Text.IsEmpty) is { Edition: not null } kept)
            {
                return new(Joined(headline ? kept.Source.Title : null, kept.Edition.Text), kept.Edition.Truncated);
            }

            return new(Joined(headline ? cutting.Headline : null, [cutting.Excerpt.ToText()]), false);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException error)
        {
            throw new CuttingsException(ErrorKind.BadInput, $"{path} is not in the exchange format: {error.Message}", error);
        }
    }

    private static string Joined(string? head, IEnumerable<string> paragraphs) => string.Join("\n\n", string.IsNullOrWhiteSpace(head) ? paragraphs : paragraphs.Prepend(head.ReplaceLineEndings(" ")));

    // The article, where the page says what it is; else the whole body.
    private static string Page(string html, bool headline)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var article = page.QuerySelector("article") ?? page.QuerySelector("main") ?? page.Body;
        var title = (article?.QuerySelector("h1") ?? page.QuerySelector("h1"))?.TextContent.Trim() ?? page.Title?.Trim();
        foreach (var aside in article?.QuerySelectorAll("h1, nav, aside, footer, form, figure figcaption").ToList() ?? [])
        {
            aside.Remove();
        }

        return Joined(headline ? title : null, [ExcerptSanitizer.Sanitize(article?.InnerHtml ?? html).ToText()]);
    }
}
