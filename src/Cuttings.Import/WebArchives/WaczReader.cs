using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cuttings.Import.WebArchives;

/// <summary>A page that a WACZ file lists (WACZ 1.1.1, pages.jsonl).</summary>
/// <param name="Url">Its address.</param>
/// <param name="Captured">When it was captured (`ts`).</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its text, for the viewer's search.</param>
public sealed record WaczPage(string Url, DateTimeOffset? Captured, string? Title = null, string? Text = null);

/// <summary>A file of a WACZ that holds records.</summary>
/// <param name="Name">Its path in the WACZ.</param>
/// <param name="Content">Its bytes, in a temporary file.</param>
/// <param name="Damage">What is wrong with it as a file; its records have damage of their own.</param>
public sealed record WaczArchive(string Name, Stream Content, IReadOnlyList<Damage> Damage) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>
/// Reads WACZ 1.0 to 1.1.1: a zip that holds WARC files, their indexes and a list of pages. No path in it is ever used as a path here.
/// The digests of datapackage.json are verified; a signature in datapackage-digest.json is not.
/// </summary>
public sealed class WaczReader : IDisposable
{
    private const int LargestJson = 16 << 20;
    private const long LargestDirectory = 8L << 20;
    private const int MostRatio = 250;
    private const long Unrated = 64L << 20;
    private const int LongestPage = 1 << 20;

    private readonly ZipArchive zip;
    private readonly List<Damage> damage = [];
    private Dictionary<string, string> stated = [];
    private bool isListed;

    private WaczReader(ZipArchive zip) => this.zip = zip;

    /// <summary>Its title, as datapackage.json has it.</summary>
    public string? Title { get; private set; }

    /// <summary>What is wrong with the file as a whole; more may come while its archives are read.</summary>
    public IReadOnlyList<Damage> Damage => damage;

    /// <summary>Opens a file that can be sought in; it stays open when this is disposed of.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.BadInput"/> where it is no zip file, or its directory is damaged or far too large.</exception>
    public static async ValueTask<WaczReader> OpenAsync(Stream file, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            if (await ZipEnd.DirectorySizeAsync(file, cancel) is not <= LargestDirectory)
            {
                throw new CuttingsException(ErrorKind.BadInput, "Its directory is missing, or larger than any web archive's.");
            }

            file.Position = 0;
            var reader = new WaczReader(new(file, ZipArchiveMode.Read, leaveOpen: true));
            await reader.ReadPackageAsync(cancel);
            return reader;
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new CuttingsException(ErrorKind.BadInput, "Its directory is damaged.", error);
        }
    }

    /// <summary>The files that hold records, in the zip's order, each unpacked into a temporary file and compared with its stated digest.</summary>
    public async IAsyncEnumerable<WaczArchive> ArchivesAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var entry in zip.Entries.Where(entry => IsArchive(entry.FullName)))
        {
            yield return await UnpackAsync(entry, cancel);
        }
    }

    /// <summary>The pages that it lists, in order; lines that are none are passed over.</summary>
    public async IAsyncEnumerable<WaczPage> PagesAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("pages/", StringComparison.Ordinal) && entry.FullName.EndsWith(".jsonl", StringComparison.Ordinal)))
        {
            await using var lines = Open(entry);
            var window = new ByteWindow(lines ?? Stream.Null);
            while (await LineAsync(window, cancel) is { } line)
            {
                if (PageOf(line) is { } page)
                {
                    yield return page;
                }
            }
        }
    }

    /// <summary>Compares the digests of what is no archive: indexes, pages, logs. What does not fit is added to <see cref="Damage"/>.</summary>
    public async ValueTask VerifyAsync(CancellationToken cancel = default)
    {
        foreach (var entry in zip.Entries.Where(entry => !IsArchive(entry.FullName) && stated.ContainsKey(entry.FullName)))
        {
            damage.AddRange(await CopyAsync(entry, Stream.Null, cancel));
        }

        var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
        damage.AddRange(stated.Keys.Where(name => !names.Contains(name)).Take(100).Select(name => new Damage(0, $"{Quoted.Shortly(name)} is listed in datapackage.json, and is not there.")));
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private static bool IsDamage(Exception error) => error is InvalidDataException or NotSupportedException or ArgumentException or OverflowException or EndOfStreamException;

    private static bool IsArchive(string name) => name.StartsWith("archive/", StringComparison.Ordinal) && !name.EndsWith('/');

    private async ValueTask ReadPackageAsync(CancellationToken cancel)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.FullName == "datapackage.json") is not { } entry)
        {
            damage.Add(new(0, "It has no datapackage.json: nothing says which digests its files should have."));
            return;
        }

        var bytes = await SmallAsync(entry, cancel);
        if (bytes is null || Parse(bytes) is not { } json)
        {
            damage.Add(new(0, "Its datapackage.json cannot be read: its files' digests are not known."));
            return;
        }

        using (json)
        {
            Title = Text(json.RootElement, "title");
            isListed = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array;
            stated = isListed ? Stated(json.RootElement.GetProperty("resources")) : [];
        }

        await VerifyPackageAsync(bytes, cancel);
    }

    private async ValueTask VerifyPackageAsync(byte[] package, CancellationToken cancel)
    {
        if (zip.Entries.FirstOrDefault(entry => entry.FullName == "datapackage-digest.json") is { } entry
            && await SmallAsync(entry, cancel) is { } bytes && Parse(bytes) is { } json)
        {
            using (json)
            {
                if (Text(json.RootElement, "hash") is { } hash && LabelledDigest.Parse(hash)?.Equals(LabelledDigest.Parse(LabelledDigest.Sha256(package))) != true)
                {
                    damage.Add(new(0, "datapackage.json does not have the digest that datapackage-digest.json states."));
                }
            }
        }
    }

    private static Dictionary<string, string> Stated(JsonElement resources)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in resources.EnumerateArray())
        {
            if (Text(resource, "path") is { } path && Text(resource, "hash") is { } hash)
            {
                digests[path] = hash;
            }
        }

        return digests;
    }

    private async ValueTask<WaczArchive> UnpackAsync(ZipArchiveEntry entry, CancellationToken cancel)
    {
        var copy = TemporaryFile.Create();
        try
        {
            var wrong = await CopyAsync(entry, copy, cancel);
            copy.Position = 0;
            return new(entry.FullName, copy, wrong);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    // A damaged entry gives as much as can be unpacked.
    private async ValueTask<List<Damage>> CopyAsync(ZipArchiveEntry entry, Stream to, CancellationToken cancel)
    {
        var (name, wrong, length) = (Quoted.Shortly(entry.FullName), new List<Damage>(), 0L);
        using var hash = IncrementalHash.CreateHash(LabelledDigest.Parse(stated.GetValueOrDefault(entry.FullName))?.Algorithm ?? HashAlgorithmName.SHA256);
        await using var content = Open(entry);
        if (content is null)
        {
            return [new(0, $"{name} cannot be unpacked.")];
        }

        var piece = new byte[64 * 1024];
        try
        {
            for (int read; (read = await content.ReadAsync(piece, cancel)) > 0;)
            {
                length += read;
                if (length > TemporaryFile.Most || (length > Unrated && length / MostRatio > entry.CompressedLength))
                {
                    return [new(0, $"{name} grows beyond all measure when it is unpacked, and is read to {length >> 20} MB.")];
                }

                hash.AppendData(piece, 0, read);
                await to.WriteAsync(piece.AsMemory(0, read), cancel);
            }
        }
        catch (Exception error) when (IsDamage(error))
        {
            wrong.Add(new(0, $"{name} is damaged {length:N0} bytes from its beginning."));
        }

        if (stated.TryGetValue(entry.FullName, out var digest))
        {
            if (wrong.Count == 0 && LabelledDigest.Parse(digest)?.Is(hash.GetCurrentHash()) == false)
            {
                wrong.Add(new(0, $"{name} does not have the digest that datapackage.json states."));
            }
        }
        else if (isListed)
        {
            wrong.Add(new(0, $"{name} is not listed in datapackage.json: nothing says which digest it should have."));
        }

        return wrong;
    }

    private static Stream? Open(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception error) when (IsDamage(error) || error is IOException)
        {
            return null;
        }
    }

    private static async ValueTask<byte[]?> SmallAsync(ZipArchiveEntry entry, CancellationToken cancel)
    {
        await using var content = Open(entry);
        var bytes = new byte[Math.Min(LargestJson, Math.Max(0, entry.Length)) + 1];
        try
        {
            var length = content is null ? bytes.Length : await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
            return length == bytes.Length ? null : bytes[..length];
        }
        catch (Exception error) when (IsDamage(error))
        {
            return null;
        }
    }

    private static async ValueTask<byte[]?> LineAsync(ByteWindow window, CancellationToken cancel)
    {
        try
        {
            for (var wanted = 4096; ; wanted *= 4)
            {
                var there = await window.FillAsync(wanted, cancel);
                var feed = window.Ahead.Span.IndexOf((byte)'\n');
                if (feed >= 0 || there < wanted || wanted > LongestPage)
                {
                    var line = window.Ahead[..(feed >= 0 ? feed : there)].ToArray();
                    window.Advance(feed >= 0 ? feed + 1 : there);
                    return there == 0 ? null : line;
                }
            }
        }
        catch (Exception error) when (IsDamage(error))
        {
            return null;
        }
    }

    private static WaczPage? PageOf(byte[] line)
    {
        using var json = Parse(line);
        return json is not null && Text(json.RootElement, "url") is { } url
            ? new(url, WarcDate.Parse(Text(json.RootElement, "ts")), Text(json.RootElement, "title"), Text(json.RootElement, "text"))
            : null;
    }

    private static JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(3) : bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string key)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no UTF-8, or half a surrogate pair.
            return null;
        }
    }
}
