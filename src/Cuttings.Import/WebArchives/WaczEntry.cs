using System.IO.Compression;
using System.Security.Cryptography;

namespace Cuttings.Import.WebArchives;

/// <summary>Unpacks what lies in a WACZ, within bounds: a zip may be damaged, or made to grow without end.</summary>
internal static class WaczEntry
{
    private const int LargestJson = 16 << 20;
    private const int MostRatio = 250;
    private const long Unrated = 64L << 20;

    /// <summary>Whether an error is the file's fault.</summary>
    public static bool IsDamage(Exception error) => error is InvalidDataException or NotSupportedException or ArgumentException or OverflowException or EndOfStreamException;

    /// <summary>Its bytes, unpacked; null where they cannot be.</summary>
    public static Stream? Open(ZipArchiveEntry entry)
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

    /// <summary>The bytes of an entry that can only be small, as JSON is; null where it is large or damaged.</summary>
    public static async ValueTask<byte[]?> SmallAsync(ZipArchiveEntry entry, CancellationToken cancel)
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

    /// <summary>Unpacks it, as much as can be, and says what is wrong with it; its digest is compared with the one that the package states.</summary>
    public static async ValueTask<List<Damage>> CopyAsync(ZipArchiveEntry entry, WaczPackage package, Stream to, CancellationToken cancel)
    {
        var (name, wrong, length) = (Quoted.Shortly(entry.FullName), new List<Damage>(), 0L);
        using var hash = IncrementalHash.CreateHash(LabelledDigest.Parse(package.Stated.GetValueOrDefault(entry.FullName))?.Algorithm ?? HashAlgorithmName.SHA256);
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

        if (package.Stated.TryGetValue(entry.FullName, out var digest))
        {
            if (wrong.Count == 0 && LabelledDigest.Parse(digest)?.Is(hash.GetCurrentHash()) == false)
            {
                wrong.Add(new(0, $"{name} does not have the digest that datapackage.json states."));
            }
        }
        else if (package.IsListed)
        {
            wrong.Add(new(0, $"{name} is not listed in datapackage.json: nothing says which digest it should have."));
        }

        return wrong;
    }
}
