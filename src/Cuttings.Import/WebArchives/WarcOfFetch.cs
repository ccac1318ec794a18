using System.Text;
using Cuttings.Fetching;

namespace Cuttings.Import.WebArchives;

/// <summary>The records of one fetch, as they are kept and exported.</summary>
/// <param name="Bytes">Gzip members, one after another: the request, the answer (or revisit), and, where the address led on, what is said of that.</param>
/// <param name="RequestLength">How many bytes the request takes.</param>
/// <param name="ResponseOffset">Where the answer's member begins, in bytes.</param>
/// <param name="ResponseLength">How many bytes the answer's member takes.</param>
/// <param name="PayloadDigest">Of the body as received, transfer encodings undone, content encodings not: `sha-256:` and hex.</param>
/// <param name="BlockDigest">Of the answer's whole block, the same.</param>
/// <param name="Date">When it was captured, as the records say.</param>
/// <param name="TargetUri">What was captured, as the records say: the address that answered.</param>
/// <param name="IsRevisit">Whether the payload is not in it, being the same as that of an earlier record.</param>
public sealed record CapturedRecords(
    ReadOnlyMemory<byte> Bytes, int RequestLength, int ResponseOffset, int ResponseLength, string PayloadDigest, string BlockDigest, DateTimeOffset Date, string TargetUri, bool IsRevisit);

/// <summary>The earlier record that holds the same payload.</summary>
/// <param name="TargetUri">Its WARC-Target-URI.</param>
/// <param name="Date">Its WARC-Date.</param>
/// <param name="PayloadDigest">Its WARC-Payload-Digest.</param>
public sealed record EarlierRecord(string TargetUri, DateTimeOffset Date, string PayloadDigest);

/// <summary>
/// Makes the WARC 1.1 records of a fetch: the request and the answer as they went over the line but for transfer encodings, and a metadata
/// record where redirects led on. Digests are `sha-256:` and hex, as ReplayWeb.page and its peers write and read them.
/// </summary>
/// <param name="newId">Makes the records' names; null for random UUIDs (`urn:uuid:…`).</param>
public sealed class WarcOfFetch(Func<string>? newId = null)
{
    /// <summary>The profile of a revisit by digest (WARC 1.1, 6.7.2).</summary>
    public const string SamePayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

    private readonly Func<string> newId = newId ?? (() => $"urn:uuid:{Guid.NewGuid()}");

    /// <summary>The records of an exchange in which a server answered.</summary>
    /// <param name="fetched">The exchange; it must have an answer's head.</param>
    /// <param name="earlier">A record kept before: where its payload is the same, the answer becomes a revisit that refers to it.</param>
    /// <exception cref="ArgumentException">There was no answer.</exception>
    public CapturedRecords Write(Fetched fetched, EarlierRecord? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        if (fetched.ResponseHead.IsEmpty)
        {
            throw new ArgumentException($"{fetched.Asked} gave no answer to be kept.", nameof(fetched));
        }

        var payload = LabelledDigest.Sha256(fetched.Received.Span);
        var known = earlier is not null && LabelledDigest.Parse(earlier.PayloadDigest) is { } old && old.Equals(LabelledDigest.Parse(payload)) ? earlier : null;
        var (requestId, responseId) = (newId(), newId());
        var response = Answer(fetched, responseId, payload, known);
        using var bytes = new MemoryStream();
        var request = fetched.RequestHead.IsEmpty ? 0 : Add(bytes, Request(fetched, requestId, responseId));
        var answer = Add(bytes, response);
        if (!fetched.Redirects.IsEmpty || fetched.AgainstRobots)
        {
            Add(bytes, Metadata(fetched, responseId));
        }

        return new(bytes.ToArray(), request, request, answer, payload, LabelledDigest.Sha256(response.Block.Span), fetched.At, fetched.Address, known is not null);
    }

    private static NewRecord Request(Fetched fetched, string id, string responseId) => NewRecord.Of(
        "request", id, fetched.At, fetched.Address, "application/http; msgtype=request", fetched.RequestHead, new MessageHeader("WARC-Concurrent-To", $"<{responseId}>"));

    private static NewRecord Answer(Fetched fetched, string id, string payload, EarlierRecord? earlier)
    {
        var fields = new List<MessageHeader>();
        if (fetched.ServerAddress is { } ip)
        {
            fields.Add(new("WARC-IP-Address", ip));
        }

        if (earlier is not null)
        {
            fields.Add(new("WARC-Profile", SamePayload));
            fields.Add(new("WARC-Refers-To-Target-URI", earlier.TargetUri));
            fields.Add(new("WARC-Refers-To-Date", WarcDate.Write(earlier.Date)));
        }

        fields.Add(new("WARC-Payload-Digest", payload));
        ReadOnlyMemory<byte> block = earlier is not null ? fetched.ResponseHead : (byte[])[.. fetched.ResponseHead.Span, .. fetched.Received.Span];
        return NewRecord.Of(earlier is null ? "response" : "revisit", id, fetched.At, fetched.Address, "application/http; msgtype=response", block, fields);
    }

    // The heads of answers that led on are not at hand; what is known of them is said, not made up.
    private NewRecord Metadata(Fetched fetched, string responseId)
    {
        var said = new StringBuilder();
        var via = fetched.Redirects.IsEmpty ? null : fetched.Redirects[0].Address;
        _ = via is null ? said : said.Append("via: ").Append(via).Append("\r\n");
        foreach (var step in fetched.Redirects)
        {
            said.Append("redirect: ").Append(step.Status).Append(' ').Append(step.Address.ReplaceLineEndings(" ")).Append("\r\n");
        }

        _ = fetched.AgainstRobots ? said.Append("robots: asked for by hand though robots.txt keeps it from schedules\r\n") : said;
        return NewRecord.Of("metadata", newId(), fetched.At, fetched.Address, "application/warc-fields", Encoding.UTF8.GetBytes(said.ToString()), new MessageHeader("WARC-Concurrent-To", $"<{responseId}>"));
    }

    private static int Add(MemoryStream bytes, NewRecord record)
    {
        var before = bytes.Length;
        var written = new WarcWriter(bytes).WriteAsync(record);
        System.Diagnostics.Debug.Assert(written.IsCompleted, "Memory never waits.");
        written.GetAwaiter().GetResult();
        return (int)(bytes.Length - before);
    }
}
