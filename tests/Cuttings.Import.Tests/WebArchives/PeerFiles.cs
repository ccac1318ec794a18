using Cuttings.Import.WebArchives;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

/// <summary>Files that we did not write: their records counted by hand, their damage named.</summary>
public sealed class PeerFiles
{
    // w warcinfo, p response, q request, v revisit, r resource, m metadata; damage as offset and the beginning of the reason.
    [Theory]
    [InlineData("example.warc", "wwpqvq")]
    [InlineData("example.warc.gz", "wwpqvq")]
    [InlineData("example.arc", "wp")]
    [InlineData("example.arc.gz", "wp")]
    [InlineData("example-digest.warc", "qqqq", "0 Its payload does not have the digest")]
    [InlineData("example-iana.org-chunked.warc", "wpq")]
    [InlineData("example-resource.warc.gz", "wwr")]
    [InlineData("example-space-in-target-uri.warc.gz", "wr")]
    [InlineData("example-space-in-url.arc", "wp", "151 Its length is given as 1,591 bytes, but 1,578 stand")]
    [InlineData("example-trunc.warc", "wwpq", "1197 Its length is given as 973 bytes, but 975 stand")]
    [InlineData("example-wget-bad-target-uri.warc.gz", "wqpmrr")]
    [InlineData("example-bad-non-chunked.warc.gz", "wwpqvq", "0 Its block does not have the digest")]
    [InlineData("example-bad.warc.gz.bad", "wpqvqp")]
    [InlineData("example-wrong-chunks.warc.gz", "pq", "0 Its length is given as 1,613 bytes, but 339 stand", "516 1,271 bytes here are no record.")]
    [InlineData("post-test.warc.gz", "pqpqpq")]
    [InlineData("bad.arc", "wrrr", "0 Its length is no number: -1.", "134 Its length is no number: -1.", "262 Its length is no number: abc.")]
    public async Task Every_record_is_read_and_all_damage_named(string name, string types, params string[] damage)
    {
        var items = await ReadingOf.AllAsync(Peers.File(name));
        Assert.Equal(types, string.Concat(items.Where(item => item.Record is not null).Select(item => Letter(item.Record!.Type))));
        Assert.Equal(damage.Length, items.Count(item => item.Damage is not null));
        Assert.All(damage.Zip(items.Where(item => item.Damage is not null)), pair => Assert.StartsWith(pair.First, $"{pair.Second.Damage!.Offset} {pair.Second.Damage.Why}", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_of_the_set_has_its_line_above() => Assert.Equal(16, Peers.Names().Count);

    [Fact]
    public async Task Addresses_lose_their_brackets_and_spaces()
    {
        var wget = await ReadingOf.AllAsync(Peers.File("example-wget-bad-target-uri.warc.gz"));
        Assert.Equal("http://example.com/", wget[1].Record!.TargetUri);
        var spaced = await ReadingOf.AllAsync(Peers.File("example-space-in-target-uri.warc.gz"));
        Assert.Equal("file:///example%20with%20spaces.png", spaced[1].Record!.TargetUri);
        Assert.Equal("file:///example with spaces.png", spaced[1].Record!.Headers["WARC-Target-URI"]);
        var arc = await ReadingOf.AllAsync(Peers.File("example-space-in-url.arc"));
        Assert.Equal("http://example.com/index.cfm?FuseAction=Email&EmailTitle=Examples%20From%20The%20Live%20Web&IsPopUp=False", arc[1].Record!.TargetUri);
    }

    [Fact]
    public async Task Every_stated_digest_was_checked()
    {
        var (blocks, payloads) = (0, 0);
        foreach (var name in Peers.Names())
        {
            foreach (var (record, _) in (await ReadingOf.AllAsync(Peers.File(name))).Where(item => item.Record is not null))
            {
                blocks += record!.BlockDigest == DigestVerdict.Matches ? 1 : 0;
                payloads += record.PayloadDigest == DigestVerdict.Matches ? 1 : 0;
                Assert.NotEqual(DigestVerdict.Unknown, record.BlockDigest);
                Assert.NotEqual(DigestVerdict.Unknown, record.PayloadDigest);
            }
        }

        Assert.Equal((29, 18), (blocks, payloads));
    }

    [Theory]
    [InlineData("example.warc")]
    [InlineData("example-digest.warc")]
    [InlineData("example-iana.org-chunked.warc")]
    [InlineData("example-trunc.warc")]
    [InlineData("example.arc")]
    [InlineData("example-space-in-url.arc")]
    [InlineData("bad.arc")]
    public async Task A_plain_file_written_again_is_the_same_file(string name)
    {
        var file = Peers.File(name);
        Assert.Equal(file, await ReadingOf.RewrittenAsync(file, gzip: false));
    }

    [Theory]
    [InlineData("example.warc.gz")]
    [InlineData("example.arc.gz")]
    [InlineData("example-resource.warc.gz")]
    [InlineData("example-space-in-target-uri.warc.gz")]
    [InlineData("example-wget-bad-target-uri.warc.gz")]
    [InlineData("example-bad-non-chunked.warc.gz")]
    [InlineData("example-bad.warc.gz.bad")]
    [InlineData("post-test.warc.gz")]
    public async Task A_compressed_file_written_again_unpacks_to_the_same_bytes(string name)
    {
        var file = Peers.File(name);
        Assert.Equal(ReadingOf.Unpacked(file), ReadingOf.Unpacked(await ReadingOf.RewrittenAsync(file, gzip: true)));
        Assert.Equal(ReadingOf.Unpacked(file), await ReadingOf.RewrittenAsync(file, gzip: false));
    }

    private static char Letter(WarcType type) => type switch
    {
        WarcType.WarcInfo => 'w',
        WarcType.Response => 'p',
        WarcType.Request => 'q',
        WarcType.Revisit => 'v',
        WarcType.Resource => 'r',
        WarcType.Metadata => 'm',
        _ => '?',
    };
}
