using Cuttings.Importing;

namespace Cuttings.Import.WebArchives;

/// <summary>A file with records in it, of which any can be read at its place.</summary>
/// <param name="Name">How reports name it.</param>
/// <param name="Content">WARC or ARC, plain or in gzip members; from its beginning.</param>
internal sealed record RecordFile(string Name, Stream Content);

/// <summary>What a web archive holds, opened: one file, or those of a WACZ.</summary>
internal sealed class OpenedArchive : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> temporary = [];

    /// <summary>The most files that are read of one WACZ.</summary>
    public const int MostFiles = 10_000;

    public List<RecordFile> Files { get; } = [];

    public List<FailedItem> Failed { get; } = [];

    public static async ValueTask<OpenedArchive> OpenAsync(Stream whole, string name, CancellationToken cancel)
    {
        var opened = new OpenedArchive();
        try
        {
            var head = new byte[4];
            whole.Position = 0;
            var there = await whole.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
            whole.Position = 0;
            if (there == head.Length && head.AsSpan().SequenceEqual("PK\u0003\u0004"u8))
            {
                await opened.AddZipAsync(whole, name, cancel);
            }
            else
            {
                opened.Files.Add(new(name, whole));
            }

            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in temporary)
        {
            await file.DisposeAsync();
        }
    }

    private async ValueTask AddZipAsync(Stream whole, string name, CancellationToken cancel)
    {
        try
        {
            using var wacz = await WaczReader.OpenAsync(whole, cancel);
            await foreach (var archive in wacz.ArchivesAsync(cancel))
            {
                temporary.Add(archive);
                Fail(name, archive.Damage);
                Files.Add(new($"{name} {Quoted.Shortly(archive.Name)}", archive.Content));
                if (Files.Count == MostFiles)
                {
                    Failed.Add(new(name, $"It holds more than {MostFiles:N0} files of records: the rest is not read."));
                    break;
                }
            }

            await wacz.VerifyAsync(cancel);
            Fail(name, wacz.Damage);
            if (Files.Count == 0)
            {
                Failed.Add(new(name, "It holds no file of records: there is nothing in its archive/ folder."));
            }
        }
        catch (CuttingsException error)
        {
            // Records lie in a WACZ as they are, so that they can be found without its directory.
            Failed.Add(new(name, $"{error.Message} Its records are looked for without it."));
            Files.Add(new(name, whole));
        }
    }

    private void Fail(string name, IEnumerable<Damage> damage) => Failed.AddRange(damage.Select(found => new FailedItem(name, found.Why)));
}
