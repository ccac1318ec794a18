using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cuttings.Import.WebArchives;

/// <summary>What a WACZ says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Software">The program that writes it, with its version.</param>
/// <param name="Created">When it is written.</param>
/// <param name="Description">What it is.</param>
/// <param name="MainPage">The page that a viewer opens first; null for none.</param>
public sealed record WaczInfo(string Title, string Software, DateTimeOffset Created, string? Description = null, string? MainPage = null);

/// <summary>
/// Writes a WACZ 1.1.1: the records as they come, in one file, their index, the list of pages, and the digests of all of them. It replays in ReplayWeb.page.
/// Call <see cref="AddAsync(Stream, CancellationToken)"/> as often as there are records, <see cref="AddPageAsync"/> for each page, and <see cref="FinishAsync"/> at the end.
/// The index is held in memory: some 300 bytes a capture.
/// </summary>
public sealed class WaczWriter : IAsyncDisposable
{
    private const string FileName = "data.warc.gz";
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    private readonly ZipArchive zip;
    private readonly WaczInfo info;
    private readonly CdxjIndex index = new();
    private readonly FileStream pages = TemporaryFile.Create();
    private readonly List<(string Path, string Hash, long Bytes)> resources = [];
    private readonly Stream archive;
    private readonly HashingStream records;
    private readonly int mostPlain;

    /// <summary>Begins one.</summary>
    /// <param name="output">Where to; it stays open, and need not be sought in.</param>
    /// <param name="info">What it says of itself.</param>
    public WaczWriter(Stream output, WaczInfo info)
        : this(output, info, CdxjIndex.MostPlain)
    {
    }

    internal WaczWriter(Stream output, WaczInfo info, int mostPlain)
    {
        (this.info, this.mostPlain) = (info, mostPlain);
        zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
        // Stored as it is: a viewer reads single records out of it.
        archive = Entry("archive/" + FileName, CompressionLevel.NoCompression).Open();
        records = new(archive);
    }

    /// <summary>Adds records: gzip members, each a record, one after another, as <see cref="WarcWriter"/> and <see cref="WarcOfFetch"/> make them. They are copied as they are, and indexed.</summary>
    /// <returns>What was wrong with them; empty where nothing was.</returns>
    public async ValueTask<IReadOnlyList<Damage>> AddAsync(Stream members, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(members);
        var (start, wrong) = (records.Written, new List<Damage>());
        (WarcRecord Record, Func<long, Cdxj> Capture)? pending = null;
        await foreach (var (record, damage) in WarcReader.ReadAsync(new CopyingStream(members, records), cancel))
        {
            if (damage is not null)
            {
                wrong.Add(damage);
                continue;
            }

            Index(pending, wrong);
            pending = await Cdxj.OfAsync(record!, FileName, start, cancel) is { } capture ? (record!, capture) : null;
        }

        Index(pending, wrong);
        return wrong;
    }

    /// <summary>Adds records that are in memory: <see cref="CapturedRecords.Bytes"/>.</summary>
    public ValueTask<IReadOnlyList<Damage>> AddAsync(ReadOnlyMemory<byte> members, CancellationToken cancel = default) => AddAsync(new MemoryStream(members.ToArray(), writable: false), cancel);

    /// <summary>Lists a page: its address and time must be those of a record that is added.</summary>
    public async ValueTask AddPageAsync(WaczPage page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (pages.Length == 0)
        {
            await pages.WriteAsync("{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All pages\",\"hasText\":true}\n"u8.ToArray(), cancel);
        }

        await pages.WriteAsync(
            Json(Plainly, json =>
            {
                json.WriteString("id", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{page.Url} {page.Captured:O}")).AsSpan(0, 10)));
                json.WriteString("url", page.Url);
                Write(json, "ts", page.Captured is { } captured ? WarcDate.Write(captured) : null);
                Write(json, "title", page.Title);
                Write(json, "text", page.Text);
            }),
            cancel);
        await pages.WriteAsync("\n"u8.ToArray(), cancel);
    }

    /// <summary>Writes what is left: index, pages, datapackage.json and its digest (which nobody signs).</summary>
    public async ValueTask FinishAsync(CancellationToken cancel = default)
    {
        await archive.DisposeAsync();
        resources.Add(("archive/" + FileName, records.Digest(), records.Written));
        foreach (var (name, bytes) in index.Files(mostPlain))
        {
            await AddAsync(name, new MemoryStream(bytes), cancel);
        }

        pages.Position = 0;
        await AddAsync("pages/pages.jsonl", pages, cancel);
        var package = Package();
        await AddAsync("datapackage.json", new MemoryStream(package), cancel);
        var digest = Json(Indented, json =>
        {
            json.WriteString("path", "datapackage.json");
            json.WriteString("hash", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(package)));
        });
        await AddAsync("datapackage-digest.json", new MemoryStream(digest), cancel);
        zip.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await archive.DisposeAsync();
        records.Dispose();
        await pages.DisposeAsync();
        zip.Dispose();
    }

    private static void Write(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
        {
            json.WriteString(key, value);
        }
    }

    private static byte[] Json(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private void Index((WarcRecord Record, Func<long, Cdxj> Capture)? pending, List<Damage> wrong)
    {
        if (pending is not { } found)
        {
            return;
        }

        if (found.Record is { StoredLength: { } stored, IsCompressed: true })
        {
            index.Add(found.Capture(stored));
        }
        else
        {
            wrong.Add(new(found.Record.Offset, "It is no gzip member of its own, and cannot be replayed from a WACZ.", found.Record.TargetUri));
        }
    }

    private byte[] Package() => Json(Indented, json =>
    {
        json.WriteString("profile", "data-package");
        json.WriteString("wacz_version", "1.1.1");
        json.WriteString("title", info.Title);
        Write(json, "description", info.Description);
        Write(json, "mainPageUrl", info.MainPage);
        json.WriteString("software", info.Software);
        json.WriteString("created", WarcDate.Write(info.Created));
        json.WriteStartArray("resources");
        foreach (var (path, hash, length) in resources)
        {
            json.WriteStartObject();
            json.WriteString("name", Path.GetFileName(path));
            json.WriteString("path", path);
            json.WriteString("hash", hash);
            json.WriteNumber("bytes", length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private ZipArchiveEntry Entry(string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        // A zip's time says no zone and no second; the same content is to give the same file.
        entry.LastWriteTime = new(info.Created.UtcDateTime.Date.Year < 1980 ? new(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc) : info.Created.UtcDateTime, TimeSpan.Zero);
        return entry;
    }

    private async ValueTask AddAsync(string name, Stream content, CancellationToken cancel)
    {
        // Indexes are read piece by piece like the records.
        var level = name.StartsWith("indexes/", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
        await using var entry = Entry(name, level).Open();
        using var hashing = new HashingStream(entry);
        await content.CopyToAsync(hashing, cancel);
        resources.Add((name, hashing.Digest(), hashing.Written));
    }
}
