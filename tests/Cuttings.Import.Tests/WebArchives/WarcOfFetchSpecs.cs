using System.Text;
using Cuttings.Import.WebArchives;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

public sealed class WarcOfFetchSpecs
{
    private const string Address = "https://echo.example/ferry";

    [Fact]
    public async Task A_fetch_becomes_request_and_response_that_name_each_other_and_keep_the_bytes()
    {
        var fetched = Samples.Fetch(Address, Samples.Page("Ferry", "It ran."));
        var kept = Samples.Maker().Write(fetched);
        var records = await ReadingOf.BlocksAsync(kept.Bytes.ToArray());
        Assert.Equal([WarcType.Request, WarcType.Response], records.Select(pair => pair.Record.Type));
        var (request, response) = (records[0].Record, records[1].Record);
        Assert.Equal("<urn:uuid:00000000-0000-4000-8000-000000000002>", request.Headers["WARC-Concurrent-To"]);
        Assert.Equal("urn:uuid:00000000-0000-4000-8000-000000000002", response.Id);
        Assert.Equal(("WARC/1.1", Address, Samples.May), (response.Version, response.TargetUri, response.Date));
        Assert.Equal("2026-05-03T08:15:30.25Z", response.Headers["WARC-Date"]);
        Assert.Equal("192.0.2.7", response.Headers["WARC-IP-Address"]);
        Assert.Equal((byte[])[.. fetched.ResponseHead.Span, .. fetched.Received.Span], records[1].Block);
        Assert.Equal(fetched.RequestHead.ToArray(), records[0].Block);
        Assert.All(records, pair => Assert.Equal(DigestVerdict.Matches, pair.Record.BlockDigest));
        Assert.Equal(DigestVerdict.Matches, response.PayloadDigest);
        Assert.Equal((kept.RequestLength, kept.ResponseOffset, kept.ResponseLength), ((int)request.StoredLength!, (int)response.Offset, (int)response.StoredLength!));
        Assert.Equal(kept.PayloadDigest, response.Headers["WARC-Payload-Digest"]);
        Assert.Equal(kept.BlockDigest, response.Headers["WARC-Block-Digest"]);
        Assert.Equal("sha-256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(fetched.Received.Span)), kept.PayloadDigest);
    }

    [Fact]
    public async Task The_same_payload_again_becomes_a_revisit_without_it()
    {
        var html = Samples.Page("Ferry", "It ran.");
        var first = Samples.Maker().Write(Samples.Fetch(Address, html));
        var again = Samples.Maker().Write(Samples.Fetch(Address, html, Samples.May.AddDays(1)), new(first.TargetUri, first.Date, first.PayloadDigest));
        var changed = Samples.Maker().Write(Samples.Fetch(Address, html + " "), new(first.TargetUri, first.Date, first.PayloadDigest));
        Assert.Equal((false, true, false), (first.IsRevisit, again.IsRevisit, changed.IsRevisit));
        var (record, block) = (await ReadingOf.BlocksAsync(again.Bytes.ToArray()))[1];
        Assert.Equal((WarcType.Revisit, WarcOfFetch.SamePayload), (record.Type, record.Headers["WARC-Profile"]));
        Assert.Equal((Address, "2026-05-03T08:15:30.25Z"), (record.Headers["WARC-Refers-To-Target-URI"], record.Headers["WARC-Refers-To-Date"]));
        Assert.Equal(first.PayloadDigest, record.Headers["WARC-Payload-Digest"]);
        Assert.Equal(Samples.Fetch(Address, html).ResponseHead.ToArray(), block);
    }

    [Fact]
    public async Task Redirects_and_a_page_asked_for_against_robots_are_said_in_a_metadata_record()
    {
        var fetched = Samples.Fetch(Address, Samples.Page("Ferry", "It ran.")) with { Asked = "http://echo.example/f", Redirects = [new("http://echo.example/f", 301)], AgainstRobots = true };
        var records = await ReadingOf.BlocksAsync(Samples.Maker().Write(fetched).Bytes.ToArray());
        Assert.Equal(WarcType.Metadata, records[2].Record.Type);
        Assert.Equal("via: http://echo.example/f\r\nredirect: 301 http://echo.example/f\r\nrobots: asked for by hand though robots.txt keeps it from schedules\r\n", Encoding.UTF8.GetString(records[2].Block));
    }

    [Fact]
    public void What_got_no_answer_makes_no_record() => Assert.Throws<ArgumentException>(() => Samples.Maker().Write(Samples.Fetch(Address, "x") with { ResponseHead = default }));

    [Fact]
    public async Task A_file_begins_with_what_is_said_of_it()
    {
        using var output = new MemoryStream();
        await new WarcWriter(output).WriteAsync(NewRecord.WarcInfo("urn:uuid:1", Samples.May, "Cuttings 0.1.0", new MessageHeader("operator", "Harbour\r\nEcho")));
        var (record, block) = Assert.Single(await ReadingOf.BlocksAsync(output.ToArray()));
        Assert.Equal(WarcType.WarcInfo, record.Type);
        Assert.Equal("software: Cuttings 0.1.0\r\nformat: WARC File Format 1.1\r\noperator: Harbour Echo\r\n", Encoding.UTF8.GetString(block));
    }
}
