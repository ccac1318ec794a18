using System.Text;
using Cuttings.Import.WebArchives;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

/// <summary>Records as they should not be: each read or named, and the one behind it always read.</summary>
public sealed class DamageSpecs
{
    private static readonly byte[] Block = Samples.Http(Samples.Page("Ferry", "It ran."));
    private static readonly byte[] Next = Samples.Record("metadata", "https://echo.example/next", "via: x"u8.ToArray(), contentType: "application/warc-fields");

    public static TheoryData<string, byte[], string?> Cases => new()
    {
        { "whole", Samples.Record("response", "https://echo.example/", Block), null },
        { "WARC 0.17", Samples.Record("response", "https://echo.example/", Block, version: "WARC/0.17"), null },
        { "WARC 0.18", Samples.Record("response", "https://echo.example/", Block, version: "WARC/0.18"), null },
        { "LF only", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Samples.Record("response", "https://echo.example/", Block, length: Block.Length)).Replace("\r\n\r\nHTTP", "\n\nHTTP").Replace("Z\r\nWARC", "Z\nWARC")), null },
        { "one line end behind", Samples.Record("response", "https://echo.example/", Block, end: "\r\n"), null },
        { "no line end behind", Samples.Record("response", "https://echo.example/", Block, end: ""), null },
        { "many line ends behind", Samples.Record("response", "https://echo.example/", Block, end: "\r\n\r\n\r\n\n\n"), null },
        { "folded", Samples.Record("response", "https://echo.example/", Block, more: "X-Note: one\r\n two\r\n\tthree\r\n"), null },
        { "brackets", Samples.Record("response", "<https://echo.example/>", Block), null },
        { "no date", Samples.Record("response", "https://echo.example/", Block, date: null), null },
        { "no length", Samples.Record("response", "https://echo.example/", Block, length: -1), "It has no Content-Length." },
        { "length too short", Samples.Record("response", "https://echo.example/", Block, length: 50), "Its length is given as 50 bytes" },
        { "length too long", Samples.Record("response", "https://echo.example/", Block, length: Block.Length + 90), "Its length is given as" },
        { "length far too long", Samples.Record("response", "https://echo.example/", Block, length: 1_000_000_000_000), "Its length is given as" },
        { "length no number", Samples.Record("response", "https://echo.example/", Block, length: -1, more: "Content-Length: many\r\n"), "Its Content-Length is no number: many." },
        { "length negative", Samples.Record("response", "https://echo.example/", Block, length: -1, more: "Content-Length: -5\r\n"), "Its Content-Length is no number" },
        { "line that is no field", Samples.Record("response", "https://echo.example/", Block, more: "no field here\r\n"), "1 line of its head is no field." },
        { "wrong block digest", Samples.Record("response", "https://echo.example/", Block, more: "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"), "Its block does not have the digest" },
        { "wrong payload digest", Samples.Record("response", "https://echo.example/", Block, more: "WARC-Payload-Digest: md5:00000000000000000000000000000000\r\n"), "Its payload does not have the digest" },
        { "unknown digest", Samples.Record("response", "https://echo.example/", Block, more: "WARC-Payload-Digest: whirl:00\r\n"), null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_is_read_with_its_block_and_so_is_the_next(string name, byte[] record, string? why)
    {
        Assert.NotEmpty(name);
        foreach (var (file, seekable) in new[] { ((byte[])[.. record, .. Next], true), ([.. record, .. Next], false), ([.. ReadingOf.Packed(record), .. ReadingOf.Packed(Next)], true), (ReadingOf.Packed([.. record, .. Next]), false) })
        {
            var items = await ReadingOf.AllAsync(file, seekable);
            var read = await ReadingOf.BlocksAsync(file, seekable);
            Assert.Equal(["https://echo.example/", "https://echo.example/next"], read.Select(pair => pair.Record.TargetUri));
            Assert.Equal(Block, read[0].Block);
            Assert.Equal("via: x"u8, read[1].Block);
            Assert.StartsWith(why ?? "", items.SingleOrDefault(item => item.Damage is not null).Damage?.Why ?? "", StringComparison.Ordinal);
            Assert.Equal(why is null ? 0 : 1, items.Count(item => item.Damage is not null));
        }
    }

    [Fact]
    public async Task Folded_lines_are_one_value()
    {
        var (record, _) = (await ReadingOf.BlocksAsync(Samples.Record("response", null, Block, more: "X-Note: one\r\n two\r\n\tthree\r\n")))[0];
        Assert.Equal("one two three", record.Headers["x-note"]);
    }

    [Fact]
    public async Task A_record_that_breaks_off_in_its_head_is_named_and_the_next_one_read()
    {
        var items = await ReadingOf.AllAsync([.. "WARC/1.0\r\nWARC-Type: response\r\nContent-Le"u8, .. "\r\n"u8, .. Next]);
        Assert.Equal("Its head breaks off, and another record begins.", items[0].Damage!.Why);
        Assert.Equal("https://echo.example/next", items[1].Record!.TargetUri);
    }

    [Theory]
    [InlineData(20, "cannot be read to its end")]
    [InlineData(-6, "its checksum or length does not fit what it holds")]
    public async Task A_gzip_member_with_a_wrong_byte_is_named_and_the_next_ones_are_read(int at, string why)
    {
        var first = ReadingOf.Packed(Samples.Record("response", "https://echo.example/", Block));
        first[at < 0 ? first.Length + at : at] ^= 0xFF;
        foreach (var seekable in new[] { true, false })
        {
            var items = await ReadingOf.AllAsync([.. first, .. ReadingOf.Packed(Next), .. ReadingOf.Packed(Next)], seekable);
            Assert.Contains(items, item => item.Damage?.Why.Contains(why, StringComparison.Ordinal) == true && item.Damage.Offset == 0);
            Assert.Equal(2, items.Count(item => item.Record?.TargetUri == "https://echo.example/next"));
            Assert.Equal(first.Length, items.First(item => item.Record?.TargetUri == "https://echo.example/next").Record!.Offset);
        }
    }

    [Fact]
    public async Task A_last_member_that_is_cut_off_gives_what_is_there()
    {
        var member = ReadingOf.Packed(Samples.Record("response", "https://echo.example/", Samples.Http(string.Concat(Enumerable.Range(0, 4000).Select(n => $"<p>{n * 7919}</p>")))));
        var items = await ReadingOf.AllAsync([.. ReadingOf.Packed(Next), .. member[..^4000]]);
        Assert.Equal(2, items.Count(item => item.Record is not null));
        Assert.Contains("it is cut off", Assert.Single(items, item => item.Damage is not null).Damage!.Why, StringComparison.Ordinal);
        Assert.True(items[1].Record!.IsCutShort);
    }

    [Fact]
    public async Task Offsets_and_lengths_of_gzip_members_are_exact_whatever_they_hold()
    {
        var random = new Random(11);
        var (file, ends) = (new List<byte>(), new List<int>());
        for (var n = 0; n < 400; n++)
        {
            var noise = new byte[random.Next(n % 7 == 0 ? 70_000 : 300)];
            random.NextBytes(noise.AsSpan(0, random.Next(noise.Length + 1)));
            file.AddRange(ReadingOf.Packed(Samples.Record("resource", $"https://echo.example/{n}", noise, contentType: "text/plain")));
            ends.Add(file.Count);
        }

        foreach (var seekable in new[] { true, false })
        {
            var items = await ReadingOf.AllAsync([.. file], seekable);
            Assert.All(items, item => Assert.Null(item.Damage));
            Assert.Equal(ends.Prepend(0).SkipLast(1).Select(end => (long)end), items.Select(item => item.Record!.Offset));
            Assert.Equal(ends, items.Select(item => (int)(item.Record!.Offset + item.Record.StoredLength!.Value)));
        }
    }

    [Fact]
    public async Task A_bomb_of_one_record_is_stopped_and_the_next_one_read()
    {
        var bomb = ReadingOf.Packed(Samples.Record("resource", "https://echo.example/bomb", new byte[80 << 20], contentType: "text/plain"));
        var items = await ReadingOf.AllAsync([.. bomb, .. ReadingOf.Packed(Next)]);
        Assert.Contains("grows beyond all measure", Assert.Single(items, item => item.Damage is not null).Damage!.Why, StringComparison.Ordinal);
        Assert.True(items[0].Record!.BlockLength < 70 << 20);
        Assert.Equal("https://echo.example/next", items[^1].Record!.TargetUri);
    }

    [Fact]
    public async Task Zstandard_is_refused_in_one_sentence()
    {
        var items = await ReadingOf.AllAsync([0x28, 0xB5, 0x2F, 0xFD, 0, 0, 0, 0]);
        Assert.Equal("It is compressed with Zstandard, which is not read here: unpack it first (zstd -d).", Assert.Single(items).Damage!.Why);
    }

    [Fact]
    public async Task Wrong_lengths_in_an_arc_file_cost_no_record()
    {
        var items = await ReadingOf.AllAsync([.. Samples.ArcBegin(), .. Samples.Arc("https://echo.example/a b", Block, length: 20), .. Samples.Arc("https://echo.example/c", Block, length: 99_999), .. Samples.Arc("https://echo.example/d", Block)]);
        Assert.Equal(["filedesc://harbour.arc", "https://echo.example/a%20b", "https://echo.example/c", "https://echo.example/d"], items.Where(item => item.Record is not null).Select(item => item.Record!.TargetUri));
        Assert.Equal([Block.Length, Block.Length, Block.Length], items.Where(item => item.Record is not null).Skip(1).Select(item => (int)item.Record!.BlockLength));
        Assert.Equal(2, items.Count(item => item.Damage is not null));
    }
}
