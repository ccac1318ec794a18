namespace Cuttings.Import.Tests.Fetching;

/// <summary>A clock that stands until it is moved; the wall clock can be set apart from it.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Ring> timers = [];
    private DateTimeOffset wall = new(2026, 11, 3, 8, 0, 0, TimeSpan.Zero);
    private long now = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => wall;

    public override long GetTimestamp() => Volatile.Read(ref now);

    /// <summary>Sets the wall clock, as an operator would.</summary>
    public void Set(DateTimeOffset time) => wall = time;

    /// <summary>Lets time go by, in small steps, so that whoever wakes can wait anew.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await SettleAsync();
        for (var end = now + time.Ticks; now < end; await SettleAsync())
        {
            long next;
            lock (gate)
            {
                next = Math.Min(end, timers.Where(timer => timer.Due is not null).Select(timer => timer.Due!.Value).Append(end).Min());
                wall += TimeSpan.FromTicks(Math.Max(next - now, 0));
                now = Math.Max(now, next);
            }

            foreach (var timer in timers.Where(timer => timer.Due <= now).ToList())
            {
                timer.Fire();
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Ring(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    private static Task SettleAsync() => Task.Delay(5);

    private sealed class Ring(ManualTime time, Action callback) : ITimer
    {
        public long? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime < TimeSpan.Zero ? null : time.GetTimestamp() + dueTime.Ticks;
            return true;
        }

        public void Fire()
        {
            Due = null;
            callback();
        }

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
