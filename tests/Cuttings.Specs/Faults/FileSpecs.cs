using System.IO.Compression;
using System.Text;
using Xunit;

namespace Cuttings.Specs.Faults;

public sealed class FileSpecs : Places
{
    public static TheoryData<string, byte[], string> Others => new()
    {
        { "cuttings.jsonl", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "PNG" },
        { "page.txt", Packed(), "gzip" },
        { "cuttings.jsonl", "PK\u0003\u0004 and more"u8.ToArray(), "zip" },
        { "page.txt", "%PDF-1.4 and more"u8.ToArray(), "PDF" },
        { "page.txt", "<!doctype html><html><body></body></html>"u8.ToArray(), "No article" },
        { "page.txt", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>"u8.ToArray(), "feed" },
        { "cuttings.jsonl", "SQLite format 3\0 and more"u8.ToArray(), "database" },
        { "page.txt", [], "empty" },
        { "page.txt", [.. Enumerable.Range(0, 4000).Select(n => (byte)(n * 7919 >> 3))], "binary" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_file_that_is_something_else_is_named_and_refused(string name, byte[] bytes, string kind)
    {
        var file = Path.Combine(Folder, name);
        await File.WriteAllBytesAsync(file, bytes);
        var import = await Program.RunAsync("import", file, "--archive", NewArchive("SQLite"));
        Assert.Equal(3, import.Exit);
        Assert.Contains(name, import.Errors);
        Assert.Contains(kind, import.Errors);
        Assert.DoesNotContain("imported through", import.Output);
    }

    [Fact]
    public async Task Neither_format_minds_the_name_of_the_other()
    {
        var archive = NewArchive("SQLite");
        var text = Path.Combine(Folder, "cuttings.txt");
        File.Move(Boats("boats.jsonl", 1, 3), text);
        Assert.Equal(0, (await Program.RunAsync("import", text, "--archive", archive)).Exit);
        Assert.Equal(3, await CountAsync(archive));
        var page = Path.Combine(Folder, "page.jsonl");
        await File.WriteAllTextAsync(page, "Category: Ferries\n\nNight ferry returns\n\nPosted on by\n\nThe Marjan left at ten.\n\n[The Harbour Echo]\n");
        Assert.Equal(0, (await Program.RunAsync("import", page, "--archive", archive)).Exit);
        Assert.Equal(4, await CountAsync(archive));
    }

    [Fact]
    public async Task One_bad_file_or_line_never_stops_the_rest()
    {
        var archive = NewArchive("SQLite");
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "many")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.jsonl"), "{\"headline\":\"One\",\"body\":[\"It ran.\"]}\n{\"headline\":\"Two\n{\"headline\":\"Three\",\"body\":[\"It ran twice.\"],\"posted\":\"soon\"}\n{\"headline\":\"Four\",\"body\":[\"It ran thrice.\"]}\n");
        await File.WriteAllBytesAsync(Path.Combine(folder, "b.jsonl"), [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46]);
        await File.WriteAllTextAsync(Path.Combine(folder, "c.jsonl"), "{\"headline\":\"Five\",\"body\":[\"It ran no more.\"]}\n");
        var import = await Program.RunAsync("import", folder, "--archive", archive);
        Assert.Equal(1, import.Exit);
        Assert.Equal(3, await CountAsync(archive));
        foreach (var item in new[] { "a.jsonl line 2", "a.jsonl line 3", "b.jsonl" })
        {
            Assert.Contains(item, import.Errors);
        }
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_writes_nothing()
    {
        var archive = NewArchive("SQLite");
        await Program.RunAsync("import", Boats("one.jsonl", 1, 2), "--archive", archive);
        var dry = await Program.RunAsync("import", Boats("two.jsonl", 2, 5), "--archive", archive, "--dry-run");
        Assert.Equal(0, dry.Exit);
        Assert.Contains("would be: 5 read, 4 added, 0 updated, 1 unchanged", dry.Output);
        Assert.Equal(2, await CountAsync(archive));
    }

    [Fact]
    public async Task What_was_edited_here_since_is_kept_and_named()
    {
        var archive = NewArchive("SQLite");
        var file = Boats("boats.jsonl", 1, 3);
        await Program.RunAsync("import", file, "--archive", archive);
        Assert.Equal(0, (await Program.RunAsync("withdraw", "boat-2", "--archive", archive)).Exit);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("rowed", "sailed", StringComparison.Ordinal));
        var update = await Program.RunAsync("import", file, "--archive", archive, "--update");
        Assert.Equal(1, update.Exit);
        Assert.Contains("It was withdrawn here and stays so", update.Errors);
        var kept = (await Program.RunAsync("export", "--all", "--archive", archive)).Output;
        Assert.Equal(2, kept.Split("sailed").Length - 1);
        Assert.Contains("\"status\":\"withdrawn\"", kept);
        var undo = await Program.RunAsync("undo", "1", "--archive", archive);
        Assert.Equal(1, undo.Exit);
    }

    private static byte[] Packed()
    {
        using var bytes = new MemoryStream();
        using (var packer = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            packer.Write(Encoding.UTF8.GetBytes("Category: Ferries"));
        }

        return bytes.ToArray();
    }
}
