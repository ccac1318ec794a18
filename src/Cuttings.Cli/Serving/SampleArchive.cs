using Cuttings.Archiving;
using Cuttings.Importing;
using Cuttings.Settings;
using Cuttings.Storage;

namespace Cuttings.Cli.Serving;

/// <summary>A throw-away archive in the temporary folder, made from the sample that lies beside the program; gone when disposed.</summary>
internal sealed class SampleArchive : IAsyncDisposable
{
    private readonly string folder;

    private SampleArchive(string folder, IArchive archive) => (this.folder, Archive) = (folder, archive);

    public IArchive Archive { get; }

    public static async Task<SampleArchive> MakeAsync(CancellationToken cancel)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "sample");
        if (!Directory.Exists(sample))
        {
            throw new CuttingsException(ErrorKind.Unreachable, $"The sample is missing: there is no folder {sample}.");
        }

        var temporary = Directory.CreateTempSubdirectory("cuttings-sample-").FullName;
        var made = new SampleArchive(temporary, await ArchiveOpener.OpenAsync(Path.Combine(temporary, "archive.db"), OpenMode.CreateIfMissing, Wiring.Clock, cancel));
        await made.FillAsync(sample, cancel);
        return made;
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

    private async Task FillAsync(string sample, CancellationToken cancel)
    {
        var files = Directory.EnumerateFiles(sample, "*.jsonl").Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            await new Importer(Archive, Wiring.Clock).ImportAsync(Wiring.ReadAsync([file], null, cancel), new ImportOptions { Origin = Path.GetFileName(file) }, null, cancel);
        }

        await using var session = await Archive.BeginAsync(cancel);
        var settings = await Archive.SettingsAsync(cancel);
        foreach (var setting in Setting.All)
        {
            var file = new[] { $"{setting.Name}.md", $"{setting.Name}.txt" }.Select(name => Path.Combine(sample, name)).FirstOrDefault(File.Exists);
            settings = file is null ? settings : setting.Write(settings, (await File.ReadAllTextAsync(file, cancel)).Trim());
        }

        await session.SaveSettingsAsync(settings, cancel);
        await session.CommitAsync(cancel);
    }
}
