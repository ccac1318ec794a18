using CsCheck;
using Cuttings.Subscriptions;
using Xunit;

namespace Cuttings.Tests.Subscriptions;

public class ScheduleTests
{
    private const string Address = "https://echo.example/feed";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Visit> Visits = Gen.Select(
        Gen.Int[0, 40], Gen.Bool, Gen.Int[0, 3000], Gen.Int[0, 3000], Gen.Int[0, 400], Gen.Bool, Gen.Int[0, 23].Array[0, 10], Gen.Int[0, 6].Array[0, 3],
        (entries, failed, asked, fresh, retry, pushed, hours, days) => new Visit
        {
            At = Start,
            NewEntries = failed ? 0 : entries,
            Failed = failed,
            Asked = asked == 0 ? null : TimeSpan.FromMinutes(asked),
            FreshFor = fresh == 0 ? null : TimeSpan.FromMinutes(fresh),
            RetryAfter = retry == 0 ? null : Start.AddHours(retry),
            Pushed = pushed,
            SkipHours = hours,
            SkipDays = [.. days.Select(day => (DayOfWeek)day)],
        });

    [Fact]
    public void The_next_visit_is_never_sooner_than_a_quarter_of_an_hour_and_never_later_than_two_weeks() =>
        Visits.Array[1, 60].Sample(visits =>
        {
            var (at, remembered) = (Start, new Visits());
            foreach (var visit in visits)
            {
                remembered = Schedule.After(Address, remembered, visit with { At = at, RetryAfter = visit.RetryAfter is { } retry ? at + (retry - Start) : null });
                var wait = remembered.Next!.Value - at;
                Assert.InRange(wait, Schedule.Least, TimeSpan.FromDays(16));
                Assert.True(visit.RetryAfter is not { } asked || asked - Start > Schedule.Quietest || wait >= asked - Start);
                at = remembered.Next.Value;
            }
        });

    [Fact]
    public void The_same_visits_give_the_same_times() =>
        Visits.Sample(visit => Assert.Equal(Schedule.After(Address, new(), visit), Schedule.After(Address, new(), visit)));

    [Fact]
    public void A_feed_is_looked_at_about_twice_in_the_time_between_two_entries()
    {
        foreach (var gap in new[] { TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(20) })
        {
            var (visits, found, delay) = Follow(gap, TimeSpan.FromDays(30));
            Assert.InRange(visits / (double)found, 0.9, 3.5);
            Assert.True(delay < gap, $"{delay} behind entries every {gap}");
        }
    }

    [Fact]
    public void A_busy_feed_is_looked_at_every_quarter_of_an_hour()
    {
        var (visits, _, _) = Follow(TimeSpan.FromMinutes(5), TimeSpan.FromDays(2));
        Assert.InRange(visits, 150, 192);
    }

    [Fact]
    public void A_feed_gone_quiet_is_looked_at_ever_more_rarely_down_to_once_a_week()
    {
        var remembered = new Visits();
        remembered = Schedule.After(Address, remembered, new() { At = Start, NewEntries = 10 });
        remembered = Schedule.After(Address, remembered, new() { At = Start.AddHours(1), NewEntries = 1 });
        var (at, wait, visits) = (remembered.Next!.Value, TimeSpan.Zero, 0);
        for (; at < Start.AddDays(365); visits++)
        {
            remembered = Schedule.After(Address, remembered, new() { At = at });
            Assert.True(remembered.Next - at >= wait / 1.2);
            wait = remembered.Next!.Value - at;
            at = remembered.Next.Value;
        }

        Assert.InRange(wait, Schedule.Quietest, Schedule.Quietest * 1.11);
        Assert.InRange(visits, 50, 150);
        remembered = Schedule.After(Address, remembered, new() { At = at, NewEntries = 1 });
        Assert.InRange(remembered.Next!.Value - at, Schedule.Least, Schedule.Quietest);
    }

    [Fact]
    public void A_failing_feed_is_asked_later_and_later_up_to_once_a_day_and_a_success_ends_that()
    {
        var (at, remembered) = (Start, Schedule.After(Address, new(), new() { At = Start, NewEntries = 3 }));
        var waits = new List<TimeSpan>();
        for (var n = 0; n < 12; n++)
        {
            at = remembered.Next!.Value;
            remembered = Schedule.After(Address, remembered, new() { At = at, Failed = true });
            waits.Add(remembered.Next!.Value - at);
        }

        Assert.Equal(waits.Take(6), waits.Take(6).Order());
        Assert.InRange(waits[0], TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(33));
        Assert.InRange(waits[^1], Schedule.Most, Schedule.Most * 1.11);
        Assert.Equal(12, remembered.Failures);
        Assert.Equal(0, Schedule.After(Address, remembered, new() { At = at }).Failures);
    }

    [Fact]
    public void What_the_feed_and_its_server_ask_is_heard()
    {
        var busy = new Visits { Last = Start.AddMinutes(-15), LastNew = Start.AddMinutes(-15), Between = TimeSpan.FromMinutes(10) };
        Assert.InRange(Wait(busy, new() { At = Start, NewEntries = 1, Asked = TimeSpan.FromHours(3) }), TimeSpan.FromHours(3), TimeSpan.FromHours(3.4));
        Assert.InRange(Wait(busy, new() { At = Start, NewEntries = 1, FreshFor = TimeSpan.FromHours(2) }), TimeSpan.FromHours(2), TimeSpan.FromHours(2.3));
        Assert.InRange(Wait(busy, new() { At = Start, NewEntries = 1, Asked = TimeSpan.FromDays(300) }), Schedule.Most, Schedule.Most * 1.11);
        Assert.InRange(Wait(busy, new() { At = Start, NewEntries = 1, Pushed = true }), Schedule.Most, Schedule.Most * 1.11);
        Assert.InRange(Wait(busy, new() { At = Start, Failed = true, RetryAfter = Start.AddHours(5) }), TimeSpan.FromHours(5), TimeSpan.FromHours(5.01));
    }

    [Fact]
    public void Hours_and_days_that_a_feed_asks_to_be_spared_are_spared()
    {
        var next = Schedule.After(Address, new(), new() { At = Start, NewEntries = 1, SkipHours = [6, 7, 8, 9, 10], SkipDays = [DayOfWeek.Monday] }).Next!.Value;
        Assert.Equal(DayOfWeek.Tuesday, next.DayOfWeek);
        Assert.InRange(next.Hour, 0, 5);
        // One that spares no hour at all is looked at all the same.
        Assert.NotNull(Schedule.After(Address, new(), new() { At = Start, SkipHours = [.. Enumerable.Range(0, 24)] }).Next);
    }

    [Fact]
    public void A_feed_that_is_gone_is_never_due_again()
    {
        var ended = Schedule.After(Address, new(), new() { At = Start, Gone = true });
        Assert.True(ended.Ended);
        Assert.False(Schedule.IsDue(ended, Start.AddYears(10)));
        Assert.False(Schedule.IsDue(Schedule.After(Address, ended, new() { At = Start.AddDays(1) }), Start.AddYears(10)));
    }

    [Fact]
    public void A_clock_that_jumped_ahead_and_back_neither_stops_nor_floods() =>
        Gen.Select(Gen.Int[1, 5000], Visits).Sample((days, visit) =>
        {
            var there = Start.AddDays(days);
            var remembered = Schedule.After(Address, new(), visit with { At = there, RetryAfter = null });
            var righted = Schedule.Righted(remembered, Start);
            Assert.False(Schedule.IsDue(righted, Start));
            Assert.InRange(righted.Next!.Value, Start + Schedule.Least, Start + (Schedule.Quietest * 2));
            Assert.True(Schedule.IsDue(righted, Start + (Schedule.Quietest * 2)));
            // Asking again changes nothing, and what is right stays.
            Assert.Equal(righted, Schedule.Righted(righted, Start.AddMinutes(1)));
            Assert.Equal(remembered, Schedule.Righted(remembered, there));
        });

    [Fact]
    public void A_thousand_feeds_taken_on_at_once_are_not_all_due_in_one_minute()
    {
        var due = Enumerable.Range(0, 1000).Select(n => Schedule.After($"https://paper{n}.example/rss", new(), new() { At = Start, NewEntries = 1 }).Next!.Value).ToList();
        Assert.True(due.GroupBy(time => time.Minute).Max(minute => minute.Count()) < 300);
    }

    private static TimeSpan Wait(Visits before, Visit visit) => Schedule.After(Address, before, visit).Next!.Value - visit.At;

    private static (int Visits, int Found, TimeSpan Delay) Follow(TimeSpan gap, TimeSpan time)
    {
        var (remembered, at, seen, visits, late) = (new Visits(), Start, 0, 0, TimeSpan.Zero);
        while (at < Start + time)
        {
            var posted = (int)((at - Start) / gap);
            for (var n = seen + 1; n <= posted && visits > 0; n++)
            {
                late += at - (Start + (gap * n));
            }

            remembered = Schedule.After(Address, remembered, new() { At = at, NewEntries = visits == 0 ? 10 : posted - seen });
            (seen, visits, at) = (posted, visits + 1, remembered.Next!.Value);
        }

        return (visits, seen, late / Math.Max(1, seen));
    }
}
