using Microsoft.Playwright;
using Xunit;

namespace Cuttings.Specs.Browser;

/// <summary>The sample, served, with its sources kept, and Chromium: once for all specs of a class.</summary>
public sealed class SampleInBrowser : IAsyncLifetime
{
    private IPlaywright? playwright;

    internal bool IsLeftOut { get; } = Environment.GetEnvironmentVariable("CUTTINGS_QUICK") == "1";

    internal IBrowser Browser { get; private set; } = null!;

    internal Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (IsLeftOut)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox"] });
        Site = await Site.StartAsync("--sample");
        // Its sources are kept behind the site; the one that is gone since comes last.
        for (var turn = 0; !(await Site.Client.GetStringAsync("/source/16")).Contains("is gone since", StringComparison.Ordinal); turn++)
        {
            Assert.True(turn < 600, "The sample's sources are not kept.");
            await Task.Delay(200);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (Site is not null)
        {
            await Site.DisposeAsync();
        }
    }
}
