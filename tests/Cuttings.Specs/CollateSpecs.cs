using System.Text.Json;
using Xunit;

namespace Cuttings.Specs;

public sealed class CollateSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-collate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Two_plain_files_are_compared_and_explained()
    {
        var (cutting, source) = (Put("excerpt.txt", "The dam leaks.\r\n\r\n[The Courier]\r\n"), Put("article.txt", "\uFEFFThe dam leaks, an engineer told the Courier on Friday.\n\nIt was built in 1974.\n"));
        var run = await Program.RunAsync("collate", cutting, source);
        Assert.Equal(0, run.Exit);
        Assert.Contains("trimmed   The dam leaks.", run.Output);
        Assert.Contains("attribution-dropped", run.Output);
        Assert.Contains("not taken, after the last, 5 words", run.Output);
    }

    [Fact]
    public async Task The_json_is_the_contract()
    {
        var (cutting, source) = (Put("excerpt.txt", "Dam leaks\n\nThe dam leaks. It was built in 1975."), Put("article.txt", "Dam may leak\n\nThe dam leaks, an engineer told the Courier on Friday. It was built in 1974. Nobody was hurt."));
        var run = await Program.RunAsync("collate", cutting, source, "--headline", "--json");
        Assert.Equal(0, run.Exit);
        var json = JsonDocument.Parse(run.Output).RootElement;
        var (here, there) = (json.GetProperty("cuttingText").GetString()!, json.GetProperty("sourceText").GetString()!);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("edition").ValueKind);
        Assert.Equal("headline-hedge-dropped", json.GetProperty("headline").GetProperty("warnings")[0].GetProperty("kind").GetString());
        Assert.Equal(["trimmed", "altered"], json.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetProperty("verdict").GetString()));
        foreach (var sentence in json.GetProperty("sentences").EnumerateArray())
        {
            Assert.Equal(sentence.GetProperty("text").GetString(), here[sentence.GetProperty("cutting")[0].GetInt32()..sentence.GetProperty("cutting")[1].GetInt32()]);
            Assert.All(sentence.GetProperty("source").EnumerateArray(), passage => Assert.Contains(there[passage[0].GetInt32()..passage[1].GetInt32()].Trim(',', '.'), there));
        }

        var omission = Assert.Single(json.GetProperty("omissions").EnumerateArray());
        Assert.Equal((2, 3, false), (omission.GetProperty("after").GetInt32(), omission.GetProperty("words").GetInt32(), omission.GetProperty("marked").GetBoolean()));
        Assert.False(json.GetProperty("anotherEdition").GetBoolean());
        Assert.Equal(0.3889, json.GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task The_first_line_is_the_headline_however_the_lines_are_filled()
    {
        var cutting = Put("excerpt.txt", "Dam leaks after the long winter, and nobody can say since when\nThe dam leaks.\n");
        var source = Put("article.txt", "Dam leaks after the long winter, and nobody can say since when\nThe dam leaks. It was built in 1974 by the men of the upper valley, of\nwhom none is alive.\n");
        var json = JsonDocument.Parse((await Program.RunAsync("collate", cutting, source, "--headline", "--json")).Output).RootElement;
        Assert.EndsWith("since when", json.GetProperty("headline").GetProperty("text").GetString());
        Assert.Single(json.GetProperty("sentences").EnumerateArray());
        Assert.Single(json.GetProperty("omissions").EnumerateArray());
    }

    [Fact]
    public async Task A_page_and_an_exchange_object_can_be_compared_too()
    {
        var page = Put("article.html", "<!doctype html><html><head><title>Dam</title></head><body><nav>Home News</nav><article><h1>Dam</h1><p>The dam leaks, an engineer said.</p><p>It was <b>built</b> in 1974.</p></article><footer>All rights reserved.</footer></body></html>");
        var cutting = Put("cutting.jsonl", "{\"headline\":\"Dam\",\"body\":[\"It was built in 1974.\"]}\n");
        var json = JsonDocument.Parse((await Program.RunAsync("collate", cutting, page, "--json")).Output).RootElement;
        Assert.Equal("verbatim", json.GetProperty("sentences")[0].GetProperty("verdict").GetString());
        Assert.DoesNotContain("rights reserved", json.GetProperty("sourceText").GetString());
        var kept = Put("kept.jsonl", "{\"headline\":\"Dam\",\"body\":[\"It was built in 1974.\"],\"source\":{\"title\":\"Dam\",\"text\":[\"It was built in 1974.\",\"It leaks.\"]}}\n");
        var whole = JsonDocument.Parse((await Program.RunAsync("collate", kept, kept, "--json", "--headline")).Output).RootElement;
        Assert.Equal("verbatim", whole.GetProperty("headline").GetProperty("verdict").GetString());
        Assert.Single(whole.GetProperty("omissions").EnumerateArray());
    }

    [Fact]
    public async Task What_cannot_be_compared_is_named()
    {
        var text = Put("a.txt", "A sentence.");
        var picture = Path.Combine(folder, "p.png");
        await File.WriteAllBytesAsync(picture, [0x89, .. "PNG\r\n"u8, 0, 1, 2]);
        foreach (var (file, words) in new[] { (Path.Combine(folder, "none.txt"), "none.txt"), (Put("empty.txt", "  \n"), "holds no text"), (picture, "a PNG picture") })
        {
            var run = await Program.RunAsync("collate", text, file);
            Assert.Equal(3, run.Exit);
            Assert.Contains(words, run.Errors);
        }

        Assert.Equal(2, (await Program.RunAsync("collate", "-", "-")).Exit);
        Assert.Equal(2, (await Program.RunAsync("collate", text)).Exit);
    }

    [Fact]
    public async Task An_archive_lists_its_collations_and_a_plain_export_keeps_the_texts_back()
    {
        var archive = Path.Combine(folder, "archive.db");
        var file = Put("in.jsonl", "{\"headline\":\"Dam\",\"outlet\":\"Courier\",\"body\":[\"The dam leaks.\"],\"source\":{\"title\":\"Dam\",\"text\":[\"The dam leaks, an engineer told the Courier.\",\"A sentence that stays inside.\"]}}\n");
        Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", archive)).Exit);
        var listed = await Program.RunAsync("collations", "--archive", archive);
        Assert.Equal(0, listed.Exit);
        Assert.Contains("attribution-dropped", listed.Output);
        Assert.Contains("No collation", (await Program.RunAsync("collations", "--archive", archive, "--kind", "misquotation")).Output);
        Assert.DoesNotContain("stays inside", (await Program.RunAsync("export", "--archive", archive)).Output);
        Assert.Contains("stays inside", (await Program.RunAsync("export", "--all", "--archive", archive)).Output);
        await Program.RunAsync("outlets", "sources", "Courier", "full", "--archive", archive);
        Assert.Contains("stays inside", (await Program.RunAsync("export", "--archive", archive)).Output);
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
