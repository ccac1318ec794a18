using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cuttings.Import.WebArchives;

/// <summary>One line of a CDXJ index: where a capture lies in a file of records.</summary>
/// <param name="Url">What was captured.</param>
/// <param name="Date">When, UTC.</param>
/// <param name="Mime">The media type of the payload; `warc/revisit` for a revisit.</param>
/// <param name="Status">The HTTP status; 0 where there is none.</param>
/// <param name="Digest">The payload's digest, as the record states it.</param>
/// <param name="Offset">Where its gzip member begins, in bytes.</param>
/// <param name="Length">How many bytes the member takes.</param>
/// <param name="FileName">The file's name.</param>
public sealed record Cdxj(string Url, DateTimeOffset Date, string Mime, int Status, string? Digest, long Offset, long Length, string FileName)
{
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>By what lines are sorted, as bytes: the address's key and 14 digits of the time.</summary>
    public string Key => $"{Surt.Of(Url)} {WarcDate.Digits(Date)}";

    /// <summary>The line, without its end; numbers stand as strings, as the tools that read them expect.</summary>
    public string Line()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plainly))
        {
            json.WriteStartObject();
            json.WriteString("url", Url);
            json.WriteString("mime", Mime);
            if (Status != 0)
            {
                json.WriteString("status", Status.ToString());
            }

            if (Digest is not null)
            {
                json.WriteString("digest", Digest);
            }

            json.WriteString("length", Length.ToString());
            json.WriteString("offset", Offset.ToString());
            json.WriteString("filename", FileName);
            json.WriteEndObject();
        }

        return $"{Key} {Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length)}";
    }

    /// <summary>Indexes a record, whose block is read as far as its HTTP head; null for what no index lists: requests, metadata, what has no address or date.</summary>
    internal static async ValueTask<Func<long, Cdxj>?> OfAsync(WarcRecord record, string fileName, long start, CancellationToken cancel)
    {
        if (record.Type is not (WarcType.Response or WarcType.Resource or WarcType.Revisit) || record.TargetUri is not { } url || record.Date is not { } date)
        {
            return null;
        }

        var (mime, status) = (record.ContentType ?? "unk", record.Type == WarcType.Resource ? 200 : 0);
        if (record.IsHttp)
        {
            var head = new byte[64 * 1024];
            var length = await record.Block.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
            var http = HttpHead.Read(head.AsSpan(0, length));
            (mime, status) = (http?.Headers["Content-Type"] ?? "unk", http?.Status ?? 0);
        }

        mime = record.Type == WarcType.Revisit ? "warc/revisit" : mime.Split(';')[0].Trim();
        return stored => new(url, date, mime, status, record.Headers["WARC-Payload-Digest"], start + record.Offset, stored, fileName);
    }
}
