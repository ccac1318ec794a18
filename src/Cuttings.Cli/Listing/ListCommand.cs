using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cuttings.Archiving;
using Cuttings.Cli.Reporting;

namespace Cuttings.Cli.Listing;

/// <summary>`list`: what the archive holds, of any status; the one list in which drafts stand.</summary>
internal sealed class ListCommand : CuttingsCommand
{
    private const string Any = "all";

    private readonly Option<string> status = new("--status") { Description = "Only those that stand so: draft, review, scheduled, published or withdrawn; all for any.", HelpName = "STATUS", DefaultValueFactory = _ => Any };
    private readonly Option<string?> category = new("--category") { Description = "Only those of this category.", HelpName = "NAME" };
    private readonly Option<int> limit = new("--limit") { Description = "How many at most; 0 for all.", HelpName = "N", DefaultValueFactory = _ => 50, CustomParser = Count };
    private readonly Option<string?> after = new("--after") { Description = "Go on after this cutting, the last of the page before.", HelpName = "SLUG" };
    private readonly JsonOption json = new();

    public ListCommand()
        : base("list", "Lists the cuttings of any status, drafts too, newest first, the undated last: headline, status, posted date, credit, slug.", "cuttings list --status draft", "cuttings list --category Harbour --limit 0", "cuttings list --after ferry-service-resumes --json")
    {
        status.AcceptOnlyFromAmong([.. Enum.GetNames<CuttingStatus>().Select(name => name.ToLowerInvariant()), Any]);
        Add(status);
        Add(category);
        Add(limit);
        Add(after);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var request = new InventoryRequest
        {
            Status = Enum.TryParse<CuttingStatus>(parsed.GetValue(status), ignoreCase: true, out var one) ? one : null,
            Category = parsed.GetValue(category),
            After = parsed.GetValue(after),
            Limit = parsed.GetValue(limit) is > 0 and var most ? most : int.MaxValue,
        };
        var page = await archive.InventoryAsync(request, cancel);
        foreach (var held in page.Cuttings)
        {
            Write(held, parsed.GetValue(json));
        }

        if (!parsed.GetValue(json))
        {
            Console.Out.WriteLine(Closing(page, request));
        }

        return 0;
    }

    private static int Count(ArgumentResult given)
    {
        if (!int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            given.AddError("--limit takes a number; 0 for all.");
        }

        return number;
    }

    private static void Write(HeldCutting held, bool json)
    {
        var cutting = held.Cutting;
        if (json)
        {
            Json.Write(new { cutting.Id, cutting.Slug, Status = Word(held.Status), cutting.Headline, Posted = cutting.Posted?.Text, cutting.Credit, Outlet = cutting.Outlet?.Name, Author = cutting.Author?.Name, Categories = cutting.Categories.Select(category => category.Name) });
            return;
        }

        var credit = cutting.Credit?.ReplaceLineEndings(" ") ?? cutting.Outlet?.Name ?? "no credit";
        Console.Out.WriteLine(cutting.Headline.ReplaceLineEndings(" "));
        Console.Out.WriteLine($"  {Word(held.Status)} · {cutting.Posted?.Text ?? "undated"} · {credit} · {cutting.Slug}");
    }

    private static string Closing(Inventory page, InventoryRequest request)
    {
        if (page.Cuttings.Count == 0)
        {
            var of = request.Category is { } category ? $" of the category {category}" : "";
            return request.After is { } after ? $"None after {after}." : request.Status is { } wanted ? $"No cutting{of} stands as {Word(wanted)}." : $"No cutting{of} is here yet.";
        }

        var all = page.Total.ToString("N0", CultureInfo.InvariantCulture);
        return page.More ? $"{page.Cuttings.Count} of {all}: --after {page.Cuttings[^1].Cutting.Slug} goes on, --limit 0 lists them all."
            : request.After is null ? $"{all} in all." : $"The last of {all}.";
    }

    private static string Word(CuttingStatus status) => status.ToString().ToLowerInvariant();
}
