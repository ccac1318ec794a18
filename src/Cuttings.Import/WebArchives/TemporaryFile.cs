namespace Cuttings.Import.WebArchives;

/// <summary>Files that go when they are closed.</summary>
internal static class TemporaryFile
{
    /// <summary>The most bytes that one is given of compressed content.</summary>
    public const long Most = 16L << 30;

    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), $"cuttings-{Guid.NewGuid():N}"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 0 });

    /// <summary>The stream itself where it can be sought in, else a copy of it.</summary>
    public static async ValueTask<(Stream Stream, bool IsCopy)> SeekableAsync(Stream stream, CancellationToken cancel)
    {
        if (stream.CanSeek)
        {
            return (stream, false);
        }

        var copy = Create();
        try
        {
            await stream.CopyToAsync(copy, cancel);
            copy.Position = 0;
            return (copy, true);
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
