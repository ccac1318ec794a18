using System.Collections.Immutable;
using Cuttings.Import.Fetching.Addresses;

namespace Cuttings.Import.Fetching;

/// <summary>Everything that the gateway may be told, with its defaults. Sizes are bytes.</summary>
public sealed record GatewaySettings
{
    /// <summary>The program's version, as servers see it.</summary>
    public string Version { get; init; } = "0.1";

    /// <summary>The archive's public address, named to servers so that they can ask who reads them; null for none. Never sent through a proxy.</summary>
    public Uri? ArchiveAddress { get; init; }

    /// <summary>A SOCKS5 proxy, `socks5://127.0.0.1:9050`; null to connect directly. Names go to it unresolved.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Ports that may be asked.</summary>
    public ImmutableArray<int> Ports { get; init; } = [80, 443, 8080, 8443];

    /// <summary>Until a connection stands: name, TCP, proxy and TLS together.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From there until the answer's head is whole.</summary>
    public TimeSpan HeadWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>All of a fetch that is spent with servers, redirects included; waiting for a turn is not counted.</summary>
    public TimeSpan WholeWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much of a body must come in every <see cref="PaceWithin"/>, or the server is said to drip.</summary>
    public int PaceBytes { get; init; } = 5_000;

    /// <summary>See <see cref="PaceBytes"/>.</summary>
    public TimeSpan PaceWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest body, as sent.</summary>
    public int ReceivedLimit { get; init; } = 10 << 20;

    /// <summary>The longest body, decompressed.</summary>
    public int BodyLimit { get; init; } = 20 << 20;

    /// <summary>How many times its size a body of more than 1 MiB may grow when decompressed.</summary>
    public int GrowthLimit { get; init; } = 200;

    /// <summary>How many content encodings may lie one in another.</summary>
    public int EncodingLimit { get; init; } = 2;

    /// <summary>The longest head of an answer, the heads of interim answers (1xx) included.</summary>
    public int HeadLimit { get; init; } = 64 << 10;

    /// <summary>The most header lines of an answer.</summary>
    public int HeaderLimit { get; init; } = 500;

    /// <summary>The most redirects that are followed.</summary>
    public int RedirectLimit { get; init; } = 10;

    /// <summary>The longest address, in characters.</summary>
    public int AddressLimit { get; init; } = 8_192;

    /// <summary>Requests to one host at a time.</summary>
    public int HostConcurrency { get; init; } = 1;

    /// <summary>Requests at a time, to all hosts together.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>Between the end of one request to a host and the start of the next.</summary>
    public TimeSpan LeastPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest Crawl-delay that is honoured; a longer one counts as this.</summary>
    public TimeSpan CrawlDelayLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The first back-off from a host in trouble; it doubles with each failure that follows.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest back-off of our own.</summary>
    public TimeSpan BackOffLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest Retry-After that is honoured; a longer one counts as this.</summary>
    public TimeSpan RetryAfterLimit { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a robots.txt is good (RFC 9309, 2.4: at most 24 hours).</summary>
    public TimeSpan RobotsFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long an old robots.txt stands in for one that cannot be had (RFC 9309, 2.3.1.4).</summary>
    public TimeSpan OldRobotsFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary>All that is spent on a robots.txt.</summary>
    public TimeSpan RobotsWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a page asked for by hand waits to learn what robots.txt says.</summary>
    public TimeSpan RobotsByHandWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Loopback endpoints that tests may ask; null outside tests. Comes from no setting of an archive.</summary>
    public TestEndpoints? TestEndpoints { get; init; }

    /// <summary>What servers are told: the address only where it is given and nothing hides us.</summary>
    public string UserAgent => ArchiveAddress is { } address && Proxy is null ? $"Cuttings/{Version} (+{address.AbsoluteUri})" : $"Cuttings/{Version}";

    /// <summary>Itself, where every value can be worked with.</summary>
    /// <exception cref="CuttingsException">Usage: it names the value and what it must be.</exception>
    public GatewaySettings Checked()
    {
        Must(Version.Length > 0 && Version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+'), nameof(Version), "letters, digits, dots and hyphens");
        Must(ArchiveAddress is null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" }, nameof(ArchiveAddress), "an http or https address");
        Must(Proxy is null or { IsAbsoluteUri: true, Scheme: "socks5", UserInfo: "", Port: > 0, Host.Length: > 0 }, nameof(Proxy), "socks5://host:port");
        Must(!Ports.IsDefaultOrEmpty && Ports.All(port => port is > 0 and < 65_536), nameof(Ports), "ports from 1 to 65535");
        foreach (var (name, time) in Times)
        {
            Must(time > TimeSpan.Zero && time <= TimeSpan.FromDays(40), name, "more than nothing and at most 40 days");
        }

        foreach (var (name, number) in Numbers)
        {
            Must(number > 0, name, "at least 1");
        }

        Must(LeastPause >= TimeSpan.Zero && LeastPause <= TimeSpan.FromHours(1), nameof(LeastPause), "from nothing to an hour");
        Must(RedirectLimit >= 0, nameof(RedirectLimit), "0 or more");
        return this;
    }

    private (string Name, TimeSpan Time)[] Times =>
    [
        (nameof(ConnectWithin), ConnectWithin), (nameof(HeadWithin), HeadWithin), (nameof(WholeWithin), WholeWithin), (nameof(PaceWithin), PaceWithin),
        (nameof(CrawlDelayLimit), CrawlDelayLimit), (nameof(FirstBackOff), FirstBackOff), (nameof(BackOffLimit), BackOffLimit), (nameof(RetryAfterLimit), RetryAfterLimit),
        (nameof(RobotsFor), RobotsFor), (nameof(OldRobotsFor), OldRobotsFor), (nameof(RobotsWithin), RobotsWithin), (nameof(RobotsByHandWithin), RobotsByHandWithin),
    ];

    private (string Name, int Number)[] Numbers =>
    [
        (nameof(PaceBytes), PaceBytes), (nameof(ReceivedLimit), ReceivedLimit), (nameof(BodyLimit), BodyLimit), (nameof(GrowthLimit), GrowthLimit),
        (nameof(EncodingLimit), EncodingLimit), (nameof(HeadLimit), HeadLimit), (nameof(HeaderLimit), HeaderLimit), (nameof(AddressLimit), AddressLimit),
        (nameof(HostConcurrency), HostConcurrency), (nameof(Concurrency), Concurrency),
    ];

    private static void Must(bool isSo, string name, string what)
    {
        if (!isSo)
        {
            throw new CuttingsException(ErrorKind.Usage, $"The gateway's {name} must be {what}.");
        }
    }
}
