using System.Buffers.Binary;

namespace Cuttings.Import.WebArchives;

/// <summary>The end of a zip file (APPNOTE 6.3.10, 4.3.14 to 4.3.16), looked at before its directory is read into memory.</summary>
internal static class ZipEnd
{
    /// <summary>How many bytes lie between the beginning of the directory and the file's end record: as many as a reader could take for its directory; null where there is none.</summary>
    public static async ValueTask<long?> DirectorySizeAsync(Stream file, CancellationToken cancel)
    {
        var length = (int)Math.Min(file.Length, 22 + 20 + 65_535);
        var tail = new byte[length];
        file.Position = file.Length - length;
        await file.ReadExactlyAsync(tail, cancel);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + 22 > length)
        {
            return null;
        }

        var (end, start) = (file.Length - length + at, (long)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16)));
        if (at >= 20 && tail.AsSpan(at - 20).StartsWith("PK\u0006\u0007"u8))
        {
            var wide = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(at - 12));
            if (wide < 0 || wide > file.Length - 56)
            {
                return null;
            }

            var record = new byte[56];
            file.Position = wide;
            await file.ReadExactlyAsync(record, cancel);
            start = BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48));
        }

        return start >= 0 && start <= end ? end - start : null;
    }
}
