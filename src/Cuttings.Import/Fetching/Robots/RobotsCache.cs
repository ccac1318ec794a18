using Cuttings.Fetching;

namespace Cuttings.Import.Fetching.Robots;

/// <summary>What robots.txt says of one address.</summary>
/// <param name="Allows">Whether what is scheduled may be fetched.</param>
/// <param name="CrawlDelay">The pause that the host asks for.</param>
/// <param name="Failure">How the robots.txt could not be had, where it could not and so forbids everything.</param>
internal readonly record struct RobotsSay(bool Allows, TimeSpan? CrawlDelay, Fetched? Failure);

/// <summary>The robots.txt of each site, fetched once for all who ask at the same time, and kept as long as RFC 9309 lets it be.</summary>
internal sealed class RobotsCache(GatewaySettings settings, TimeProvider time, Func<string, FetchPurpose, Task<Fetched>> fetch)
{
    private const string Token = "Cuttings";
    private const int MostSites = 5_000;
    private const int MostCharacters = 16 << 20;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Kept> sites = [];
    private long size;
    private long uses;

    /// <summary>How many sites are kept.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return sites.Count;
            }
        }
    }

    /// <param name="site">Scheme, host and port.</param>
    /// <param name="pathAndQuery">What of it is asked for.</param>
    /// <param name="purpose">Who asks: whoever asks by hand goes before others.</param>
    public async Task<RobotsSay> AskAsync(string site, string pathAndQuery, FetchPurpose purpose, CancellationToken cancel)
    {
        Kept kept;
        Task fetching;
        lock (gate)
        {
            kept = sites.TryGetValue(site, out var known) ? known : sites[site] = new();
            kept.Used = ++uses;
            if (kept.Age(time) < settings.RobotsFor)
            {
                return Say(kept, pathAndQuery);
            }

            fetching = kept.Fetching ??= FetchAsync(site, kept, purpose);
        }

        await fetching.WaitAsync(cancel);
        lock (gate)
        {
            return kept.Age(time) < settings.OldRobotsFor ? Say(kept, pathAndQuery) : new(false, null, kept.Failure);
        }
    }

    private static RobotsSay Say(Kept kept, string pathAndQuery) => new(kept.File!.Allows(pathAndQuery), kept.File.CrawlDelay, null);

    private async Task FetchAsync(string site, Kept kept, FetchPurpose purpose)
    {
        // The lock is held by whoever started this.
        await Task.Yield();
        Fetched? fetched = null;
        try
        {
            fetched = await fetch(site + "/robots.txt", purpose);
        }
        finally
        {
            lock (gate)
            {
                Take(kept, fetched);
                kept.Fetching = null;
                Forget();
            }
        }
    }

    private void Take(Kept kept, Fetched? fetched)
    {
        var file = fetched switch
        {
            { Outcome: FetchOutcome.Fetched } => RobotsFile.Read(fetched.Body.Span, Token),

            // Unavailable: nothing is forbidden (RFC 9309, 2.3.1.3). "Too many requests" is no answer to the question.
            { Status: >= 300 and < 500 and not 429 } => RobotsFile.Open,
            { Outcome: FetchOutcome.RefusedAddress, Redirects.Length: > 0 } => RobotsFile.Open,
            _ => null,
        };
        kept.Failure = file is null ? fetched : null;
        if (file is not null)
        {
            size += file.Size - (kept.File?.Size ?? 0);
            kept.File = file;
            kept.Since = time.GetTimestamp();
        }
    }

    /// <summary>Forgets whom nobody asked for longest, until the rest is small enough.</summary>
    private void Forget()
    {
        if (sites.Count <= MostSites && size <= MostCharacters)
        {
            return;
        }

        foreach (var (site, kept) in sites.Where(site => site.Value.Fetching is null).OrderBy(site => site.Value.Used).ToList())
        {
            if (sites.Count <= MostSites * 9 / 10 && size <= MostCharacters / 10 * 9)
            {
                return;
            }

            sites.Remove(site);
            size -= kept.File?.Size ?? 0;
        }
    }

    private sealed class Kept
    {
        public RobotsFile? File { get; set; }

        public long Since { get; set; }

        public Fetched? Failure { get; set; }

        public Task? Fetching { get; set; }

        public long Used { get; set; }

        public TimeSpan Age(TimeProvider time) => File is null ? TimeSpan.MaxValue : time.GetElapsedTime(Since);
    }
}
