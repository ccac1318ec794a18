using System.IO.Compression;
using Cuttings.Import.WebArchives;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

/// <summary>A long web archive is read in little memory, whatever its records are like.</summary>
[Collection("alone")]
public sealed class WebArchiveMemory
{
    private const long Most = 48L << 20;
    private const int Size = 64 << 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_pages_are_read_within_bounds(bool gzip)
    {
        await using var file = TemporaryFile.Create();
        var writer = new WarcWriter(file, gzip);
        var random = new Random(3);
        for (var n = 0; file.Length < Size / (gzip ? 4 : 1); n++)
        {
            var text = string.Concat(Enumerable.Range(0, 4000).Select(_ => random.Next(1_000_000).ToString("x") + " "));
            var block = Samples.Http(Samples.Page($"Page {n}", text));
            await writer.WriteAsync(new NewRecord([new("WARC-Type", "response"), new("WARC-Target-URI", $"https://echo.example/{n % 900}"), new("WARC-Date", "2026-05-03T08:15:30Z"), new("Content-Type", "application/http")], block));
        }

        Assert.Equal(900, await HeldAsync(file));
    }

    [Fact]
    public async Task One_record_of_any_length_is_read_within_bounds()
    {
        await using var file = TemporaryFile.Create();
        var noise = new byte[Size];
        new Random(5).NextBytes(noise);
        await file.WriteAsync(Samples.Record("response", "https://echo.example/film", [.. Samples.Http("", type: "video/mp4"), .. noise]));
        await file.WriteAsync(Samples.Record("response", "https://echo.example/page", [.. Samples.Http(""), .. noise]));
        await file.WriteAsync(Samples.Response("https://echo.example/ferry", Samples.Page("Ferry", "It ran.")));
        noise = null;
        Assert.Equal(1, await HeldAsync(file));
    }

    private static async Task<int> HeldAsync(Stream file)
    {
        file.Position = 0;
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var (items, held) = (0, 0L);
        await foreach (var item in WebArchiveFile.ReadAsync(file, "long", new FirstLine()))
        {
            Assert.Null(item.Failed);
            if (items++ % 300 == 0)
            {
                held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - idle);
            }
        }

        Assert.True(held <= Most, $"{held >> 20} MB were held.");
        return items;
    }

    /// <summary>A page reader that costs nothing itself.</summary>
    private sealed class FirstLine : Articles.IPageReader
    {
        public Articles.PageContent Read(ReadOnlyMemory<byte> page, string? contentType, string? address) =>
            new() { Articles = [new() { Title = "Page", Body = Excerpts.Excerpt.OfParagraphs(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(page.Span))), Address = address }] };
    }
}
