using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Cuttings.Specs.Faults;

public sealed class NaughtyStrings : Places
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task They_survive_in_every_text_field_there_and_back(string database)
    {
        var strings = Strings();
        var (one, two) = (NewArchive(database), NewArchive(database));
        Assert.Equal(0, (await Program.RunAsync("import", Write(strings), "--archive", one)).Exit);
        var exported = (await Program.RunAsync("export", "--all", "--archive", one)).Output;
        var file = Path.Combine(Folder, "exported.jsonl");
        await File.WriteAllTextAsync(file, exported);
        Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", two)).Exit);
        Assert.Equal(exported, (await Program.RunAsync("export", "--all", "--archive", two)).Output);
        var kept = exported.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(cutting => cutting.GetProperty("id").GetString()!);
        for (var n = 0; n < strings.Count; n++)
        {
            var cutting = kept[n.ToString(CultureInfo.InvariantCulture)];
            var said = Same($"{n} {strings[n]}");
            Assert.Equal(said, Same(cutting.GetProperty("headline").GetString()!));
            Assert.Equal(said, Same(cutting.TryGetProperty("body", out var body) ? body[0].GetString()! : new HtmlParser().ParseDocument(cutting.GetProperty("html").GetString()!).Body!.TextContent));
            foreach (var field in new[] { "author", "credit", "byline" })
            {
                Assert.Equal(said, Same(cutting.GetProperty(field).GetString()!));
            }
        }
    }

    [Theory]
    [InlineData("posted")]
    [InlineData("language")]
    [InlineData("permalink")]
    public async Task They_are_refused_where_a_date_a_language_or_an_address_is_due(string field)
    {
        var strings = Strings().Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        var file = Path.Combine(Folder, "fields.jsonl");
        await File.WriteAllLinesAsync(file, strings.Select((text, n) => JsonSerializer.Serialize(new Dictionary<string, object> { ["headline"] = $"Boat {n}", ["body"] = new[] { $"It ran {n} times." }, [field] = text }, Plain)));
        var archive = NewArchive("SQLite");
        var import = await Program.RunAsync("import", file, "--archive", archive, "--json");
        Assert.True(import.Exit is 1 or 3);
        var report = JsonDocument.Parse(import.Output).RootElement;
        var failed = report.GetProperty("failed").EnumerateArray().ToList();
        Assert.Equal(strings.Count, report.GetProperty("read").GetInt32());
        Assert.Equal(strings.Count, report.GetProperty("added").GetInt32() + report.GetProperty("unchanged").GetInt32() + failed.Count);
        Assert.All(failed, item => Assert.Contains(field, item.GetProperty("why").GetString()!, StringComparison.Ordinal));
        Assert.True(failed.Count > strings.Count * 0.9, $"Only {failed.Count} of {strings.Count} were refused.");
        if (failed.Count == strings.Count)
        {
            Assert.False(File.Exists(archive));
            return;
        }

        await AssertSoundAsync(archive);
    }

    [Fact]
    public async Task They_never_break_a_page_a_feed_or_a_search()
    {
        var strings = Strings();
        var archive = NewArchive("SQLite");
        await Program.RunAsync("import", Write(strings), "--archive", archive);
        await using var site = await Site.StartAsync("--archive", archive);
        var pages = new List<string> { "/", "/categories", "/outlets", "/authors", "/tags", "/undated", "/search?q=&sort=%00" };
        foreach (var line in (await Program.RunAsync("export", "--archive", archive)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            pages.Add("/cutting/" + Uri.EscapeDataString(JsonDocument.Parse(line).RootElement.GetProperty("slug").GetString()!));
        }

        foreach (var index in new[] { "/categories", "/outlets", "/authors", "/tags" })
        {
            pages.AddRange((await ParsedAsync(site, index)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Take(600));
        }

        Assert.True(pages.Count > 1500, $"{pages.Count} pages");
        foreach (var path in pages.Distinct())
        {
            AssertTame(await ParsedAsync(site, path), path);
        }

        foreach (var text in strings)
        {
            var answer = await site.Client.GetAsync("/search?q=" + Escape(text));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
            AssertTame(new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()), text);
            Assert.True((int)(await site.Client.GetAsync("/category/" + Escape(text))).StatusCode is 200 or 301 or 400 or 404, text);
        }

        for (var next = new Uri(site.Client.BaseAddress!, "/feed").ToString(); next is not null;)
        {
            var feed = XDocument.Parse(await site.Client.GetStringAsync(next));
            next = feed.Descendants(XName.Get("link", "http://www.w3.org/2005/Atom")).FirstOrDefault(link => (string?)link.Attribute("rel") == "next")?.Attribute("href")?.Value;
        }

        XDocument.Parse(await site.Client.GetStringAsync("/feed/atom"));
        XDocument.Parse(await site.Client.GetStringAsync("/sitemap.xml"));
        Assert.Equal(20, JsonDocument.Parse(await site.Client.GetStringAsync("/feed.json")).RootElement.GetProperty("items").GetArrayLength());
        Assert.Equal(515, JsonDocument.Parse(await site.Client.GetStringAsync("/citations.csl.json")).RootElement.GetArrayLength());
        var ris = await site.Client.GetStringAsync("/citations.ris");
        Assert.Equal(515, ris.Split("\r\n").Count(line => line == "TY  - NEWS"));
        Assert.Equal(515, ris.Split("\r\n").Count(line => line == "ER  - "));
        Assert.Equal(515, (await site.Client.GetStringAsync("/citations.bib")).Split('\n').Count(line => line.StartsWith("@article{", StringComparison.Ordinal)));
        Assert.Equal(100, JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/cuttings?limit=100")).RootElement.GetProperty("cuttings").GetArrayLength());
    }

    private static List<string> Strings()
    {
        var file = Path.Combine(Program.Shared, "peers", "naughty-strings.json");
        Assert.SkipUnless(File.Exists(file), "The strings are not here (CUTTINGS_SHARED).");
        return JsonSerializer.Deserialize<List<string>>(File.ReadAllText(file))!;
    }

    private string Write(List<string> strings)
    {
        var file = Path.Combine(Folder, "naughty.jsonl");
        File.WriteAllLines(file, strings.Select((text, n) =>
        {
            var said = $"{n} {text}";
            return JsonSerializer.Serialize(new { id = n.ToString(CultureInfo.InvariantCulture), headline = said, body = new[] { said }, author = said, categories = new[] { said }, tags = new[] { said }, credit = said, outlet = said, byline = said, sources = new[] { new { title = said, byline = said, outlet = said } } }, Plain);
        }));
        return file;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text.Length > 400 ? text[..400] : text);

    // Runs of white space are one space, as HTML has it; U+0000 is U+FFFD, as HTML has it too.
    private static string Same(string text) => string.Join(' ', text.Replace('\0', '\uFFFD').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IDocument> ParsedAsync(Site site, string path)
    {
        var answer = await site.Client.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {answer.StatusCode}.");
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    internal static void AssertTame(IParentNode page, string where)
    {
        foreach (var element in page.QuerySelectorAll("*"))
        {
            Assert.True(element.LocalName != "script" || element.GetAttribute("type") == "application/ld+json", $"{where}: {element.OuterHtml}");
            Assert.False(element.LocalName is "iframe" or "object" or "embed" or "svg" or "math" or "base" or "style" or "img", $"{where}: {element.OuterHtml}");
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
            foreach (var address in new[] { element.GetAttribute("href"), element.GetAttribute("src"), element.GetAttribute("action") }.OfType<string>())
            {
                Assert.False(address.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || address.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase), $"{where}: {address}");
            }
        }
    }
}
