using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Cuttings.Specs.Browser;

/// <summary>The sample as readers see it: every kind of page, in Chromium, with scripts off.</summary>
public sealed class BrowserSpecs : IClassFixture<SampleInBrowser>
{
    private static readonly string[] Pages =
    [
        "/", "/page/2", "/category/ferries", "/tag/marjan", "/outlet/the-harbour-echo", "/author/n-osk", "/2020", "/2020/05", "/undated", "/categories", "/outlets", "/authors", "/tags",
        "/cutting/night-ferry-returns-to-the-osk-strait-after-eleven-months", "/cutting/what-the-tarn-dam-inspectors-wrote-down", "/cutting/how-a-crossing-permit-is-got", "/cutting/a-lighthouse-log-in-two-characters",
        "/cutting/second-count-finds-the-herring-where-the-skippers-said", "/cutting/국경-시장-열흘에-한-번만-열린다", "/cutting/海峡渡轮复航在即-两岸商人观望", "/cutting/interview-withdrawn-at-the-speakers-wish",
        "/cutting/lamp-oil-trial-ends-with-a-fine-and-an-empty-barrel/collation", "/cutting/lamp-oil-trial-ends-with-a-fine-and-an-empty-barrel/collation?view=side", "/cutting/smuggled-lamp-oil-found-in-eel-barrels", "/cutting/smuggled-lamp-oil-found-in-eel-barrels/collation", "/cutting/도장-두-개-창구-하나/collation", "/cutting/渡轮公司改卖月票/collation?view=side",
        "/cutting/crossing-permits-now-need-a-second-stamp/collation", "/cutting/letters-that-took-nine-years/collation", "/checked",
        "/source/1", "/source/16", "/source/18", "/source/18/edition/1", "/source/18/edition/2", "/cutting/harbour-pilots-ask-for-a-second-boat", "/evidence",
        "/search", "/search?q=ferry", "/search?q=외교", "/search?q=ferrrry", "/search?q=boat&sort=oldest", "/about", "/privacy", "/takedown", "/nowhere",
    ];

    private readonly IBrowser browser;
    private readonly Site site;

    public BrowserSpecs(SampleInBrowser sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Assert.SkipWhen(sample.IsLeftOut, "The browser is left out of a quick run.");
        (browser, site) = (sample.Browser, sample.Site);
    }

    private static string Axe => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../artifacts/axe/node_modules/axe-core/axe.min.js"));

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(768, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Every_page_stands_without_scripts_strangers_cookies_or_sideways_scrolling(int width, ColorScheme scheme)
    {
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        var path = "";
        page.Console += (_, message) =>
        {
            // The browser notes the status of an error page itself.
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                complaints.Add($"{path}: {message.Text}");
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Client.BaseAddress!.AbsoluteUri, StringComparison.Ordinal))
            {
                complaints.Add($"{path} asks for {request.Url}");
            }
        };
        foreach (var one in Pages)
        {
            path = one;
            await page.GotoAsync(new Uri(site.Client.BaseAddress!, one).AbsoluteUri);
            Assert.True((await page.InnerTextAsync("main")).Length > 20, $"{one} is empty.");
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(over <= 0, $"{one} is {over} pixels too wide at {width}.");
            Assert.Equal(1, await page.Locator("h1").CountAsync());
        }

        Assert.Empty(await context.CookiesAsync());
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Axe_finds_nothing(int width, ColorScheme scheme)
    {
        Assert.True(File.Exists(Axe), "axe-core is missing: ./test fetches it.");
        await using var context = await browser.NewContextAsync(new() { BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var found = new List<string>();
        foreach (var one in Pages)
        {
            await page.GotoAsync(new Uri(site.Client.BaseAddress!, one).AbsoluteUri);
            await page.AddScriptTagAsync(new() { Path = Axe });
            var checkedOnes = await page.EvaluateAsync<JsonElement>("async () => { const r = await axe.run(); return { passes: r.passes.length, violations: r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' ')) }; }");
            Assert.True(checkedOnes.GetProperty("passes").GetInt32() > 10, $"{one} was hardly checked.");
            found.AddRange(checkedOnes.GetProperty("violations").EnumerateArray().Select(violation => $"{one} {violation.GetString()}"));
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task The_search_form_and_the_keyboard_need_no_script()
    {
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Client.BaseAddress!.AbsoluteUri);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Locator("#q").FillAsync("sanctions salt");
        await page.Locator("#q").PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=sanctions+salt");
        Assert.True(await page.Locator("mark").CountAsync() > 0);
        await page.Locator(".facets a").First.ClickAsync();
        Assert.Contains("category", page.Url);
        await page.Locator(".hits a").First.ClickAsync();
        Assert.Contains("/cutting/", page.Url);
        Assert.True(await page.Locator(".credit").CountAsync() > 0);
        await page.GotoAsync(new Uri(site.Client.BaseAddress!, "/search?q=ferrrry").AbsoluteUri);
        await page.Locator(".empty a").ClickAsync();
        Assert.Equal("ferry", await page.Locator("#q").InputValueAsync());
        Assert.True(await page.Locator(".hits li").CountAsync() > 0);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
