using System.Diagnostics.CodeAnalysis;
using Cuttings.Sources;
using MimeKit;
using MimeKit.Utils;

namespace Cuttings.Import.SavedPages;

/// <summary>The page in an MHTML file: the root of its parts.</summary>
/// <param name="Bytes">Decoded from quoted-printable or base64; in the page's own encoding.</param>
/// <param name="ContentType">Its type, with the charset where one is named.</param>
/// <param name="Address">Where it was saved from (absolute http or https), or null.</param>
/// <param name="Captured">When it was saved, or null.</param>
/// <param name="IsCutOff">Whether the file ends inside it.</param>
internal sealed record SavedParts(ReadOnlyMemory<byte> Bytes, string ContentType, string? Address, DateTimeOffset? Captured, bool IsCutOff)
{
    private const int DeepestParts = 16;

    public static bool TryFind(MemoryStream file, [NotNullWhen(true)] out SavedParts? page, out string why, CancellationToken cancel)
    {
        (page, why) = (null, "");
        if (SavedHeads.WhyNot(file.GetBuffer().AsSpan(0, (int)file.Length)) is { } refused)
        {
            why = refused;
            return false;
        }

        try
        {
            file.Position = 0;
            var options = ParserOptions.Default.Clone();
            options.MaxMimeDepth = DeepestParts;
            using var message = new MimeParser(options, file, MimeFormat.Entity, persistent: true).ParseMessage(cancel);
            page = Of(message, file);
            why = page is null ? "No page is in it, only parts of other kinds." : "";
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException or IOException or NotSupportedException)
        {
            why = $"It is damaged: it cannot be read as a saved page ({Quoted.Shortly(e.Message)})";
        }

        return page is not null;
    }

    private static SavedParts? Of(MimeMessage message, MemoryStream file)
    {
        var parts = Parts(message);
        var snapshot = Location(message.Headers);
        var pages = parts.Where(part => part.ContentType.IsMimeType("text", "html") || part.ContentType.IsMimeType("application", "xhtml+xml")).ToList();
        if ((Start(message.Body, pages) ?? pages.Find(part => snapshot is not null && Location(part.Headers) == snapshot) ?? pages.FirstOrDefault()) is not { Content: not null } root)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        root.Content.DecodeTo(bytes);
        var charset = root.ContentType.Charset;
        return new(
            bytes.ToArray(),
            string.IsNullOrWhiteSpace(charset) ? root.ContentType.MimeType : $"{root.ContentType.MimeType}; charset={charset}",
            AddressOf(root, message, snapshot),
            message.Headers[HeaderId.Date] is { } date && DateUtils.TryParse(date, out var captured) ? captured : null,
            ReferenceEquals(root, parts[^1]) && message.Body is Multipart { Boundary: { Length: > 0 } boundary } && file.GetBuffer().AsSpan(0, (int)file.Length).IndexOf(System.Text.Encoding.Latin1.GetBytes($"--{boundary}--")) < 0);
    }

    // Those that hold others are opened, in order; the depth is the parser's.
    private static List<MimePart> Parts(MimeMessage message)
    {
        var (found, waiting) = (new List<MimePart>(), new Stack<MimeEntity?>([message.Body]));
        while (waiting.TryPop(out var next))
        {
            switch (next)
            {
                case MimePart part:
                    found.Add(part);
                    break;
                case Multipart parts:
                    foreach (var part in parts.Reverse())
                    {
                        waiting.Push(part);
                    }

                    break;
                case MessagePart { Message: { } inner }:
                    waiting.Push(inner.Body);
                    break;
            }
        }

        return found;
    }

    private static MimePart? Start(MimeEntity? body, List<MimePart> pages) =>
        body is Multipart && body.ContentType.Parameters["start"]?.Trim(' ', '<', '>') is { Length: > 0 } start ? pages.Find(part => part.ContentId == start) : null;

    private static string? AddressOf(MimePart root, MimeMessage message, string? snapshot)
    {
        var own = Location(root.Headers);
        if (WebAddress.TryParse(own, out var address))
        {
            return address;
        }

        // RFC 2557, 5: a relative one is read against the base, or against the location of what is around it.
        var around = root.Headers["Content-Base"]?.Trim() ?? snapshot ?? message.Body?.Headers["Content-Location"];
        return own is not null && Uri.TryCreate(around, UriKind.Absolute, out var uri) && Uri.TryCreate(uri, own, out var joined) && WebAddress.TryParse(joined.AbsoluteUri, out address) ? address
            : WebAddress.TryParse(snapshot, out address) ? address : null;
    }

    private static string? Location(HeaderList headers) =>
        (headers["Snapshot-Content-Location"] ?? headers["Content-Location"]) is { } location && string.Concat(location.Where(sign => !char.IsWhiteSpace(sign))) is { Length: > 0 } joined ? joined : null;
}
