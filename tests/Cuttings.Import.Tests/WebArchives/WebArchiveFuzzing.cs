using System.IO.Compression;
using System.Text;
using CsCheck;
using Cuttings.Import.WebArchives;
using Xunit;

namespace Cuttings.Import.Tests.WebArchives;

/// <summary>Bytes near those that are expected: every reading ends, throws nothing, and what stands behind the damage is read.</summary>
public sealed class WebArchiveFuzzing
{
    private static readonly byte[] Last = Samples.Record("response", "https://echo.example/last", Samples.Http(Samples.Page("Last", "It is still here.")));
    private static readonly byte[] First = [.. Samples.Response("https://echo.example/one", Samples.Page("One", "It ran.")), .. Samples.Response("https://echo.example/two", Samples.Page("Two", "It ran again."))];
    private static readonly byte[] Chunked = Samples.Record("response", "https://echo.example/three", Samples.Http("5\r\n<h1>T\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"));

    private static readonly Gen<(int Kind, double Place, int Value)[]> Mutations = Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Int[0, 255]).Array[1, 6];

    [Fact]
    public void Plain_records_behind_damage_are_read() => Sample([.. First, .. Chunked], Last, mustSurvive: true);

    [Fact]
    public void Compressed_records_behind_damage_are_read() => Sample([.. ReadingOf.Packed(First[..(First.Length / 2)]), .. ReadingOf.Packed(Chunked)], ReadingOf.Packed(Last), mustSurvive: true);

    [Fact]
    public void Arc_records_behind_damage_are_read() =>
        Sample([.. Samples.ArcBegin(), .. Samples.Arc("https://echo.example/one", Samples.Http(Samples.Page("One", "It ran.")))], Samples.Arc("https://echo.example/last", Samples.Http(Samples.Page("Last", "It is still here."))), mustSurvive: true);

    [Fact]
    public void One_gzip_never_throws() => Sample(ReadingOf.Packed([.. First, .. Chunked, .. Last]), [], mustSurvive: false);

    [Fact]
    public async Task A_wacz_never_throws() => Sample(await Samples.WaczAsync(), [], mustSurvive: false);

    [Fact]
    public async Task A_packed_wacz_never_throws()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[] { ("archive/a.warc", First), ("pages/pages.jsonl", "{\"url\":\"https://echo.example/one\"}\n"u8.ToArray()), ("datapackage.json", "{\"resources\":[{\"path\":\"archive/a.warc\",\"hash\":\"sha256:00\"}]}"u8.ToArray()) })
            {
                await using var entry = zip.CreateEntry(name).Open();
                await entry.WriteAsync(content);
            }
        }

        Sample(bytes.ToArray(), [], mustSurvive: false);
    }

    private static void Sample(byte[] seed, byte[] last, bool mustSurvive) => Mutations.Sample(
        drawn =>
        {
            byte[] file = [.. Mutate(seed, drawn), .. mustSurvive ? "\r\n\r\n"u8 : [], .. last];
            using var within = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var items = WebArchiveFile.ReadAsync(new MemoryStream(file), "a", new Samples.PlainPages(), null, within.Token).ToBlockingEnumerable().ToList();
            Assert.All(items, item => Assert.True(item.Cutting is not null ^ item.Failed is { Why.Length: > 0, Item.Length: > 0 }));
            Assert.True(!mustSurvive || items.Exists(item => item.Cutting?.Cutting.Headline == "Last"), Encoding.Latin1.GetString(file));
            Assert.NotNull(WarcReader.ReadAsync(new PeekedStream(default, new MemoryStream(file)), within.Token).ToBlockingEnumerable().ToList());
            _ = WebArchiveFile.Looks(file);
        },
        iter: 500,
        threads: 2);

    private static byte[] Mutate(byte[] seed, (int Kind, double Place, int Value)[] drawn)
    {
        var bytes = new List<byte>(seed);
        foreach (var (kind, place, value) in drawn)
        {
            var at = (int)(place * (bytes.Count - 1));
            switch (bytes.Count < 8 ? 0 : kind)
            {
                case 0: bytes.Insert(Math.Max(0, at), (byte)value); break;
                case 1: bytes[at] = (byte)value; break;
                case 2: bytes.RemoveRange(at, Math.Min(value, bytes.Count - at - 1)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at / 2, Math.Min(value, bytes.Count - (at / 2)))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}
