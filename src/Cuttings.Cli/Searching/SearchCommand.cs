using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cuttings.Cli.Reporting;
using Cuttings.Searching;

namespace Cuttings.Cli.Searching;

/// <summary>`search QUERY`: what the site's search finds, on the terminal.</summary>
internal sealed partial class SearchCommand : CuttingsCommand
{
    private readonly Argument<string[]> query = new("QUERY") { Description = "Words, \"phrases\", AND, OR, NOT, outlet:, category:, author:, before:, after:, lang:", Arity = ArgumentArity.OneOrMore };
    private readonly Option<SearchSort> sort = new("--sort") { Description = "relevance, newest or oldest.", HelpName = "relevance|newest|oldest", CustomParser = Order };
    private readonly Option<int> limit = new("--limit") { Description = "How many hits, 1 to 100.", HelpName = "N", DefaultValueFactory = _ => 10, CustomParser = Hits };
    private readonly JsonOption json = new();

    public SearchCommand()
        : base("search", "Searches as the site does.", "cuttings search 'harbour AND outlet:\"Tidewater Gazette\"' --sort newest")
    {
        Add(query);
        Add(sort);
        Add(limit);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var search = await Wiring.SearchAsync(archive, cancel);
        await LongWork.CountAsync("indexed", async progress =>
        {
            await search.CatchUpAsync(progress, cancel);
            return 0;
        });
        var found = await search.SearchAsync(new SearchRequest(string.Join(' ', parsed.GetRequiredValue(query))) { Sort = parsed.GetValue(sort), Limit = parsed.GetValue(limit) }, cancel);
        if (parsed.GetValue(json))
        {
            WriteJson(found);
        }
        else
        {
            WriteText(found);
        }

        return 0;
    }

    private static SearchSort Order(ArgumentResult given)
    {
        foreach (var order in Enum.GetValues<SearchSort>())
        {
            if (string.Equals(order.ToString(), given.Tokens[0].Value, StringComparison.OrdinalIgnoreCase))
            {
                return order;
            }
        }

        given.AddError($"'{given.Tokens[0].Value}' is no order: --sort takes relevance, newest or oldest.");
        return default;
    }

    private static int Hits(ArgumentResult given)
    {
        if (!int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 100)
        {
            given.AddError("--limit takes a number from 1 to 100.");
        }

        return number;
    }

    private static void WriteJson(SearchResult found) => Json.Write(new
    {
        found.Query,
        found.Understood,
        found.Total,
        found.Partial,
        found.Suggestion,
        found.Notes,
        Hits = found.Hits.Select(hit => new
        {
            hit.Cutting.Id,
            hit.Cutting.Slug,
            hit.Cutting.Headline,
            Posted = hit.Cutting.Posted?.Text,
            Outlet = hit.Cutting.Outlet?.Name,
            hit.Snippet,
        }),
        found.Facets,
    });

    private static void WriteText(SearchResult found)
    {
        Console.Out.WriteLine($"{found.Total} for: {found.Understood}{(found.Partial ? " (partial results)" : "")}");
        foreach (var note in found.Notes)
        {
            Console.Out.WriteLine(note);
        }

        if (found.Suggestion is { } suggestion)
        {
            Console.Out.WriteLine($"Try: {suggestion}");
        }

        foreach (var hit in found.Hits)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(hit.Cutting.Headline);
            Console.Out.WriteLine($"  {string.Join(" · ", new[] { hit.Cutting.Outlet?.Name, hit.Cutting.Posted?.Text, "/cutting/" + hit.Cutting.Slug }.Where(part => part is not null))}");
            Console.Out.WriteLine("  " + WebUtility.HtmlDecode(Tag().Replace(hit.Snippet, "")));
        }
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();
}
