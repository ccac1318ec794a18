using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;
using Cuttings.Collecting;

namespace Cuttings.Cli.Collecting;

/// <summary>`subscribe ADDRESS...`</summary>
internal sealed class SubscribeCommand : CuttingsCommand
{
    private readonly Argument<string[]> addresses = new("ADDRESS") { Description = "The address of a feed, or of a page that names one; or an OPML file.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> title = new("--title") { Description = "The desk's own name for it; else the feed's.", HelpName = "NAME" };
    private readonly Option<string> folder = new("--folder") { Description = "The desk's folder for it.", HelpName = "NAME", DefaultValueFactory = _ => "" };
    private readonly JsonOption json = new();

    public SubscribeCommand()
        : base(
            "subscribe",
            "Follows feeds: each is fetched once, and its entries lie in the intake at once (those of an OPML file when collect next runs); collect goes on from there.",
            "cuttings subscribe https://harbour-echo.example/feed --folder Harbours",
            "cuttings subscribe https://harbour-echo.example/",
            "cuttings subscribe subscriptions.opml")
    {
        Add(addresses);
        Add(title);
        Add(folder);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var wanted = parsed.GetRequiredValue(addresses);
        if (wanted.Length > 1 && parsed.GetValue(title) is not null)
        {
            throw new CuttingsException(ErrorKind.Usage, "--title names one subscription: give one address with it.");
        }

        await using var archive = await Wiring.OpenOrMakeAsync(parsed, cancel);
        await using var room = await CollectingRoom.OpenAsync(archive, cancel);
        var failed = 0;
        foreach (var address in wanted)
        {
            try
            {
                await SubscribeAsync(room, archive, address, parsed, cancel);
            }
            catch (CuttingsException error) when (wanted.Length > 1 && error.Kind is ErrorKind.BadInput or ErrorKind.Usage)
            {
                failed++;
                await Console.Error.WriteLineAsync(error.Message);
            }
            catch (CuttingsException error) when (wanted.Length > 1 && error.Kind == ErrorKind.Unreachable && error.InnerException is null)
            {
                failed++;
                await Console.Error.WriteLineAsync(error.Message);
            }
        }

        return failed == 0 ? 0 : failed < wanted.Length ? 1 : Failure.ExitCode(ErrorKind.BadInput);
    }

    private async Task SubscribeAsync(CollectingRoom room, IArchive archive, string address, ParseResult parsed, CancellationToken cancel)
    {
        if (File.Exists(address))
        {
            var list = await SubscriptionList.ReadAsync(address, parsed.GetRequiredValue(folder), cancel);
            var fresh = await Subscribing.FollowAsync(archive, list, Wiring.Clock, cancel);
            Tell(parsed, new { opml = address, read = list.Count, subscribed = fresh }, $"{address}: {fresh} of {list.Count} feeds are new; `cuttings collect` fetches them");
            return;
        }

        var came = await room.Subscribing.SubscribeAsync(address, parsed.GetValue(title), parsed.GetRequiredValue(folder), cancel);
        var name = came.Subscription.Title ?? came.Subscription.Address;
        Tell(
            parsed,
            new { came.Subscription.Id, came.Subscription.Address, came.Subscription.Title, isNew = came.IsNew, came.Entries, others = came.Others.Select(other => other.Address) },
            came.IsNew ? $"subscription {came.Subscription.Id}: {name}, {came.Entries} entries in the intake" : $"subscription {came.Subscription.Id}: {name} is followed already; asked again now: {(came.Entries == 0 ? "nothing new" : came.Entries == 1 ? "1 new entry in the intake" : $"{came.Entries} new entries in the intake")}");
        foreach (var other in came.Others)
        {
            await Console.Error.WriteLineAsync($"The page also names {other.Address}{(other.Title is { } named ? $" ({named})" : "")}");
        }
    }

    private void Tell<T>(ParseResult parsed, T report, string line)
    {
        if (parsed.GetValue(json))
        {
            Json.Write(report);
        }
        else
        {
            Console.Out.WriteLine(line);
        }
    }
}
