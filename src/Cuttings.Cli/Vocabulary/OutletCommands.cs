using System.CommandLine;
using Cuttings.Cli.Reporting;
using Cuttings.Vocabulary;

namespace Cuttings.Cli.Vocabulary;

/// <summary>`outlets display NAME RULE`.</summary>
internal sealed class OutletDisplayCommand : CuttingsCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The outlet." };
    private readonly Argument<string> rule = new("RULE") { Description = "How much of its cuttings readers see: full, first-paragraph or headline-only." };

    public OutletDisplayCommand()
        : base("display", "Sets how much of an outlet's cuttings readers see.", "cuttings outlets display \"The Tidewater Gazette\" first-paragraph")
    {
        rule.AcceptOnlyFromAmong([.. DisplayWords.All]);
        Add(name);
        Add(rule);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var session = await archive.BeginAsync(cancel);
        await session.SetDisplayAsync(parsed.GetRequiredValue(name), DisplayWords.Parse(parsed.GetRequiredValue(rule)), cancel);
        await session.CommitAsync(cancel);
        Console.Out.WriteLine($"{parsed.GetRequiredValue(name)}: readers see {parsed.GetRequiredValue(rule)} of its cuttings");
        return 0;
    }
}

/// <summary>`outlets sources NAME RULE`.</summary>
internal sealed class OutletSourcesCommand : CuttingsCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The outlet." };
    private readonly Argument<string> rule = new("RULE") { Description = "How much of its articles readers see in a collation: passages (those around what was taken), full, or facts (none of its words)." };

    public OutletSourcesCommand()
        : base("sources", "Sets how much of an outlet's articles readers see in collations.", "cuttings outlets sources \"The Tidewater Gazette\" facts")
    {
        rule.AcceptOnlyFromAmong([.. Enum.GetNames<SourceRule>().Select(word => word.ToLowerInvariant())]);
        Add(name);
        Add(rule);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var session = await archive.BeginAsync(cancel);
        await session.SetSourcesAsync(parsed.GetRequiredValue(name), Enum.Parse<SourceRule>(parsed.GetRequiredValue(rule), ignoreCase: true), cancel);
        await session.CommitAsync(cancel);
        Console.Out.WriteLine($"{parsed.GetRequiredValue(name)}: readers see {parsed.GetRequiredValue(rule)} of its articles");
        return 0;
    }
}

/// <summary>`outlets variants NAME`.</summary>
internal sealed class OutletVariantsCommand : CuttingsCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The outlet, by name, variant or slug." };
    private readonly JsonOption json = new();

    public OutletVariantsCommand()
        : base("variants", "Lists the other names that mean an outlet; rename and merge make them.", "cuttings outlets variants \"The Tidewater Gazette\"")
    {
        Add(name);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var wanted = parsed.GetRequiredValue(name);
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var record = (await archive.VocabularyAsync(TermKind.Outlet, cancel)).FirstOrDefault(outlet => outlet.Term.Name == wanted || outlet.Term.Slug == wanted || outlet.Variants.Contains(wanted, StringComparer.Ordinal))
            ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no outlet '{wanted}'.");
        if (parsed.GetValue(json))
        {
            Json.Write(record.Variants);
            return 0;
        }

        foreach (var variant in record.Variants)
        {
            Console.Out.WriteLine(variant);
        }

        return 0;
    }
}

/// <summary>The display rules as they stand on the command line.</summary>
internal static class DisplayWords
{
    public static IEnumerable<string> All => Enum.GetValues<DisplayRule>().Select(Of);

    public static string Of(DisplayRule rule) => rule switch
    {
        DisplayRule.FirstParagraph => "first-paragraph",
        DisplayRule.HeadlineOnly => "headline-only",
        _ => "full",
    };

    public static DisplayRule Parse(string word) => Enum.GetValues<DisplayRule>().Single(rule => Of(rule) == word);
}
