using Cuttings.Archiving;
using Cuttings.Searching;
using Cuttings.Storage;
using Cuttings.Storage.Search;
using Xunit;

namespace Cuttings.Specs.Faults;

public sealed class IndexSpecs : Places
{
    private string Archive => Path.Combine(Folder, "boats.db");

    private string Index => Path.Combine(Folder, "boats.files", "index");

    [Fact]
    public async Task An_index_that_was_deleted_is_made_anew()
    {
        await ImportAsync(1, 50);
        Directory.Delete(Path.Combine(Folder, "boats.files"), recursive: true);
        Assert.Contains("\"total\":50", (await Program.RunAsync("search", "boat", "--archive", Archive, "--json")).Output.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_older_than_the_archive_catches_up()
    {
        await ImportAsync(1, 50);
        var old = Path.Combine(Folder, "old");
        Copy(Index, old);
        await ImportAsync(51, 50);
        Directory.Delete(Index, recursive: true);
        Copy(old, Index);
        Assert.Equal(100, await FoundAsync());
    }

    [Fact]
    public async Task An_index_newer_than_the_archive_is_made_anew()
    {
        await ImportAsync(1, 50);
        var backup = Path.Combine(Folder, "backup.db");
        await Program.RunAsync("backup", backup, "--archive", Archive);
        await ImportAsync(51, 50);
        File.Delete(Archive);
        File.Delete(Archive + "-wal");
        File.Delete(Archive + "-shm");
        File.Copy(backup, Archive);
        Assert.Equal(50, await FoundAsync());
    }

    [Fact]
    public async Task Whichever_file_of_the_index_is_cut_off_or_overwritten_it_heals()
    {
        await ImportAsync(1, 50);
        var sound = Path.Combine(Folder, "sound");
        Copy(Index, sound);
        var names = Directory.GetFiles(sound).Select(path => Path.GetFileName(path)!).Where(name => name != "write.lock").ToList();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            foreach (var damage in new Func<byte[], byte[]>[] { _ => [], bytes => bytes[..(bytes.Length / 2)], bytes => [.. bytes.Select((value, n) => (byte)(n % 7 == 3 ? value ^ 0x5A : value))] })
            {
                Directory.Delete(Index, recursive: true);
                Copy(sound, Index);
                var path = Path.Combine(Index, name);
                await File.WriteAllBytesAsync(path, damage(await File.ReadAllBytesAsync(path)));
                Assert.True(await FoundAsync() == 50, $"{name} was damaged, and the search did not heal.");
            }
        }
    }

    private async Task ImportAsync(int first, int count) =>
        Assert.Equal(0, (await Program.RunAsync("import", Boats($"boats{first}.jsonl", first, count), "--archive", Archive)).Exit);

    private async Task<int> FoundAsync()
    {
        await using var archive = await ArchiveOpener.OpenAsync(Archive, OpenMode.Existing, TimeProvider.System);
        await using var search = await LuceneSearch.OpenAsync(archive);
        await search.CatchUpAsync();
        Assert.Empty(await search.CheckAsync().ToListAsync());
        return (await search.SearchAsync(new SearchRequest("\"boat rowed\""))).Total;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }
}
