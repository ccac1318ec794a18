using Cuttings.Archiving;
using Cuttings.Importing;
using Cuttings.Settings;

namespace Cuttings.Cli.Serving;

/// <summary>A throw-away archive made from the sample that lies beside the program.</summary>
internal static class SampleArchive
{
    public static async Task<ThrowAwayArchive> MakeAsync(CancellationToken cancel)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "sample");
        if (!Directory.Exists(sample))
        {
            throw new CuttingsException(ErrorKind.Unreachable, $"The sample is missing: there is no folder {sample}.");
        }

        var made = await ThrowAwayArchive.MakeAsync(cancel);
        await FillAsync(made.Archive, sample, cancel);
        return made;
    }

    /// <summary>Keeps its sources, behind the site, which need not wait for them.</summary>
    public static async Task KeepCopiesAsync(IArchive archive, CancellationToken cancel)
    {
        try
        {
            await SampleCopies.KeepAsync(archive, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "sample", "page.html"), cancel), cancel);
        }
        catch (OperationCanceledException)
        {
            // It is thrown away anyway.
        }
        catch (Exception error)
        {
            // The site stands without them.
            await Console.Error.WriteLineAsync($"The kept copies of the sample could not be made: {error.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static async Task FillAsync(IArchive archive, string sample, CancellationToken cancel)
    {
        var files = Directory.EnumerateFiles(sample, "*.jsonl").Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            await new Importer(archive, Wiring.Clock).ImportAsync(Wiring.ReadAsync([file], null, cancel), new ImportOptions { Origin = Path.GetFileName(file) }, null, cancel);
        }

        await using var session = await archive.BeginAsync(cancel);
        var settings = await archive.SettingsAsync(cancel);
        foreach (var setting in Setting.All)
        {
            var file = new[] { $"{setting.Name}.md", $"{setting.Name}.txt" }.Select(name => Path.Combine(sample, name)).FirstOrDefault(File.Exists);
            settings = file is null ? settings : setting.Write(settings, (await File.ReadAllTextAsync(file, cancel)).Trim());
        }

        await session.SaveSettingsAsync(settings, cancel);
        await session.CommitAsync(cancel);
    }
}
