using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;
using Cuttings.Collecting;
using Cuttings.Duplicates;
using Cuttings.Sources;

namespace Cuttings.Cli.Collecting;

/// <summary>`sources stories`.</summary>
internal sealed class ListStoriesCommand : CuttingsCommand
{
    private const int PageOf = 200;
    private readonly Option<bool> all = new("--all") { Description = "Also stories of drafts and of the intake, which no published cutting cites." };
    private readonly JsonOption json = new();

    public ListStoriesCommand()
        : base("stories", "Lists the sources that are copies of one story, under the one that leads it (the first that a published cutting cites), and by what each was told.", "cuttings sources stories --all")
    {
        Add(all);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await CitedSources.FollowAsync(archive, Wiring.Clock, cancel);
        using var folding = new Folding(archive);
        await folding.FollowAsync(cancel);
        var any = false;
        for (var leads = await NextAsync(null); leads.Count > 0; leads = await NextAsync(leads[^1]))
        {
            foreach (var lead in leads)
            {
                any = true;
                await WriteAsync(archive, lead, parsed.GetValue(json), cancel);
            }
        }

        if (!any && !parsed.GetValue(json))
        {
            Console.Out.WriteLine("None: no two sources are copies of one story.");
        }

        return 0;

        ValueTask<IReadOnlyList<long>> NextAsync(long? after) => archive.Stories.LeadsAsync(parsed.GetValue(all), after, PageOf, cancel);
    }

    private static async ValueTask WriteAsync(IArchive archive, long lead, bool json, CancellationToken cancel)
    {
        var copies = new List<StoryCopy>();
        foreach (var source in await archive.Stories.StoryAsync(lead, cancel))
        {
            var isPublic = await archive.Sources.IsCitedAsync(source.Id, cancel);
            copies.Add(new(source, isPublic, isPublic && !copies.Exists(copy => copy.Leads), By(await archive.Stories.LinksAsync(source.Id, cancel))));
        }

        // Where the public sees none of them, the first is first at the desk alone.
        copies = [.. copies.OrderByDescending(copy => copy.Leads)];
        if (json)
        {
            Json.Write(new { lead = copies[0].Source.Id, sources = copies.Select(copy => new { copy.Source.Id, copy.Source.Address, copy.Source.Title, copy.Source.Outlet, published = copy.Source.Published?.Text, By = copy.Leads ? "leads" : copy.By, copy.IsPublic }) });
            return;
        }

        foreach (var copy in copies)
        {
            var said = copy.Leads ? "leads" : copy.IsPublic ? copy.By : $"{copy.By}; no published cutting cites it";
            Console.Out.WriteLine($"{(copy == copies[0] ? "" : "  ")}{copy.Source.Id,6}  {copy.Source.Outlet ?? "outlet not known"}: {copy.Source.Title ?? "without a title"} ({said})  {copy.Source.Address}");
        }
    }

    private static string By(IReadOnlyList<StoryLink> links) => links.MinBy(link => (link.Tie, -link.Share)) switch
    {
        { Tie: StoryTie.Title, Share: var share } => $"by its title, and {share:P0} of the text",
        { Share: var share } => $"by {share:P0} of the text",
        null => "by another copy",
    };

    /// <param name="Source">One source of a story.</param>
    /// <param name="IsPublic">Whether a published cutting cites it.</param>
    /// <param name="Leads">Whether the others stand under it where the public sees them.</param>
    /// <param name="By">By what it is held together with the others.</param>
    private sealed record StoryCopy(KeptSource Source, bool IsPublic, bool Leads, string By);
}

/// <summary>`sources part`.</summary>
internal sealed class PartCommand : CuttingsCommand
{
    private readonly Argument<string> one = new("SOURCE") { Description = "A source, by its number or address." };
    private readonly Argument<string> other = new("OTHER") { Description = "The source that is not the same story." };
    private readonly Option<bool> undo = new("--undo") { Description = "Take a parting back." };

    public PartCommand()
        : base("part", "Says that two sources are not the same story: they are no longer folded, whatever comes.", "cuttings sources part 12 40", "cuttings sources part 12 40 --undo")
    {
        Add(one);
        Add(other);
        Add(undo);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var (first, second) = (await NamedSource.FindAsync(archive, parsed.GetValue(one)!, cancel), await NamedSource.FindAsync(archive, parsed.GetValue(other)!, cancel));
        if (first.Id == second.Id)
        {
            throw new CuttingsException(ErrorKind.Usage, "These are one and the same source.");
        }

        using var folding = new Folding(archive);
        var apart = !parsed.GetValue(undo);
        var changed = await folding.PartAsync(first.Id, second.Id, apart, cancel);
        Console.Out.WriteLine((apart, changed) switch
        {
            (true, true) => $"Parted: {first.Id} and {second.Id} are two stories.",
            (true, false) => $"{first.Id} and {second.Id} were parted already.",
            (false, true) => $"Taken back: what {first.Id} and {second.Id} are is told by their texts again.",
            _ => $"{first.Id} and {second.Id} were not parted.",
        });
        return 0;
    }
}
