namespace Cuttings.Import.Fetching.Politeness;

/// <summary>One host: who is with it, who waits, and why it is left alone. Guarded by the lock of <see cref="HostLines"/>.</summary>
internal sealed class HostLine
{
    private readonly LinkedList<TaskCompletionSource> scheduled = [];
    private readonly LinkedList<TaskCompletionSource> byHand = [];
    private int running;

    /// <summary>When a request last began or ended.</summary>
    public long? Touched { get; set; }

    /// <summary>Since when, and for how long, it is left alone.</summary>
    public (long Since, TimeSpan For)? Hold { get; set; }

    /// <summary>Whether the host itself asked for that.</summary>
    public bool IsHoldAsked { get; set; }

    /// <summary>Failures since the last good answer.</summary>
    public int Strikes { get; set; }

    public bool IsIdle => running == 0 && scheduled.Count == 0 && byHand.Count == 0;

    /// <summary>Takes a place, at once or when one falls free.</summary>
    public Task Wait(bool isByHand, int places, CancellationToken cancel)
    {
        if (running < places)
        {
            running++;
            return Task.CompletedTask;
        }

        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (isByHand ? byHand : scheduled).AddLast(place);
        return Awaited(place, cancel);
    }

    /// <summary>Gives a place on to whoever waited longest.</summary>
    public void Leave()
    {
        foreach (var waiting in (LinkedList<TaskCompletionSource>[])[byHand, scheduled])
        {
            while (waiting.First is { } first)
            {
                waiting.RemoveFirst();
                if (first.Value.TrySetResult())
                {
                    return;
                }
            }
        }

        running--;
    }

    /// <summary>One who no longer wants the place is passed over in <see cref="Leave"/>.</summary>
    private static async Task Awaited(TaskCompletionSource place, CancellationToken cancel)
    {
        await using var registration = cancel.Register(() => place.TrySetCanceled(cancel));
        await place.Task;
    }
}
