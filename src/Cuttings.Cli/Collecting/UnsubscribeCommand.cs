using System.CommandLine;
using Cuttings.Subscriptions;

namespace Cuttings.Cli.Collecting;

/// <summary>`unsubscribe`: by number or address, or a whole folder.</summary>
internal sealed class UnsubscribeCommand : CuttingsCommand
{
    private readonly Argument<string[]> which = new("SUBSCRIPTION") { Description = "Its number, as subscriptions lists it, or its address.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> folder = new("--folder") { Description = "All of a folder, and of those in it: what an OPML file brought, taken back.", HelpName = "FOLDER" };

    public UnsubscribeCommand()
        : base("unsubscribe", "Follows feeds no more; what they brought stays.", "cuttings unsubscribe 3", "cuttings unsubscribe --folder Harbours")
    {
        Add(which);
        Add(folder);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (wanted, below) = (parsed.GetValue(which) ?? [], parsed.GetValue(folder));
        if ((wanted.Length == 0) == (below is null))
        {
            throw new CuttingsException(ErrorKind.Usage, "Give either subscriptions or --folder.");
        }

        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var all = await archive.Sources.SubscriptionsAsync(cancel);
        var ended = below is not null ? In(all, below.Trim('/')) : [.. wanted.Select(one => Named(all, one)).DistinctBy(one => one.Id)];
        await using var session = await archive.BeginAsync(cancel);
        foreach (var one in ended)
        {
            await session.Sources.UnsubscribeAsync(one.Id, cancel);
        }

        await session.CommitAsync(cancel);
        foreach (var one in ended)
        {
            Console.Out.WriteLine($"no longer followed: {one.Title ?? one.Address}");
        }

        return 0;
    }

    private static Subscription Named(IReadOnlyList<Subscription> all, string wanted) =>
        all.FirstOrDefault(one => one.Address == wanted || one.Id.ToString() == wanted) ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no subscription '{wanted}'.");

    private static List<Subscription> In(IReadOnlyList<Subscription> all, string folder)
    {
        var found = all.Where(one => one.Folder.Equals(folder, StringComparison.OrdinalIgnoreCase) || one.Folder.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count > 0 ? found : throw new CuttingsException(ErrorKind.NotFound, $"There is no subscription in a folder '{folder}'. There are: {string.Join(", ", all.Select(one => one.Folder).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}.");
    }
}
