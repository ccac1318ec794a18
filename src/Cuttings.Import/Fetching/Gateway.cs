using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Cuttings.Import.Fetching.Connecting;
using Cuttings.Import.Fetching.Answers;
using Cuttings.Import.Fetching.Politeness;
using Cuttings.Import.Fetching.Robots;

namespace Cuttings.Import.Fetching;

/// <summary>The one way out: every address is checked, every answer is bounded, every host is asked politely.</summary>
public sealed class Gateway : IGateway, IAsyncDisposable
{
    private readonly GatewaySettings settings;
    private readonly CancellationTokenSource closing = new();
    private readonly Ways ways;

    /// <param name="settings">See <see cref="GatewaySettings.Checked"/>.</param>
    /// <param name="time">The clock of pauses and limits; only its timestamps are waited by, so that setting the clock changes nothing.</param>
    /// <param name="resolver">Null for the system's. Never asked where there is a proxy.</param>
    /// <exception cref="CuttingsException">Usage: a setting cannot be worked with.</exception>
    public Gateway(GatewaySettings settings, TimeProvider time, INameResolver? resolver = null)
    {
        this.settings = settings.Checked();
        var policy = new AddressPolicy(settings);
        IConnector connector = settings.Proxy is { } proxy ? new SocksConnector(proxy) : new DirectConnector(policy, resolver ?? new SystemNameResolver(), settings.ConnectWithin, time);
        ways = new(settings, time, policy, new(settings, time), new(settings, time, FetchRobotsAsync), new(settings, connector, time));
    }

    /// <inheritdoc/>
    public bool MayNameArchive => settings.Proxy is null;

    /// <inheritdoc/>
    public async ValueTask<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        if (!MayNameArchive && request.Content is { } content && NamesArchive(content.Span))
        {
            return new() { Asked = request.Address, Address = request.Address, Outcome = FetchOutcome.RefusedAddress, Why = "Through the proxy no callback is offered: it would tell where the archive is.", At = ways.Time.GetUtcNow() };
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, closing.Token);
        var limits = new BodyLimits(settings.ReceivedLimit, settings.BodyLimit, settings.GrowthLimit, settings.EncodingLimit, CutsOff: false);
        return await new Visit(ways, request, limits, settings.WholeWithin, settings.RedirectLimit, asksRobots: request.Content is null).FetchAsync(either.Token);
    }

    /// <summary>Ends what is under way: it throws <see cref="OperationCanceledException"/>.</summary>
    public async ValueTask DisposeAsync() => await closing.CancelAsync();

    private bool NamesArchive(ReadOnlySpan<byte> content)
    {
        var text = Uri.UnescapeDataString(Encoding.UTF8.GetString(content));
        return text.Contains("hub.callback", StringComparison.OrdinalIgnoreCase)
            || (settings.ArchiveAddress is { } archive && text.Contains(archive.Host, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<Fetched> FetchRobotsAsync(string address, FetchPurpose purpose)
    {
        const int MostRedirects = 5; // RFC 9309, 2.3.1.2
        var limits = new BodyLimits(RobotsFile.Limit, RobotsFile.Limit, settings.GrowthLimit, settings.EncodingLimit, CutsOff: true);
        var request = new FetchRequest(address) { Purpose = purpose, Accept = "text/plain, */*;q=0.8" };
        return await new Visit(ways, request, limits, settings.RobotsWithin, MostRedirects, asksRobots: false).FetchAsync(closing.Token);
    }
}
