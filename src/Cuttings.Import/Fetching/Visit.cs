using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Cuttings.Import.Fetching.Answers;
using Cuttings.Import.Fetching.Politeness;
using Cuttings.Import.Fetching.Robots;

namespace Cuttings.Import.Fetching;

/// <summary>What every visit goes by.</summary>
internal sealed record Ways(GatewaySettings Settings, TimeProvider Time, AddressPolicy Policy, HostLines Lines, RobotsCache Robots, Asker Asker);

/// <summary>One fetch, from the address asked for to the answer, over all redirects; each of them is checked as if it had been asked for.</summary>
internal sealed class Visit(Ways ways, FetchRequest asked, BodyLimits limits, TimeSpan within, int mostRedirects, bool asksRobots)
{
    private static readonly RobotsSay NotAsked = new(Allows: true, CrawlDelay: null, Failure: null);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<Redirect> redirects = [];
    private readonly HashSet<string> seen = [];
    private TimeSpan spent;
    private bool isAgainstRobots;

    public async Task<Fetched> FetchAsync(CancellationToken cancel)
    {
        var request = asked;
        while (true)
        {
            if (ways.Policy.Read(request.Address, out var why) is not { } address)
            {
                return Unsent(FetchOutcome.RefusedAddress, request.Address, redirects.Count == 0 ? why : $"{new Uri(redirects[^1].Address).Host} redirects to what is not asked: {why}");
            }

            if (!seen.Add(request.Content is null ? address.Text : "POST " + address.Text))
            {
                return Unsent(FetchOutcome.TooLarge, address.Text, $"{address.Line} redirects in a loop.");
            }

            var robots = await AskRobotsAsync(address, cancel);
            if (request.Purpose == FetchPurpose.Scheduled && !robots.Allows)
            {
                return KeptOut(address, robots.Failure);
            }

            isAgainstRobots |= !robots.Allows && robots.Failure is null;
            using var turn = await ways.Lines.EnterAsync(address.Line, request.Purpose, Pause(request.Purpose, robots), cancel);
            if (turn.LeftAloneUntil is { } until)
            {
                return Unsent(FetchOutcome.Later, address.Text, $"{address.Line} is left alone for a while, since it asked for that or did not answer.") with { RetryAfter = until };
            }

            var began = ways.Time.GetTimestamp();
            var answer = await ways.Asker.AskAsync(address, request, limits, Max(within - spent, TimeSpan.FromMilliseconds(1)), cancel);
            spent += ways.Time.GetElapsedTime(began);
            if (Next(request, address, answer) is not { } next)
            {
                return Told(request, address, answer, turn);
            }

            turn.Answered();
            redirects.Add(new(address.Text, answer.Status));
            if (redirects.Count > mostRedirects)
            {
                return Unsent(FetchOutcome.TooLarge, address.Text, $"{address.Line} redirects more than {mostRedirects} times.") with { Status = answer.Status };
            }

            request = next;
        }
    }

    private async Task<RobotsSay> AskRobotsAsync(FetchAddress address, CancellationToken cancel)
    {
        if (!asksRobots)
        {
            return NotAsked;
        }

        var asking = ways.Robots.AskAsync(address.Site, address.Uri.PathAndQuery, asked.Purpose, cancel);
        if (asked.Purpose == FetchPurpose.Scheduled)
        {
            return await asking;
        }

        try
        {
            return await asking.WaitAsync(ways.Settings.RobotsByHandWithin, ways.Time, cancel);
        }
        catch (TimeoutException)
        {
            return NotAsked;
        }
    }

    private TimeSpan Pause(FetchPurpose purpose, RobotsSay robots)
    {
        var delay = purpose == FetchPurpose.Scheduled && robots.CrawlDelay is { } asked ? Min(asked, ways.Settings.CrawlDelayLimit) : TimeSpan.Zero;
        return Max(delay, ways.Settings.LeastPause);
    }

    /// <summary>What a redirect leads to; null where the answer is none.</summary>
    private static FetchRequest? Next(FetchRequest request, FetchAddress address, Answer answer)
    {
        if (answer.Fault is not null || answer.Status is not (301 or 302 or 303 or 307 or 308)
            || answer.Headers.Location is not { Length: > 0 } location || AddressPolicy.Parse(Utf8(location), address.Uri) is not { } next)
        {
            return null;
        }

        return request with { Address = next.AbsoluteUri, Content = answer.Status is 307 or 308 ? request.Content : null };
    }

    /// <summary>Servers send addresses beyond ASCII as they are.</summary>
    private static string Utf8(string latin1)
    {
        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(latin1));
        }
        catch (ArgumentException)
        {
            return latin1;
        }
    }

    private Fetched KeptOut(FetchAddress address, Fetched? failure) => failure switch
    {
        null => Unsent(FetchOutcome.RefusedByRobots, address.Text, $"The robots.txt of {address.Line} keeps schedules from this address."),
        { Outcome: FetchOutcome.ErrorStatus } => Unsent(FetchOutcome.RefusedByRobots, address.Text, $"{address.Line} answered {failure.Status} for its robots.txt; until that can be read, schedules fetch nothing there.") with { RetryAfter = failure.RetryAfter },
        { Outcome: FetchOutcome.Fetched } => Unsent(FetchOutcome.Unreachable, address.Text, $"The robots.txt of {address.Line} could not be read."),
        _ => Unsent(failure.Outcome, address.Text, failure.Why ?? "") with { RetryAfter = failure.RetryAfter },
    };

    private Fetched Told(FetchRequest request, FetchAddress address, Answer answer, Turn turn)
    {
        // A status that says no says it whether or not the page that comes with it is whole.
        var fault = answer.Status is >= 400 and < 600 ? null : answer.Fault;
        var outcome = fault?.Outcome ?? Outcomes.Of(answer.Status, answer.Headers.RetryAfter is not null, request.ETag is not null || request.LastModified is not null);
        var headers = answer.Headers;
        return new()
        {
            Outcome = outcome,
            Asked = asked.Address,
            Address = address.Text,
            Why = fault?.Message ?? Outcomes.Why(outcome, answer.Status, address.Line),
            Status = answer.Status,
            At = answer.At,
            Redirects = [.. redirects],
            RequestHead = answer.RequestHead,
            ResponseHead = answer.ResponseHead,
            Received = answer.Received,
            Body = answer.Body,
            ContentType = headers.ContentType,
            ETag = headers.ETag,
            LastModified = headers.LastModified,
            Link = headers.Link,
            FreshFor = Freshness.FreshFor(headers),
            RetryAfter = Note(turn, outcome, answer),
            AgainstRobots = isAgainstRobots,
            ServerAddress = answer.Server?.ToString(),
        };
    }

    /// <summary>Tells the host's line how it went; the time before which the host is left alone, if it is.</summary>
    private DateTimeOffset? Note(Turn turn, FetchOutcome outcome, Answer answer)
    {
        switch (outcome)
        {
            case FetchOutcome.Later:
                return turn.Asked(Freshness.RetryAfter(answer.Headers, ways.Time.GetUtcNow()));
            case FetchOutcome.Unreachable or FetchOutcome.TimedOut:
                return turn.Failed(isOut: answer.Status == 0);
            case FetchOutcome.ErrorStatus when answer.Status >= 500:
                return turn.Failed(isOut: false);
            case FetchOutcome.RefusedAddress or FetchOutcome.TooLarge or FetchOutcome.BadAnswer:
                return null;
            default:
                turn.Answered();
                return null;
        }
    }

    private Fetched Unsent(FetchOutcome outcome, string address, string why) => new()
    {
        Outcome = outcome,
        Asked = asked.Address,
        Address = address,
        Why = why,
        At = ways.Time.GetUtcNow(),
        Redirects = [.. redirects],
        AgainstRobots = isAgainstRobots,
    };

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
