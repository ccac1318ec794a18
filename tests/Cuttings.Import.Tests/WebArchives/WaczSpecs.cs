using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Cuttings.Import.WebArchives;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

public sealed class WaczSpecs
{
    [Fact]
    public async Task What_is_written_is_read_again_whole_and_with_its_pages()
    {
        using var file = new MemoryStream(await Samples.WaczAsync());
        using var wacz = await WaczReader.OpenAsync(file);
        await wacz.VerifyAsync();
        Assert.Equal("Harbour Echo", wacz.Title);
        var archives = await wacz.ArchivesAsync().ToListAsync();
        Assert.Empty(wacz.Damage.Concat(archives.SelectMany(archive => archive.Damage)));
        Assert.Equal(6, await WarcReader.ReadAsync(Assert.Single(archives).Content).CountAsync(item => item.Record is not null));
        var pages = await wacz.PagesAsync().ToListAsync();
        Assert.Equal(["Ferry 1", "Ferry 2", "Ferry 3"], pages.Select(page => page.Title));
        Assert.Equal(new("https://echo.example/ferry/3?b=2&a=1", Samples.May.AddMinutes(1), "Ferry 1", "The Marjan left at ten."), pages[0]);
    }

    [Fact]
    public async Task The_package_names_every_file_with_its_digest_and_size()
    {
        using var zip = new ZipArchive(new MemoryStream(await Samples.WaczAsync()));
        Assert.Equal(["archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl", "datapackage.json", "datapackage-digest.json"], zip.Entries.Select(entry => entry.FullName));
        using var package = JsonDocument.Parse(Bytes(zip, "datapackage.json"));
        Assert.Equal("1.1.1", package.RootElement.GetProperty("wacz_version").GetString());
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(3, resources.Count);
        Assert.All(resources, resource =>
        {
            var bytes = Bytes(zip, resource.GetProperty("path").GetString()!);
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt32());
            Assert.Equal("sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), resource.GetProperty("hash").GetString());
        });
        Assert.All(zip.Entries.Where(entry => entry.FullName.StartsWith("archive/") || entry.FullName.StartsWith("indexes/")), entry => Assert.Equal(entry.Length, entry.CompressedLength));
    }

    [Fact]
    public async Task The_index_is_sorted_and_leads_to_each_record()
    {
        using var zip = new ZipArchive(new MemoryStream(await Samples.WaczAsync()));
        var lines = Encoding.UTF8.GetString(Bytes(zip, "indexes/index.cdx")).TrimEnd('\n').Split('\n');
        await LeadsToRecordsAsync(lines, Bytes(zip, "archive/data.warc.gz"), 3);
    }

    [Fact]
    public async Task A_long_index_is_packed_in_blocks_with_an_index_of_their_own()
    {
        using var zip = new ZipArchive(new MemoryStream(await Samples.WaczAsync(1030, mostPlain: 100)));
        var (packed, blocks) = (Bytes(zip, "indexes/index.cdx.gz"), Encoding.UTF8.GetString(Bytes(zip, "indexes/index.idx")).TrimEnd('\n').Split('\n'));
        Assert.Equal("!meta 0 {\"format\": \"cdxj-gzip-1.0\", \"filename\": \"index.cdx.gz\"}", blocks[0]);
        Assert.Equal(2, blocks.Length - 1);
        var lines = new List<string>();
        foreach (var block in blocks[1..])
        {
            using var json = JsonDocument.Parse(block[block.IndexOf('{')..]);
            var part = packed.AsMemory(json.RootElement.GetProperty("offset").GetInt32(), json.RootElement.GetProperty("length").GetInt32()).ToArray();
            var inner = Encoding.UTF8.GetString(ReadingOf.Unpacked(part)).TrimEnd('\n').Split('\n');
            Assert.StartsWith(block[..block.IndexOf('{')], inner[0]);
            lines.AddRange(inner);
        }

        await LeadsToRecordsAsync(lines, Bytes(zip, "archive/data.warc.gz"), 1030);
    }

    [Theory]
    [InlineData("https://www.Echo.example:443/Ferry?b=2&A=1#top", "example,echo)/ferry?a=1&b=2")]
    [InlineData("http://echo.example", "example,echo)/")]
    [InlineData("http://www2.echo.example:8080/", "example,echo:8080)/")]
    [InlineData("http://192.0.2.7/a", "192.0.2.7)/a")]
    [InlineData("http://외교.example/", "example,xn--9d0b109b)/")]
    [InlineData("http://a\u00C6\uFFF0.example/", "example,a\u00E6\uFFF0)/")]
    [InlineData("dns:echo.example", "dns:echo.example")]
    public void Keys_stand_by_site(string address, string key) => Assert.Equal(key, Surt.Of(address));

    [Theory]
    [InlineData("archive/data.warc.gz", "archive/data.warc.gz does not have the digest")]
    [InlineData("pages/pages.jsonl", "pages/pages.jsonl does not have the digest")]
    [InlineData("datapackage.json", "datapackage.json does not have the digest that datapackage-digest.json states")]
    public async Task What_was_changed_afterwards_is_named(string name, string why)
    {
        var (items, _) = await WebArchiveFileSpecs.ReadAsync(await ChangedAsync(zip =>
        {
            var bytes = Bytes(zip, name);
            zip.GetEntry(name)!.Delete();
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(name.EndsWith("json", StringComparison.Ordinal) ? [.. bytes, (byte)'\n'] : [.. bytes, .. bytes]);
        }));
        Assert.Contains(items, item => item.Failed?.Why.StartsWith(why, StringComparison.Ordinal) == true);
        Assert.Equal(3, items.Count(item => item.Cutting is not null));
    }

    [Fact]
    public async Task Files_put_in_or_taken_out_are_named_and_no_path_leads_out()
    {
        var outside = Path.Combine(Path.GetTempPath(), "cuttings-escaped.warc");
        var (items, _) = await WebArchiveFileSpecs.ReadAsync(await ChangedAsync(zip =>
        {
            zip.GetEntry("indexes/index.cdx")!.Delete();
            using var entry = zip.CreateEntry("archive/../../../../../../tmp/cuttings-escaped.warc").Open();
            entry.Write(Samples.Response("https://echo.example/put-in", Samples.Page("Put in", "It was not there.")));
        }));
        Assert.False(File.Exists(outside));
        Assert.Contains(items, item => item.Failed?.Why.Contains("is not listed in datapackage.json", StringComparison.Ordinal) == true);
        Assert.Contains(items, item => item.Failed?.Why.StartsWith("indexes/index.cdx is listed in datapackage.json, and is not there", StringComparison.Ordinal) == true);
        Assert.Equal(4, items.Count(item => item.Cutting is not null));
    }

    [Fact]
    public async Task A_wacz_that_is_cut_off_still_gives_its_records()
    {
        var file = await Samples.WaczAsync();
        var (items, _) = await WebArchiveFileSpecs.ReadAsync(file[..^700]);
        Assert.Contains(items, item => item.Failed?.Why.Contains("Its records are looked for without it", StringComparison.Ordinal) == true);
        Assert.Equal(3, items.Count(item => item.Cutting is not null));
    }

    [Fact]
    public async Task A_zip_bomb_ends_early_and_is_named()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("archive/bomb.warc").Open();
            entry.Write(Samples.Response("https://echo.example/ferry", Samples.Page("Ferry", "It ran.")));
            for (var n = 0; n < 80; n++)
            {
                entry.Write(new byte[1 << 20]);
            }
        }

        var (items, _) = await WebArchiveFileSpecs.ReadAsync(bytes.ToArray());
        Assert.Contains(items, item => item.Failed?.Why.Contains("grows beyond all measure", StringComparison.Ordinal) == true);
        Assert.Single(items, item => item.Cutting is not null);
    }

    [Fact]
    public async Task It_is_written_to_a_stream_that_cannot_be_sought_in_as_to_one_that_can()
    {
        using var bytes = new MemoryStream();
        await using (var hashing = new HashingStream(bytes))
        await using (var wacz = new WaczWriter(hashing, new("Harbour Echo", "Cuttings", Samples.May)))
        {
            await wacz.AddAsync(Samples.Maker().Write(Samples.Fetch("https://echo.example/", Samples.Page("Ferry", "It ran."))).Bytes);
            await wacz.FinishAsync();
        }

        var (items, _) = await WebArchiveFileSpecs.ReadAsync(bytes.ToArray());
        Assert.Equal("Ferry", Assert.Single(items).Cutting!.Cutting.Headline);
    }

    [Fact]
    public async Task Records_that_cannot_be_replayed_are_refused_by_name()
    {
        await using var wacz = new WaczWriter(new MemoryStream(), new("Harbour Echo", "Cuttings", Samples.May));
        var plain = Samples.Response("https://echo.example/", Samples.Page("Ferry", "It ran."));
        Assert.Contains("no gzip member of its own", Assert.Single(await wacz.AddAsync(plain)).Why, StringComparison.Ordinal);
        Assert.Equal(2, (await wacz.AddAsync(ReadingOf.Packed([.. plain, .. plain]))).Count);
    }

    private static async Task LeadsToRecordsAsync(IReadOnlyList<string> lines, byte[] archive, int count)
    {
        Assert.Equal(count, lines.Count);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        foreach (var line in lines.Where((_, n) => n % 100 < 3))
        {
            using var json = JsonDocument.Parse(line[line.IndexOf('{')..]);
            var part = archive.AsMemory(int.Parse(json.RootElement.GetProperty("offset").GetString()!), int.Parse(json.RootElement.GetProperty("length").GetString()!)).ToArray();
            var (record, _) = Assert.Single(await ReadingOf.BlocksAsync(part));
            Assert.Equal(json.RootElement.GetProperty("url").GetString(), record.TargetUri);
            Assert.Equal(json.RootElement.GetProperty("digest").GetString(), record.Headers["WARC-Payload-Digest"]);
            Assert.StartsWith($"{Surt.Of(record.TargetUri!)} {WarcDate.Digits(record.Date!.Value)} ", line);
            Assert.Equal(("text/html", "200"), (json.RootElement.GetProperty("mime").GetString(), json.RootElement.GetProperty("status").GetString()));
        }
    }

    private static async Task<byte[]> ChangedAsync(Action<ZipArchive> change)
    {
        using var bytes = new MemoryStream();
        bytes.Write(await Samples.WaczAsync());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return bytes.ToArray();
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var bytes = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }
}
