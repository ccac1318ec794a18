using System.Security.Cryptography;
using System.Text;

namespace Cuttings.Subscriptions;

/// <summary>
/// When to look at a subscription next: as often as it has something new, no more often than it and its server ask, later and later
/// while it fails. Pure: it is given the time, and the same visits give the same times.
/// </summary>
public static class Schedule
{
    /// <summary>The shortest time between two visits.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMinutes(15);

    /// <summary>The longest time between two visits of a feed that is alive, or that fails.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromDays(1);

    /// <summary>The longest time between two visits of a feed that had nothing new for months.</summary>
    public static readonly TimeSpan Quietest = TimeSpan.FromDays(7);

    /// <summary>No visit is planned further ahead than this: what is, was planned by a clock that was wrong.</summary>
    public static readonly TimeSpan Farthest = Quietest * 2;

    /// <summary>How much the newest gap weighs in the average of gaps.</summary>
    private const double Weight = 0.3;

    /// <summary>After how many average gaps without anything new a feed counts as gone quiet.</summary>
    private const double QuietAfter = 4;

    /// <summary>What is remembered after a visit, with the time of the next.</summary>
    /// <param name="address">The feed's address: it alone spreads the visits, so that not all fall on one moment.</param>
    /// <param name="before">What was remembered.</param>
    /// <param name="visit">What came of the visit.</param>
    public static Visits After(string address, Visits before, Visit visit)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.Gone || before.Ended)
        {
            return before with { Last = visit.At, Next = null, Ended = true };
        }

        var after = visit.Failed
            ? before with { Last = visit.At, Failures = Math.Min(before.Failures + 1, 1000) }
            : Learnt(before, visit) with { Last = visit.At, Failures = 0 };
        var wait = visit.Failed ? BackOff(after.Failures) : Interval(after, visit);
        var next = visit.At + Spread(wait, address, after.Failures);
        if (visit.RetryAfter is { } asked && asked > next)
        {
            next = asked < visit.At + Quietest ? asked : visit.At + Quietest;
        }

        return after with { Next = Allowed(next, visit) };
    }

    /// <summary>Whether a subscription is due. Give it what <see cref="Righted"/> gave.</summary>
    public static bool IsDue(Visits visits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(visits);
        return !visits.Ended && (visits.Next is not { } next || next <= now);
    }

    /// <summary>
    /// What is remembered, by a clock that says <paramref name="now"/>. A clock that jumped ahead and was put right leaves times that lie
    /// further ahead than the wait that was planned: they are brought back to that wait from now on, so that nothing waits for a year, and
    /// nothing is due at once. To be kept where it differs. What is right stays as it is.
    /// </summary>
    public static Visits Righted(Visits visits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(visits);
        var planned = visits is { Last: { } last, Next: { } due } && due > last ? due - last : Most;
        planned = planned < Least ? Least : planned > Farthest ? Most : planned;
        return visits with
        {
            Next = visits.Next is { } next && next - now > planned ? now + planned : visits.Next,
            Last = visits.Last > now ? now : visits.Last,
            LastNew = visits.LastNew > now ? now : visits.LastNew,
        };
    }

    private static Visits Learnt(Visits before, Visit visit)
    {
        if (visit.NewEntries <= 0)
        {
            return before;
        }

        // Nothing is told by the first visit: its entries are of all ages.
        if (before.LastNew is not { } last || before.Last is null || visit.At <= last)
        {
            return before with { LastNew = visit.At };
        }

        var gap = (visit.At - last) / visit.NewEntries;
        gap = gap > Quietest * QuietAfter ? Quietest * QuietAfter : gap;
        return before with { LastNew = visit.At, Between = before.Between is { } between ? (between * (1 - Weight)) + (gap * Weight) : gap };
    }

    // Half the average gap finds an entry when it is a quarter of a gap old on average.
    private static TimeSpan Interval(Visits visits, Visit visit)
    {
        var wait = visits.Between is { } between ? between / 2 : TimeSpan.FromHours(1);
        if (visits.LastNew is { } last && visit.At > last)
        {
            var silence = visit.At - last;
            var most = silence > Most * 14 ? Quietest : Most;
            var quiet = visits.Between is not { } usual || silence > usual * QuietAfter ? silence / QuietAfter : wait;
            wait = quiet > wait ? quiet : wait;
            wait = wait > most ? most : wait;
        }

        wait = wait > Quietest ? Quietest : wait;
        wait = visits.LastNew is null && wait > Most ? Most : wait;
        foreach (var wish in new[] { visit.Asked, visit.FreshFor })
        {
            wait = wish is { } asked && asked > wait ? asked < Most ? asked : wait > Most ? wait : Most : wait;
        }

        wait = visit.Pushed && wait < Most ? Most : wait;
        return wait < Least ? Least : wait;
    }

    // 30 minutes, one hour, two, … up to a day.
    private static TimeSpan BackOff(int failures) => failures >= 7 ? Most : Min(Least * Math.Pow(2, failures), Most);

    // Up to a tenth longer, the same for the same address.
    private static TimeSpan Spread(TimeSpan wait, string address, int failures)
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{address} {failures}"), digest);
        return wait * (1 + (BitConverter.ToUInt16(digest) / 65536.0 / 10));
    }

    // The first moment from there on that the feed does not ask to be spared; where it spares none, the moment itself.
    private static DateTimeOffset Allowed(DateTimeOffset next, Visit visit)
    {
        if (visit.SkipHours.Count == 0 && visit.SkipDays.Count == 0)
        {
            return next;
        }

        var at = next.ToUniversalTime();
        for (var hours = 0; hours < 24 * 8; hours++)
        {
            if (!visit.SkipHours.Contains(at.Hour) && !visit.SkipDays.Contains(at.DayOfWeek))
            {
                return at;
            }

            at = new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, 0, 0, TimeSpan.Zero).AddHours(1).Add(TimeSpan.FromTicks(next.Ticks % TimeSpan.TicksPerHour / 4));
        }

        return next;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
