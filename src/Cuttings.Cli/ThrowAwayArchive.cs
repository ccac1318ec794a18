using Cuttings.Archiving;
using Cuttings.Storage;

namespace Cuttings.Cli;

/// <summary>An archive in the temporary folder, empty at first; gone when disposed.</summary>
internal sealed class ThrowAwayArchive : IAsyncDisposable
{
    private readonly string folder;

    private ThrowAwayArchive(string folder, IArchive archive) => (this.folder, Archive) = (folder, archive);

    public IArchive Archive { get; }

    public static async Task<ThrowAwayArchive> MakeAsync(CancellationToken cancel)
    {
        var temporary = Directory.CreateTempSubdirectory("cuttings-").FullName;
        return new(temporary, await ArchiveOpener.OpenAsync(Path.Combine(temporary, "archive.db"), OpenMode.CreateIfMissing, Wiring.Clock, cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // It lies in the temporary folder: the system clears it away.
        }
    }
}
