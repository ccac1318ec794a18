using Cuttings.Fetching;

namespace Cuttings.Collecting;

/// <summary>
/// Tells a network that is down here from servers that are out of reach. When nothing has been reached since several of them failed, the trouble is ours: what is fetched is put off for a while,
/// and counts against nobody, so that a day without network leaves no feed failing and no source out of reach.
/// </summary>
/// <param name="inner">The way out.</param>
/// <param name="clock">The clock.</param>
public sealed class NetworkSense(IGateway inner, TimeProvider clock) : IGateway
{
    /// <summary>So many servers in a row out of reach, and none reached between, are our own trouble.</summary>
    public const int Servers = 3;

    /// <summary>After this it is tried again.</summary>
    public static TimeSpan TryAgain { get; } = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> failed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();

    /// <inheritdoc />
    public bool MayNameArchive => inner.MayNameArchive;

    /// <inheritdoc />
    public async ValueTask<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        var fetched = await inner.FetchAsync(request, cancel);
        return IsOurs(fetched) && request.Purpose == FetchPurpose.Scheduled
            ? fetched with { Outcome = FetchOutcome.Later, Status = 0, RetryAfter = clock.GetUtcNow() + TryAgain, Why = $"nothing can be reached, so that the network here seems to be down ({fetched.Why})" }
            : fetched;
    }

    private bool IsOurs(Fetched fetched)
    {
        lock (gate)
        {
            if (fetched.Status > 0)
            {
                failed.Clear();
                return false;
            }

            if (fetched.Outcome is not (FetchOutcome.Unreachable or FetchOutcome.TimedOut))
            {
                return false;
            }

            failed.Add(Uri.TryCreate(fetched.Asked, UriKind.Absolute, out var asked) ? asked.Authority : fetched.Asked);
            return failed.Count >= Servers;
        }
    }
}
