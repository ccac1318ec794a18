using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Xunit;

namespace Cuttings.Specs.Faults;

public sealed class HostileHtmlSpecs : Places
{
    private static readonly string[] Vectors =
    [
        "<script>alert(1)</script>", "<p onclick=alert(1)>text</p>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">a</a>", "<a href=\" &#106;avascript:alert(1)\">a</a>",
        "<a href=\"java\tscript:alert(1)\">a</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>", "<svg><script>alert(1)</script></svg>", "<svg onload=alert(1)>", "<math><mtext></p><style><!--</style><img src onerror=alert(1)>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=x></object>", "<embed src=x>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=//evil.example>",
        "<style>@import '//evil.example'</style>", "<form action=//evil.example><input name=a><button>b</button></form>", "<p style=\"background:url(//evil.example)\">text</p>", "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<textarea></textarea><script>alert(1)</script>", "<title></title><img src=x onerror=alert(1)>", "<!--><script>alert(1)</script-->", "<![CDATA[<script>alert(1)</script>]]>",
        "<p>a</p></div></article><script>alert(1)</script>", "<table><td><img src=x onerror=alert(1)></td></table>", "<a href=\"vbscript:x\">a</a>", "<ruby>a<rt onclick=x>b</rt></ruby>", "<em lang=\"en\" onmouseover=x>c</em>",
        "<video src=x autoplay onplay=x></video>", "<audio src=x></audio>", "<details open ontoggle=x>d</details>", "<x onfocus=alert(1) autofocus tabindex=1>e</x>", "</p></body></html><script>alert(1)</script>",
    ];

    [Fact]
    public async Task Hostile_html_never_becomes_an_active_element()
    {
        var file = Path.Combine(Folder, "hostile.jsonl");
        await File.WriteAllLinesAsync(file, Vectors.Select((html, n) => JsonSerializer.Serialize(new { id = $"v{n}", headline = $"Vector {n} {html}", html = "<p>It ran.</p>" + html, credit = html, categories = new[] { "Vectors " + html } })));
        var archive = NewArchive("SQLite");
        Assert.Equal(0, (await Program.RunAsync("import", file, "--archive", archive)).Exit);
        await using var site = await Site.StartAsync("--archive", archive);
        var parser = new HtmlParser();
        foreach (var line in (await Program.RunAsync("export", "--archive", archive)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var slug = JsonDocument.Parse(line).RootElement.GetProperty("slug").GetString()!;
            var page = parser.ParseDocument(await site.Client.GetStringAsync("/cutting/" + Uri.EscapeDataString(slug)));
            NaughtyStrings.AssertTame(page, slug);
            Assert.Equal(1, page.QuerySelectorAll("form").Length);
            Assert.Equal(1, page.QuerySelectorAll("main").Length);
            Assert.All(page.QuerySelectorAll(".excerpt *"), element => Assert.Contains(element.LocalName, new[] { "p", "blockquote", "ul", "ol", "li", "h3", "em", "strong", "a", "br", "ruby", "rb", "rt", "rp", "span" }));
            Assert.Contains("It ran.", page.QuerySelector(".excerpt")!.TextContent);
        }

        var feed = XDocument.Parse(await site.Client.GetStringAsync("/feed"));
        Assert.All(feed.Descendants(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/")), content => NaughtyStrings.AssertTame(parser.ParseDocument(content.Value).Body!, "feed"));
    }
}
