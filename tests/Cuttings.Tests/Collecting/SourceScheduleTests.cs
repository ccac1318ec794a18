using Cuttings.Collecting;
using Cuttings.Sources;
using CsCheck;
using Xunit;

namespace Cuttings.Tests.Collecting;

public sealed class SourceScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_longer_a_text_has_stood_the_later_it_is_looked_at_again()
    {
        var waits = new[] { 0, 1, 10, 60, 400 }.Select(days => SourceSchedule.Next("k", SourceState.Alive, 0, Now.AddDays(-days), Now, null) - Now).ToList();
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[0].TotalDays, 1, 1.1);
        Assert.InRange(waits[2].TotalDays, 5, 5.5);
        Assert.InRange(waits[^1].TotalDays, 60, 66);
    }

    [Fact]
    public void Trouble_is_looked_at_soon_and_then_seldom()
    {
        var waits = Enumerable.Range(1, 9).Select(failures => SourceSchedule.Next("k", SourceState.Unreachable, failures, Now, Now, null) - Now).ToList();
        Assert.InRange(waits[0].TotalHours, 1, 1.1);
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[^1].TotalDays, 30, 33);
    }

    [Fact]
    public void Whatever_happens_it_comes_due_in_the_future_and_within_a_year() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 1000], Gen.Int[-100_000, 100_000], Gen.Int[-100_000, 1_000_000], Gen.String).Sample(drawn =>
        {
            var (state, failures, since, asked, key) = drawn;
            var next = SourceSchedule.Next(key, (SourceState)state, failures, Now.AddHours(since), Now, Now.AddHours(asked));
            Assert.InRange(next, Now.AddHours(1), Now.AddDays(365));
        });
}
