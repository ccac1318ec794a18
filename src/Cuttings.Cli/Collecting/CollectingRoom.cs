using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Import.Feeds;
using Cuttings.Import.Fetching;
using Cuttings.Import.Pages;
using Cuttings.Import.Timestamps;
using Cuttings.Import.WebArchives;
using Cuttings.Settings;

namespace Cuttings.Cli.Collecting;

/// <summary>All that collecting needs, wired for one archive.</summary>
internal sealed class CollectingRoom : IAsyncDisposable
{
    private readonly Gateway gateway;

    private readonly Folding? own;

    private CollectingRoom(IArchive archive, Gateway gateway, ArchiveSettings settings, Folding? folding)
    {
        this.gateway = gateway;
        own = folding is null ? new(archive) : null;
        var (feeds, pages, clock) = (new FeedReader(), new PageReader(), Wiring.Clock);
        var sensing = new NetworkSense(gateway, clock);
        var looking = new FeedLooking(archive, sensing, feeds, pages, clock);
        var sources = new SourceLooking(archive, sensing, pages, new CaptureWriter("Cuttings/0.1"), settings.TimestampServer is { } server ? new Timestamper(gateway, server) : null, clock);
        Subscribing = new(archive, looking, feeds, pages, clock);
        // Only where the site stands can a hub call.
        Hubs = settings.BaseAddress is { } site ? new(archive, gateway, site.TrimEnd('/'), clock) : null;
        Collector = new(archive, looking, sources, (own ?? folding)!, clock);
    }

    public Subscribing Subscribing { get; }

    public Collector Collector { get; }

    public HubAsking? Hubs { get; }

    /// <param name="archive">The archive.</param>
    /// <param name="folding">What places stories in this process, where there is one already: it holds much in memory.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<CollectingRoom> OpenAsync(IArchive archive, CancellationToken cancel, Folding? folding = null)
    {
        var settings = await archive.SettingsAsync(cancel);
        return new(archive, Wiring.Gateway(settings), settings, folding);
    }

    public ValueTask DisposeAsync()
    {
        own?.Dispose();
        return gateway.DisposeAsync();
    }
}
