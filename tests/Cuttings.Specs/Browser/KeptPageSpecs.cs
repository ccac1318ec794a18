using System.Security.Cryptography;
using System.Text;
using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Credits;
using Cuttings.Excerpts;
using Cuttings.Import.Pages.Inert;
using Cuttings.Sources;
using Cuttings.Storage;
using Cuttings.Storage.Search;
using Cuttings.Vocabulary;
using Cuttings.Web;
using Microsoft.Playwright;
using Xunit;

namespace Cuttings.Specs.Browser;

/// <summary>A kept page with every trick to run a script or to ask for something, in Chromium with scripts on: none runs, and a canary is asked nothing.</summary>
public sealed class KeptPageSpecs : IAsyncLifetime
{
    private const string Address = "https://echo.example/ferry";
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-kept-").FullName;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private Canary canary = null!;
    private IArchive archive = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CUTTINGS_QUICK") == "1", "The browser is left out of a quick run.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox"] });
        canary = await Canary.StartAsync();
        archive = await ArchiveOpener.OpenAsync(Path.Combine(folder, "archive.db"), OpenMode.CreateIfMissing, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            await canary.DisposeAsync();
            await archive.DisposeAsync();
        }

        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_tricks_are_real()
    {
        canary.Pages["/raw"] = Tricks();
        await OpenAsync(canary.Address + "/raw", stays: false);
        Assert.Contains("/ran", canary.Asked);
        Assert.True(canary.Asked.Distinct().Count() > 15, $"Only {string.Join(' ', canary.Asked.Distinct())} were asked for.");
    }

    [Fact]
    public async Task A_kept_page_on_the_site_runs_nothing_and_asks_for_nothing()
    {
        var page = Encoding.UTF8.GetBytes(Tricks());
        var id = await KeepAsync(page);
        await using var search = await LuceneSearch.OpenAsync(archive);
        await using var site = SiteApp.Build(new SiteOptions { Urls = "http://127.0.0.1:0" }, archive, search, TimeProvider.System, Pages);
        await site.StartAsync(TestContext.Current.CancellationToken);
        var (title, text) = await OpenAsync($"{site.Urls.First()}/source/{id}/edition/1/page");
        Assert.Equal("Kept copy: The ferry", title);
        Assert.Contains("Kept copy of https://echo.example/ferry, captured 12 March 2026", text);
        Assert.Contains("The ferry sailed again.", text);
        Assert.Contains("The last word.", text);
        Assert.Empty(canary.Asked);
    }

    [Fact]
    public async Task What_is_written_anew_needs_no_policy_to_be_harmless()
    {
        canary.Pages["/inert"] = "<!doctype html><title>still</title>" + Pages.Inert(new(Address, "text/html", Encoding.UTF8.GetBytes(Tricks())))!.Html;
        var (title, text) = await OpenAsync(canary.Address + "/inert");
        Assert.Equal("still", title);
        Assert.Contains("The last word.", text);
        Assert.Empty(canary.Asked);
    }

    // Until the records of web archives are read here, a page stands for its records.
    private static InertPages Pages { get; } = new((records, _) => new(new KeptPage(Address, "text/html", records)));

    private async Task<(string Title, string Text)> OpenAsync(string address, bool stays = true)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        page.Dialog += (_, dialog) => Assert.Fail($"A dialog opened: {dialog.Message}");
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        // What waits for a pointer, a focus or a moment has its chance.
        await page.Mouse.MoveAsync(200, 300);
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForTimeoutAsync(1500);
        Assert.Equal(stays, page.Url == address);
        Assert.Single(context.Pages);
        return (await page.TitleAsync(), await page.InnerTextAsync("body"));
    }

    private async Task<long> KeepAsync(byte[] page)
    {
        await using (var session = await archive.BeginAsync())
        {
            await session.AddAsync(
                new()
                {
                    Headline = "Ferry to run again",
                    Slug = "ferry",
                    Excerpt = Excerpt.OfParagraphs("The ferry sailed again."),
                    Credit = new Credit { Printed = "[Harbour Echo]", Outlet = "Harbour Echo" },
                    Sources = [new() { Url = Address, Outlet = "Harbour Echo" }],
                },
                null);
            await session.CommitAsync();
        }

        await CitedSources.FollowAsync(archive, TimeProvider.System);
        var source = (await archive.Sources.FindByKeyAsync(Address))!;
        await using (var session = await archive.BeginAsync())
        {
            var captured = new DateTimeOffset(2026, 3, 12, 22, 15, 30, TimeSpan.Zero);
            await session.SetSourcesAsync("Harbour Echo", SourceRule.Full);
            var snapshot = await session.Sources.AddSnapshotAsync(
                new() { Address = Address, Captured = captured, Digest = "sha-256:" + Convert.ToHexStringLower(SHA256.HashData(page)), MediaType = "text/html", Length = page.Length }, page, _ => default);
            await session.Sources.AddEditionAsync(new() { Source = source.Id, Captured = captured, Title = "The ferry", Text = Excerpt.OfParagraphs("The ferry sailed again."), Snapshot = snapshot });
            await session.CommitAsync();
        }

        return source.Id;
    }

    private string Tricks()
    {
        var n = 0;
        string At(string ending = "") => $"{canary.Address}/trick-{++n}{ending}";
        const string Run = "document.title=&quot;ran&quot;";
        return $"""
            <!doctype html><?xml-stylesheet href="{At(".xsl")}" type="text/xsl"?>
            <html manifest="{At()}"><head><title>The ferry</title>
            <base href="{canary.Address}/">
            <link rel=stylesheet href="{At(".css")}"><link rel=preload as=script href="{At(".js")}"><link rel=prefetch href="{At()}"><link rel=modulepreload href="{At(".js")}"><link rel=icon href="{At(".png")}"><link rel=manifest href="{At()}">
            <link rel=dns-prefetch href="//canary.invalid"><link rel=preconnect href="{canary.Address}">
            <style>@import "{At(".css")}"; body {"{"} background: url({At(".png")}); {"}"} @font-face {"{"} font-family: x; src: url({At(".woff")}); {"}"} * {"{"} font-family: x; {"}"} p::after {"{"} content: url({At(".png")}); {"}"}</style>
            <script>document.title='ran'; fetch('{canary.Address}/ran'); fetch('{At()}')</script><script src="{At(".js")}"></script><script type=module>document.title='ran'; import('{At(".js")}')</script>
            <script type=importmap>{"{"}"imports":{"{"}{"}"}{"}"}</script><script type=speculationrules>{"{"}"prefetch":[{"{"}"source":"list","urls":["{At()}"]{"}"}]{"}"}</script>
            <meta http-equiv=refresh content="1;url={At()}"><meta http-equiv=Content-Security-Policy content="script-src *"></head>
            <body onload="{Run}" background="{At(".png")}" onpageshow="{Run}" style="background:url({At(".png")})">
            <p onmousemove="{Run}" style="background-image:image-set(url({At(".png")}) 1x)">The ferry sailed again.</p>
            <img src="{At(".png")}" srcset="{At(".png")} 2x" onerror="{Run}" onload="{Run}" lowsrc="{At(".png")}" dynsrc="{At(".png")}">
            <img src=x onerror={Run}><img src="data:image/svg+xml,&lt;svg xmlns='http://www.w3.org/2000/svg'>&lt;image href='{At(".png")}'/>&lt;/svg>">
            <picture><source srcset="{At(".png")}"><img></picture><input type=image src="{At(".png")}" autofocus onfocus="{Run}">
            <video src="{At(".mp4")}" poster="{At(".png")}" autoplay></video><audio src="{At(".mp3")}" autoplay></audio><video><source src="{At(".mp4")}"><track src="{At(".vtt")}" default></video>
            <iframe src="{At()}"></iframe><iframe srcdoc="&lt;script>parent.document.title='ran'; fetch('{At()}')&lt;/script>"></iframe><iframe src="javascript:parent.document.title='ran'"></iframe>
            <object data="{At()}"></object><embed src="{At()}"><object type="text/html" data="data:text/html,&lt;script>fetch('{At()}')&lt;/script>"></object>
            <svg onload="{Run}"><script>document.title='ran'</script><image href="{At(".png")}"/><use href="{At(".svg")}#a"/><animate attributeName=x onbegin="{Run}" begin=0s /><foreignObject><img src="{At(".png")}"></foreignObject><feImage href="{At(".png")}"/><a xlink:href="javascript:{Run}"><text>x</text></a></svg>
            <math><mtext><table><mglyph><style><!--</style><img src="{At(".png")}" title="--&gt;&lt;img src=x onerror={Run}&gt;"></table></mtext></math>
            <form action="{At()}" id=f><button autofocus formaction="{At()}">b</button></form><details open ontoggle="{Run}"><summary>s</summary>d</details>
            <a href="{At()}" ping="{At()}">a</a><a href="javascript:{Run}" autofocus onfocus="{Run}">j</a><a href="java&#10;script:{Run}" tabindex=1>k</a>
            <template shadowrootmode=open><img src="{At(".png")}"></template><div><template shadowrootmode=open><script>document.title='ran'</script><style>@import "{At(".css")}"</style></template></div>
            <noscript><p title="</noscript><img src=x onerror={Run}>"></noscript><textarea></textarea><script>document.title='ran'</script>
            <marquee onstart="{Run}">m</marquee><table background="{At(".png")}"><tr><td background="{At(".png")}">t</td></tr></table>
            <x-card onanimationstart="{Run}" style="animation:z 1s"></x-card><style>@keyframes z {"{"} to {"{"} opacity: 0 {"}"} {"}"}</style>
            <select><style></select><img src=x onerror={Run}></style></select><title><img src=x onerror={Run}></title>
            <p>The last word.</p></body></html>
            """;
    }
}
