using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;
using Cuttings.Collecting;
using Cuttings.Duplicates;
using Cuttings.Fetching;
using Cuttings.Sources;

namespace Cuttings.Cli.Collecting;

/// <summary>`sources list`.</summary>
internal sealed class ListSourcesCommand : CuttingsCommand
{
    private readonly Option<bool> all = new("--all") { Description = "Also those of drafts and withdrawn cuttings, and those in the intake: what no published cutting cites." };
    private readonly Option<bool> gone = new("--gone") { Description = "Only those that are gone, parked, moved or out of reach." };
    private readonly JsonOption json = new();

    public ListSourcesCommand()
        : base("list", "Lists the sources of published cuttings: their state, their editions, when each was last looked at.", "cuttings sources list --gone")
    {
        Add(all);
        Add(gone);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await CitedSources.FollowAsync(archive, Wiring.Clock, cancel);
        var any = false;
        for (var page = await archive.Sources.ListAsync(parsed.GetValue(all), 0, 500, cancel); page.Count > 0; page = await archive.Sources.ListAsync(parsed.GetValue(all), page[^1].Id, 500, cancel))
        {
            foreach (var source in page.Where(source => !parsed.GetValue(gone) || source.MovedTo is not null || source.State is not (SourceState.Alive or SourceState.Unknown)))
            {
                any = true;
                Write(source, parsed.GetValue(json));
            }
        }

        if (!any && !parsed.GetValue(json))
        {
            Console.Out.WriteLine("None.");
        }

        return 0;
    }

    private static void Write(KeptSource source, bool json)
    {
        if (json)
        {
            Json.Write(new { source.Id, source.Address, source.Title, source.Outlet, state = Words(source.State), source.Why, source.MovedTo, source.Editions, looked = source.Looked?.UtcDateTime, next = source.Next?.UtcDateTime });
            return;
        }

        Console.Out.WriteLine($"{source.Id,6}  {Words(source.State),-12} {source.Editions,3} editions  looked at {source.Looked?.UtcDateTime.ToString("yyyy-MM-dd HH:mm") ?? "never           "}  {source.Address}");
        if (source.Why is { } why)
        {
            Console.Out.WriteLine($"        {why}");
        }
    }

    public static string Words(SourceState state) => state switch
    {
        SourceState.Alive => "there",
        SourceState.Gone => "gone",
        SourceState.SoftGone => "gone (soft)",
        SourceState.Parked => "parked",
        SourceState.Denied => "denied",
        SourceState.NotAllowed => "not allowed",
        SourceState.Unreachable => "unreachable",
        _ => "not seen",
    };
}

/// <summary>`sources check`: looks at the sources of published cuttings now.</summary>
internal sealed class CheckSourcesCommand : CuttingsCommand
{
    private readonly Argument<string[]> addresses = new("ADDRESS") { Description = "The addresses, or numbers, of sources to look at by hand; without any, all that are due.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> all = new("--all") { Description = "All sources of published cuttings, due or not." };
    private readonly JsonOption json = new();

    public CheckSourcesCommand()
        : base(
            "check",
            "Looks again at the sources of published cuttings: keeps an edition where the text has changed, notes what is gone or has moved.",
            "cuttings sources check",
            "cuttings sources check https://harbour-echo.example/2026/night-ferry")
    {
        Add(addresses);
        Add(all);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var room = await CollectingRoom.OpenAsync(archive, cancel);
        await CitedSources.FollowAsync(archive, Wiring.Clock, cancel);
        var lines = new EventLines(parsed.GetValue(json), quiet: false);
        var wanted = parsed.GetValue(addresses) ?? [];
        var report = wanted.Length > 0 ? await ByHandAsync(room, archive, wanted, lines, cancel) : await room.Collector.LookAgainAsync(parsed.GetValue(all), lines, cancel);
        if (parsed.GetValue(json))
        {
            Json.Write(report);
        }
        else
        {
            Console.Out.WriteLine($"sources looked at: {report.Sources} ({report.FailedSources} gone or out of reach); editions kept: {report.First} first, {report.Changed} changed");
        }

        return report.FailedSources == 0 ? 0 : 1;
    }

    private static async Task<CollectReport> ByHandAsync(CollectingRoom room, IArchive archive, string[] wanted, EventLines lines, CancellationToken cancel)
    {
        var sources = new List<KeptSource>();
        foreach (var one in wanted)
        {
            sources.Add(await NamedSource.FindAsync(archive, one, cancel));
        }

        return await room.Collector.LookAsync(sources, FetchPurpose.ByHand, lines, cancel);
    }
}
