using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Cuttings.Import.WebArchives;

/// <summary>
/// Reads WACZ 1.0 to 1.1.1: a zip that holds WARC files, their indexes and a list of pages. No path in it is ever used as a path here.
/// The digests of datapackage.json are verified; a signature in datapackage-digest.json is not.
/// </summary>
public sealed class WaczReader : IDisposable
{
    private const long LargestDirectory = 8L << 20;

    private readonly ZipArchive zip;
    private readonly WaczPackage package;
    private readonly List<Damage> damage;

    private WaczReader(ZipArchive zip, WaczPackage package, List<Damage> damage) => (this.zip, this.package, this.damage) = (zip, package, damage);

    /// <summary>Its title, as datapackage.json has it.</summary>
    public string? Title => package.Title;

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
            var opened = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var found = new List<Damage>();
            return new(opened, await WaczPackage.ReadAsync(opened, found, cancel), found);
        }
        catch (Exception error) when (WaczEntry.IsDamage(error))
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
            await using var list = WaczEntry.Open(entry) ?? Stream.Null;
            await foreach (var page in WaczPages.ReadAsync(list, cancel))
            {
                yield return page;
            }
        }
    }

    /// <summary>Compares the digests of what is no archive: indexes, pages, logs. What does not fit is added to <see cref="Damage"/>.</summary>
    public async ValueTask VerifyAsync(CancellationToken cancel = default)
    {
        foreach (var entry in zip.Entries.Where(entry => !IsArchive(entry.FullName) && package.Stated.ContainsKey(entry.FullName)))
        {
            damage.AddRange(await WaczEntry.CopyAsync(entry, package, Stream.Null, cancel));
        }

        var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
        damage.AddRange(package.Stated.Keys.Where(name => !names.Contains(name)).Take(100).Select(name => new Damage(0, $"{Quoted.Shortly(name)} is listed in datapackage.json, and is not there.")));
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private static bool IsArchive(string name) => name.StartsWith("archive/", StringComparison.Ordinal) && !name.EndsWith('/');

    private async ValueTask<WaczArchive> UnpackAsync(ZipArchiveEntry entry, CancellationToken cancel)
    {
        var copy = TemporaryFile.Create();
        try
        {
            var wrong = await WaczEntry.CopyAsync(entry, package, copy, cancel);
            copy.Position = 0;
            return new(entry.FullName, copy, wrong);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
