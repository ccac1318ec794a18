using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Collecting;
using Cuttings.Collecting;
using Cuttings.Import.Feeds;
using Cuttings.Import.Pages.Inert;
using Cuttings.Import.WebArchives;
using Cuttings.Web;
using Microsoft.AspNetCore.Builder;

namespace Cuttings.Cli.Serving;

/// <summary>`serve`: the site, up at once, with the search catching up behind it.</summary>
internal sealed class ServeCommand : CuttingsCommand
{
    /// <summary>A search that is this late is waited for before the address is told; a later one catches up behind the site.</summary>
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromSeconds(0.5);

    private readonly Option<bool> sample = new("--sample") { Description = "Serve a throw-away archive made from our own fictional sample." };
    private readonly Option<string> urls = new("--urls") { Description = "The address to listen at; several are parted by a semicolon.", HelpName = "ADDRESS", DefaultValueFactory = _ => "http://localhost:5080" };

    private readonly Option<bool> collect = new("--collect") { Description = "Collect too: read the feeds that the desk follows, and watch the sources of published cuttings." };

    private readonly Option<bool> noCache = new("--no-output-cache") { Description = "Make every page anew; for measuring." };

    public ServeCommand()
        : base("serve", "Serves the site, its feeds and its API until stopped; makes the archive where it is missing.", "cuttings serve --sample", "cuttings serve --archive harbour.db --urls http://localhost:8080 --collect")
    {
        Add(sample);
        Add(urls);
        Add(collect);
        Add(noCache);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (!parsed.GetValue(sample))
        {
            await using var archive = await Wiring.OpenOrMakeAsync(parsed, cancel);
            return await ServeAsync(archive, new SiteOptions { Urls = parsed.GetRequiredValue(urls), OutputCache = !parsed.GetValue(noCache) }, parsed.GetValue(collect), isSample: false, cancel);
        }

        if (parsed.GetValue(collect))
        {
            throw new CuttingsException(ErrorKind.Usage, "--sample is all invented: there is nothing to collect.");
        }

        if (parsed.GetResult(ArchiveOption.Instance) is { Implicit: false })
        {
            throw new CuttingsException(ErrorKind.Usage, "--sample serves an archive of its own: leave out either --sample or --archive.");
        }

        await using var throwAway = await SampleArchive.MakeAsync(cancel);
        return await ServeAsync(throwAway.Archive, new SiteOptions { Urls = parsed.GetRequiredValue(urls), OutputCache = !parsed.GetValue(noCache) }, collects: false, isSample: true, cancel);
    }

    private static async Task<int> ServeAsync(IArchive archive, SiteOptions options, bool collects, bool isSample, CancellationToken cancel)
    {
        await using var search = await Wiring.SearchAsync(archive, cancel);
        await using var follower = new Follower(archive, search, Wiring.Clock);
        await follower.CaughtUp.WaitAsync(WorthWaiting, CancellationToken.None).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await using var site = SiteApp.Build(options, archive, search, Wiring.Clock, new InertPages(SnapshotOpener.OpenAsync), new HubListening(archive, new FeedReader(), Wiring.Clock));
        await StartAsync(site, options.Urls, cancel);
        foreach (var address in site.Urls)
        {
            Console.Out.WriteLine($"Serving at {address}");
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancel, site.Lifetime.ApplicationStopping);
        var collating = Task.Run(() => CollateAsync(archive, stopping.Token), CancellationToken.None);
        var keeping = isSample ? Task.Run(() => SampleArchive.KeepCopiesAsync(archive, stopping.Token), CancellationToken.None) : Task.CompletedTask;
        using var folding = new Folding(archive);
        await using var cited = new CitedFollower(archive, folding, Wiring.Clock);
        await using var room = collects ? await CollectingRoom.OpenAsync(archive, cancel, folding) : null;
        await using var rounds = room is null ? null : await CollectingRounds.StartAsync(room, serves: true, new EventLines(json: true, quiet: true), Console.Error.WriteLine, cancel);
        await Task.Delay(Timeout.Infinite, stopping.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await site.StopAsync(CancellationToken.None);
        await Task.WhenAll(collating, keeping);
        return 0;
    }

    // What was kept before this version could collate it, or by an older method; behind the site, which need not wait for it.
    private static async Task CollateAsync(IArchive archive, CancellationToken cancel)
    {
        try
        {
            if (await archive.StaleCollationsAsync(cancel) > 0)
            {
                await Collation.CollationsCommand.CollateStaleAsync(archive, progress: null, cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // The next start goes on.
        }
        catch (CuttingsException error)
        {
            await Console.Error.WriteLineAsync($"The collations could not be brought up to date: {error.Message}");
        }
    }

    private static async Task StartAsync(WebApplication site, string urls, CancellationToken cancel)
    {
        try
        {
            await site.StartAsync(cancel);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new CuttingsException(ErrorKind.Unreachable, $"The site cannot listen at {urls}: {error.Message}", error);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new CuttingsException(ErrorKind.Usage, $"'{urls}' is no address to listen at, such as http://localhost:5080: {error.Message}", error);
        }
    }
}
