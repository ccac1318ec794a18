using System.CommandLine;
using Cuttings.Cli.Reporting;
using Cuttings.Import.Feeds;
using Cuttings.Subscriptions;

namespace Cuttings.Cli.Collecting;

/// <summary>`subscriptions`: what the desk follows, and what is wrong with it.</summary>
internal sealed class SubscriptionsCommand : CuttingsCommand
{
    private readonly Option<bool> failing = new("--failing") { Description = "Only those that something is wrong with." };
    private readonly Option<bool> opml = new("--opml") { Description = "Write them as OPML, which other readers take." };
    private readonly JsonOption json = new();

    public SubscriptionsCommand()
        : base("subscriptions", "Lists the subscriptions: when each was last read and had something new, when it is due, and why it fails.", "cuttings subscriptions --failing", "cuttings subscriptions --opml")
    {
        Add(failing);
        Add(opml);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var all = (await archive.Sources.SubscriptionsAsync(cancel)).Where(one => !parsed.GetValue(failing) || one.Failures > 0 || !one.Active || one.Why is not null).ToList();
        if (parsed.GetValue(opml))
        {
            var settings = await archive.SettingsAsync(cancel);
            Console.Out.WriteLine(SubscriptionList.Write(all, settings.Title));
        }
        else if (parsed.GetValue(json))
        {
            Json.Write(all.Select(one => new { one.Id, one.Address, one.Title, one.Site, one.Folder, one.Active, looked = Time(one.Looked), succeeded = Time(one.Succeeded), lastNew = Time(one.LastNew), next = Time(one.Next), one.Failures, one.Why, one.Brought, one.Hub, hubUntil = Time(one.HubUntil) }));
        }
        else if (all.Count == 0)
        {
            Console.Out.WriteLine(parsed.GetValue(failing) ? "Nothing is wrong with any." : "The desk follows no feed yet: cuttings subscribe ADDRESS");
        }
        else
        {
            WriteLines(all);
        }

        return 0;
    }

    private static void WriteLines(List<Subscription> all)
    {
        foreach (var one in all)
        {
            var state = !one.Active ? "ended" : one.Failures > 0 ? $"failing ({one.Failures})" : one.Looked is null ? "not read yet" : "well";
            Console.Out.WriteLine($"{one.Id,5}  {state,-13} {one.Brought,7} entries  read {Day(one.Succeeded)}  due {Day(one.Next)}  {one.Title ?? one.Address}");
            Console.Out.WriteLine($"       {one.Address}{(one.Folder.Length > 0 ? $"  in {one.Folder}" : "")}{(one.HubUntil is { } until ? $"  told by {one.Hub} until {Day(until)}" : "")}");
            if (one.Why is { } why)
            {
                Console.Out.WriteLine($"       {why}");
            }
        }
    }

    private static string Day(DateTimeOffset? at) => at is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm") : "never           ";

    private static DateTime? Time(DateTimeOffset? at) => at?.UtcDateTime;
}
