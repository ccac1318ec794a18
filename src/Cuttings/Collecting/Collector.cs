using Cuttings.Archiving;
using Cuttings.Fetching;
using Cuttings.Sources;

namespace Cuttings.Collecting;

/// <summary>
/// Collects what is due: feeds first, then the pages of their entries and the sources of published cuttings. What is due is claimed in the archive before it is fetched,
/// so that several nodes share the work, and a process that dies fetches nothing twice within its interval.
/// </summary>
public sealed class Collector(IArchive archive, FeedLooking feeds, SourceLooking sources, Folding folding, TimeProvider clock)
{
    /// <summary>How many hosts are asked at once.</summary>
    private const int Hands = 32;

    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(2);
    private (DateTimeOffset Now, long Timestamp)? round;

    /// <summary>How often it is looked whether the feeds being read have brought something.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    /// <summary>How many are claimed at once.</summary>
    private const int Claim = 256;

    /// <summary>What was claimed and not finished comes due again after this.</summary>
    public static TimeSpan ClaimFor { get; } = TimeSpan.FromMinutes(30);

    /// <summary>Collects all that is due now, and what that brings; ends when nothing is.</summary>
    public async Task<CollectReport> CollectAsync(IProgress<CollectEvent>? progress = null, CancellationToken cancel = default)
    {
        var tally = new CollectTally(progress);
        await RightAsync(cancel);
        await CitedSources.FollowAsync(archive, clock, cancel);
        var reading = WorkAsync(FeedsAsync, subscription => subscription.Address, subscription => feeds.LookAsync(subscription, FetchPurpose.Scheduled, cancel), tally, cancel);
        // A slow feed does not hold up the pages of the others.
        for (var last = false; !last;)
        {
            last = reading.IsCompleted;
            await WorkAsync(() => DueAsync(cancel), source => source.Address, source => sources.LookAsync(source, FetchPurpose.Scheduled, cancel), tally, cancel);
            await (last ? reading : Task.WhenAny(reading, Task.Delay(Glance, clock, cancel)));
        }

        await folding.FollowAsync(cancel);

        return tally.Report();

        async Task<IReadOnlyList<Subscriptions.Subscription>> FeedsAsync()
        {
            await using var session = await archive.BeginAsync(cancel);
            var due = await session.Sources.ClaimSubscriptionsAsync(clock.GetUtcNow(), clock.GetUtcNow() + ClaimFor, Claim, cancel);
            await session.CommitAsync(cancel);
            return due;
        }
    }

    /// <summary>Looks at sources that are due, without reading any feed; with <paramref name="all"/> at every source of a published cutting, due or not.</summary>
    public async Task<CollectReport> LookAgainAsync(bool all, IProgress<CollectEvent>? progress = null, CancellationToken cancel = default)
    {
        var tally = new CollectTally(progress);
        var after = 0L;
        await WorkAsync<KeptSource>(all ? EveryAsync : () => DueAsync(cancel), source => source.Address, source => sources.LookAsync(source, FetchPurpose.Scheduled, cancel), tally, cancel);
        await folding.FollowAsync(cancel);
        return tally.Report();

        async Task<IReadOnlyList<KeptSource>> EveryAsync()
        {
            var page = await archive.Sources.ListAsync(all: false, after, Claim, cancel);
            after = page.Count > 0 ? page[^1].Id : after;
            return page;
        }
    }

    /// <summary>Looks at these sources.</summary>
    public async Task<CollectReport> LookAsync(IReadOnlyList<KeptSource> wanted, FetchPurpose purpose, IProgress<CollectEvent>? progress = null, CancellationToken cancel = default)
    {
        var tally = new CollectTally(progress);
        var rest = wanted;
        await WorkAsync(TakeAsync, source => source.Address, source => sources.LookAsync(source, purpose, cancel), tally, cancel);
        await folding.FollowAsync(cancel);
        return tally.Report();

        Task<IReadOnlyList<KeptSource>> TakeAsync()
        {
            var all = rest;
            rest = [];
            return Task.FromResult(all);
        }
    }

    // At the start, and whenever the clock has jumped since the last round.
    private async Task RightAsync(CancellationToken cancel)
    {
        var (before, at, now) = (round, clock.GetTimestamp(), clock.GetUtcNow());
        round = (now, at);
        if (before is { } last && ((now - last.Now) - clock.GetElapsedTime(last.Timestamp, at)).Duration() < Jump)
        {
            return;
        }

        await using var session = await archive.BeginAsync(cancel);
        if (await session.Sources.RightAsync(now, cancel) > 0)
        {
            await session.CommitAsync(cancel);
        }
    }

    private async Task<IReadOnlyList<KeptSource>> DueAsync(CancellationToken cancel)
    {
        await using var session = await archive.BeginAsync(cancel);
        var due = await session.Sources.ClaimAsync(clock.GetUtcNow(), clock.GetUtcNow() + ClaimFor, Claim, cancel);
        await session.CommitAsync(cancel);
        return due;
    }

    private static string Server(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : "";

    // Those of one host one after another, hosts side by side: a slow host holds up only its own.
    private static async Task WorkAsync<T>(Func<Task<IReadOnlyList<T>>> claim, Func<T, string> address, Func<T, Task<CollectEvent>> look, CollectTally tally, CancellationToken cancel)
    {
        using var free = new SemaphoreSlim(Hands);
        var running = new List<Task>();
        while (await claim() is { Count: > 0 } due)
        {
            foreach (var host in due.GroupBy(one => Server(address(one)), StringComparer.OrdinalIgnoreCase))
            {
                await free.WaitAsync(cancel);
                running.RemoveAll(task => task.IsCompletedSuccessfully);
                running.Add(HostAsync([.. host]));
            }
        }

        await Task.WhenAll(running);

        async Task HostAsync(List<T> host)
        {
            try
            {
                foreach (var one in host)
                {
                    tally.Tell(await LookAsync(one));
                }
            }
            finally
            {
                free.Release();
            }
        }

        async Task<CollectEvent> LookAsync(T one)
        {
            try
            {
                return await look(one);
            }
            catch (CuttingsException error) when (error.Kind is not (ErrorKind.Storage or ErrorKind.Unreachable))
            {
                return new(CollectEventKind.SourceFailed, address(one), error.Message);
            }
        }
    }
}
