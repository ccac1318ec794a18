using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Cuttings.Import.Fetching.Politeness;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>One at a time, in order, with a pause; and nobody who asked to be left alone is asked. On a clock that the test moves.</summary>
public sealed class Politeness
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime time = new();
    private readonly List<string> entered = [];

    [Fact]
    public async Task One_host_is_asked_once_at_a_time_in_order_with_a_pause()
    {
        using var lines = new HostLines(new(), time);
        var all = Enumerable.Range(0, 4).Select(n => VisitAsync(lines, "orsa.example", $"{n}", Second, Second / 2)).ToList();
        await time.PassAsync(Second * 10);
        await Task.WhenAll(all);

        // Half a second with the host and one of pause.
        Assert.Equal(["0 0", "1 1.5", "2 3", "3 4.5"], entered);
    }

    [Fact]
    public async Task By_hand_goes_before_what_is_scheduled()
    {
        using var lines = new HostLines(new(), time);
        var all = new List<Task> { VisitAsync(lines, "orsa.example", "a", Second, Second), VisitAsync(lines, "orsa.example", "b", Second, Second) };
        all.Add(VisitAsync(lines, "orsa.example", "hand", Second, Second, FetchPurpose.ByHand));
        await time.PassAsync(Second * 10);
        await Task.WhenAll(all);
        Assert.Equal(["a 0", "hand 2", "b 4"], entered);
    }

    [Fact]
    public async Task A_slow_host_holds_up_no_other()
    {
        using var lines = new HostLines(new() { Concurrency = 2 }, time);
        var slow = Enumerable.Range(0, 20).Select(n => VisitAsync(lines, "slow.example", "slow", Second, Second * 60)).ToList();
        var others = Enumerable.Range(0, 5).Select(n => VisitAsync(lines, $"{n}.example", $"{n}", Second, Second)).ToList();
        await time.PassAsync(Second * 6);
        await Task.WhenAll(others);
        Assert.Equal(["slow 0", "0 0", "1 1", "2 2", "3 3", "4 4"], entered.OrderBy(entry => entry == "slow 0" ? 0 : 1));
    }

    [Fact]
    public async Task As_many_as_the_setting_says_are_with_a_host_at_once()
    {
        using var lines = new HostLines(new() { HostConcurrency = 3 }, time);
        var all = Enumerable.Range(0, 6).Select(n => VisitAsync(lines, "orsa.example", $"{n}", TimeSpan.Zero, Second)).ToList();
        await time.PassAsync(Second * 4);
        await Task.WhenAll(all);
        Assert.Equal(["0 0", "1 0", "2 0", "3 1", "4 1", "5 1"], entered.Order());
    }

    [Fact]
    public async Task Who_gives_up_waiting_keeps_nobody_from_their_turn()
    {
        using var lines = new HostLines(new(), time);
        using var cancel = new CancellationTokenSource();
        var first = await lines.EnterAsync("orsa.example", FetchPurpose.Scheduled, Second, default);
        var second = lines.EnterAsync("orsa.example", FetchPurpose.Scheduled, Second, cancel.Token);
        var third = lines.EnterAsync("orsa.example", FetchPurpose.Scheduled, Second, default);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        // Also one who gives up in the pause.
        using var late = new CancellationTokenSource();
        var fourth = lines.EnterAsync("orsa.example", FetchPurpose.Scheduled, Second * 600, late.Token);
        await time.PassAsync(Second * 2);
        (await third).Dispose();
        await time.PassAsync(Second * 2);
        await late.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fourth);
        var fifth = lines.EnterAsync("orsa.example", FetchPurpose.Scheduled, Second, default);
        await time.PassAsync(Second * 2);
        (await fifth).Dispose();
    }

    [Fact]
    public async Task A_host_that_asked_to_wait_is_left_alone_until_then_by_everyone()
    {
        using var lines = new HostLines(new(), time);
        using (var turn = await EnterAsync(lines))
        {
            Assert.Equal(time.GetUtcNow() + (Second * 90), turn.Asked(Second * 90));
        }

        await time.PassAsync(Second * 80);
        Assert.Equal(Second * 10, Left(await EnterAsync(lines)));
        Assert.Equal(Second * 10, Left(await EnterAsync(lines, FetchPurpose.ByHand)));
        Assert.Null((await EnterAsync(lines, host: "other.example")).LeftAloneUntil);

        // Setting the clock neither shortens nor lengthens it.
        time.Set(time.GetUtcNow().AddYears(-3));
        Assert.Equal(Second * 10, Left(await EnterAsync(lines)));
        await time.PassAsync(Second * 11);
        Assert.Null((await EnterAsync(lines)).LeftAloneUntil);
    }

    [Fact]
    public async Task Those_who_wait_already_hear_of_it_too()
    {
        using var lines = new HostLines(new(), time);
        var first = await EnterAsync(lines);
        var second = EnterAsync(lines);
        first.Asked(Second * 90);
        first.Dispose();
        await time.PassAsync(Second * 2);
        Assert.NotNull((await second).LeftAloneUntil);
    }

    [Fact]
    public async Task Asking_for_ever_is_not_obeyed_for_ever()
    {
        using var lines = new HostLines(new(), time);
        using var turn = await EnterAsync(lines);
        Assert.Equal(TimeSpan.FromDays(1), turn.Asked(TimeSpan.FromDays(4_000)) - time.GetUtcNow());
    }

    [Fact]
    public async Task Back_off_doubles_with_a_little_chance_up_to_its_limit_and_ends_with_a_good_answer()
    {
        using var lines = new HostLines(new(), time);
        var waits = new List<TimeSpan>();
        for (var n = 0; n < 12; n++)
        {
            using var turn = await EnterAsync(lines, FetchPurpose.ByHand);
            waits.Add(turn.Failed(isOut: true)!.Value - time.GetUtcNow());
        }

        for (var n = 0; n < waits.Count; n++)
        {
            var mean = Math.Min(30 * Math.Pow(2, n), 3_600);
            Assert.InRange(waits[n].TotalSeconds, mean * 0.79, mean * 1.21);
        }

        Assert.True(waits.Skip(8).Distinct().Count() > 1);
        Assert.NotNull((await EnterAsync(lines)).LeftAloneUntil);

        // By hand one may try, and a good answer opens it for all.
        using (var turn = await EnterAsync(lines, FetchPurpose.ByHand))
        {
            Assert.Null(turn.LeftAloneUntil);
            turn.Answered();
        }

        using var again = await EnterAsync(lines);
        Assert.Null(again.LeftAloneUntil);
        Assert.InRange((again.Failed(isOut: true)!.Value - time.GetUtcNow()).TotalSeconds, 23, 37);
    }

    [Fact]
    public async Task One_broken_page_is_no_reason_to_leave_a_host_alone_but_three_are()
    {
        using var lines = new HostLines(new(), time);
        foreach (var isHeld in new[] { false, false, true })
        {
            using var turn = await EnterAsync(lines, FetchPurpose.ByHand);
            Assert.Equal(isHeld, turn.Failed(isOut: false) is not null);
        }
    }

    [Fact]
    public async Task Only_so_many_hosts_are_remembered()
    {
        using var lines = new HostLines(new() { LeastPause = TimeSpan.Zero }, time);
        for (var n = 0; n < 25_000; n++)
        {
            using var turn = await lines.EnterAsync($"{n}.example", FetchPurpose.Scheduled, TimeSpan.Zero, default);
            _ = n % 3 == 0 ? turn.Failed(isOut: true) : null;
        }

        Assert.InRange(lines.Count, 1, 10_001);
    }

    private Task<Turn> EnterAsync(HostLines lines, FetchPurpose purpose = FetchPurpose.Scheduled, string host = "orsa.example") =>
        lines.EnterAsync(host, purpose, TimeSpan.Zero, default);

    private TimeSpan Left(Turn turn) => turn.LeftAloneUntil!.Value - time.GetUtcNow();

    private async Task VisitAsync(HostLines lines, string host, string name, TimeSpan pause, TimeSpan length, FetchPurpose purpose = FetchPurpose.Scheduled)
    {
        using var turn = await lines.EnterAsync(host, purpose, pause, default);
        lock (entered)
        {
            entered.Add($"{name} {TimeSpan.FromTicks(time.GetTimestamp() - 1).TotalSeconds}");
        }

        await Task.Delay(length, time);
    }
}
