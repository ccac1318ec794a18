using Cuttings.Fetching;

namespace Cuttings.Import.Fetching.Politeness;

/// <summary>
/// Whose turn it is. Each host has a line of its own, in which requests wait in order (those asked for by hand before the scheduled ones), with a
/// pause between two; a host that asked to be left alone, or is in trouble, is left alone. All by a clock that nobody sets.
/// </summary>
internal sealed class HostLines(GatewaySettings settings, TimeProvider time) : IDisposable
{
    private const int MostHosts = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, HostLine> lines = [];
    private readonly SemaphoreSlim overall = new(settings.Concurrency);

    /// <summary>How many hosts are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return lines.Count;
            }
        }
    }

    /// <summary>Waits until one request may be sent. Where the host is to be left alone, the turn says until when, and nothing may be sent.</summary>
    /// <param name="pause">Since the last request to this host; the settings' least pause is no part of it.</param>
    public async Task<Turn> EnterAsync(string host, FetchPurpose purpose, TimeSpan pause, CancellationToken cancel)
    {
        HostLine line;
        Task place;
        lock (gate)
        {
            line = Line(host);
            if (Held(line, purpose) is { } held)
            {
                return new(this, line) { LeftAloneUntil = held };
            }

            place = line.Wait(purpose == FetchPurpose.ByHand, settings.HostConcurrency, cancel);
        }

        await place;
        try
        {
            await PauseAsync(line, pause, cancel);
            await overall.WaitAsync(cancel);
        }
        catch
        {
            Leave(line);
            throw;
        }

        lock (gate)
        {
            line.Touched = time.GetTimestamp();
            if (Held(line, purpose) is not { } held)
            {
                return new(this, line) { IsTaken = true };
            }

            overall.Release();
            line.Leave();
            return new(this, line) { LeftAloneUntil = held };
        }
    }

    public void Dispose() => overall.Dispose();

    internal void Leave(Turn turn)
    {
        lock (gate)
        {
            turn.Line.Touched = time.GetTimestamp();
        }

        overall.Release();
        Leave(turn.Line);
    }

    internal void Answered(HostLine line)
    {
        lock (gate)
        {
            line.Strikes = 0;
            line.Hold = line.IsHoldAsked ? line.Hold : null;
        }
    }

    /// <summary>The host asked to wait, with or without saying how long.</summary>
    internal DateTimeOffset Asked(HostLine line, TimeSpan? wait)
    {
        lock (gate)
        {
            line.Strikes++;
            var longest = wait is null ? settings.BackOffLimit : settings.RetryAfterLimit;
            return Hold(line, wait < longest ? wait.Value : wait is null ? BackOff(line) : longest, asked: true);
        }
    }

    /// <summary>The host failed. One page that fails is no reason to leave a host alone, but a host that does not answer is, and so are three in a row.</summary>
    internal DateTimeOffset? Failed(HostLine line, bool isOut)
    {
        const int Patience = 3;
        lock (gate)
        {
            line.Strikes++;
            return isOut || line.Strikes >= Patience ? Hold(line, BackOff(line), asked: false) : null;
        }
    }

    private async Task PauseAsync(HostLine line, TimeSpan pause, CancellationToken cancel)
    {
        while (true)
        {
            TimeSpan left;
            lock (gate)
            {
                left = line.Touched is { } touched ? pause - time.GetElapsedTime(touched) : TimeSpan.Zero;
                if (left <= TimeSpan.Zero)
                {
                    line.Touched = time.GetTimestamp();
                    return;
                }
            }

            // A timer may ring a little early; then there is another round.
            await Task.Delay(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left, time, cancel);
        }
    }

    private void Leave(HostLine line)
    {
        lock (gate)
        {
            line.Leave();
        }
    }

    private DateTimeOffset? Held(HostLine line, FetchPurpose purpose)
    {
        if (line.Hold is not { } hold)
        {
            return null;
        }

        var left = hold.For - time.GetElapsedTime(hold.Since);
        if (left <= TimeSpan.Zero)
        {
            line.Hold = null;
            return null;
        }

        // An editor who asks again may try what we only left alone of our own accord.
        return purpose == FetchPurpose.ByHand && !line.IsHoldAsked ? null : time.GetUtcNow() + left;
    }

    private DateTimeOffset Hold(HostLine line, TimeSpan wait, bool asked)
    {
        line.Hold = (time.GetTimestamp(), wait);
        line.IsHoldAsked = asked;
        return time.GetUtcNow() + wait;
    }

    private TimeSpan BackOff(HostLine line)
    {
        // Doubled by each failure, and a fifth more or less, so that hosts that failed together are not asked again together.
        var doubled = settings.FirstBackOff * Math.Pow(2, Math.Min(line.Strikes - 1, 20));
        var wait = doubled < settings.BackOffLimit ? doubled : settings.BackOffLimit;
#pragma warning disable CA5394 // Nobody gains from guessing it.
        return wait * (0.8 + (0.4 * Random.Shared.NextDouble()));
#pragma warning restore CA5394
    }

    private HostLine Line(string host)
    {
        if (lines.TryGetValue(host, out var line))
        {
            return line;
        }

        if (lines.Count >= MostHosts)
        {
            Forget();
        }

        return lines[host] = new();
    }

    /// <summary>Forgets hosts with nothing to remember; where that is not enough, those whose time is over soonest.</summary>
    private void Forget()
    {
        var idle = lines.Where(line => line.Value.IsIdle).Select(line => (line.Key, Left: Left(line.Value))).OrderBy(line => line.Left).ToList();
        foreach (var (host, left) in idle.TakeWhile((line, i) => line.Left <= TimeSpan.Zero || i < MostHosts / 10))
        {
            lines.Remove(host);
        }
    }

    private TimeSpan Left(HostLine line)
    {
        var pause = line.Touched is { } touched ? settings.CrawlDelayLimit - time.GetElapsedTime(touched) : TimeSpan.Zero;
        var hold = line.Hold is { } until ? until.For - time.GetElapsedTime(until.Since) : TimeSpan.Zero;
        return pause > hold ? pause : hold;
    }
}
