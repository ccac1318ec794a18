using System.CommandLine;
using Cuttings.Cli.Reporting;
using Cuttings.Vocabulary;

namespace Cuttings.Cli.Vocabulary;

/// <summary>`categories list` and its kin.</summary>
internal sealed class ListTermsCommand : CuttingsCommand
{
    private readonly Option<bool> all = new("--all") { Description = "Also those that no cutting bears any more, such as an undone import leaves behind." };
    private readonly JsonOption json = new();
    private readonly TermKind kind;

    public ListTermsCommand(string plural, TermKind kind)
        : base("list", $"Lists the {plural} with how many published cuttings stand under each.", $"cuttings {plural} list", $"cuttings {plural} list --all")
    {
        this.kind = kind;
        Add(all);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var terms = await archive.VocabularyAsync(kind, cancel);
        var used = await archive.UsedTermsAsync(kind, cancel);
        // What the desk has said of an outlet is kept in sight, cuttings or none.
        var shown = terms.Where(record => parsed.GetValue(all) || used.Contains(record.Term.Id) || record.Display != DisplayRule.Full || record.Sources != SourceRule.Passages).ToList();
        if (parsed.GetValue(json))
        {
            Json.Write(shown.Select(record => new { record.Term.Name, record.Term.Slug, record.Count, record.Variants, Display = DisplayWords.Of(record.Display), Sources = record.Sources.ToString().ToLowerInvariant(), Empty = !used.Contains(record.Term.Id) }));
            return 0;
        }

        foreach (var record in shown)
        {
            var notes = new[] { record.Display == DisplayRule.Full ? null : DisplayWords.Of(record.Display), used.Contains(record.Term.Id) ? null : "empty" }.Where(note => note is not null).ToList();
            Console.Out.WriteLine($"{record.Count,7}  {record.Term.Name}{(notes.Count == 0 ? "" : $"  ({string.Join(", ", notes)})")}");
        }

        if (terms.Count - shown.Count is > 0 and var left)
        {
            Console.Error.WriteLine($"{left} more {(left == 1 ? "has" : "have")} no cutting: --all lists {(left == 1 ? "it" : "them")} too.");
        }

        return 0;
    }
}

/// <summary>`categories rename` and its kin.</summary>
internal sealed class RenameTermCommand : CuttingsCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "Its name now, or a variant of it." };
    private readonly Argument<string> newName = new("NEW-NAME") { Description = "The name that readers shall see." };
    private readonly TermKind kind;

    public RenameTermCommand(string plural, TermKind kind)
        : base("rename", "Gives it another name; the old one stays as a variant, and its address stays.", $"cuttings {plural} rename \"Old name\" \"New name\"")
    {
        this.kind = kind;
        Add(name);
        Add(newName);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var session = await archive.BeginAsync(cancel);
        var term = await session.RenameAsync(kind, parsed.GetRequiredValue(name), parsed.GetRequiredValue(newName), cancel);
        await session.CommitAsync(cancel);
        Console.Out.WriteLine($"{term.Name}: /{kind.ToString().ToLowerInvariant()}/{term.Slug}");
        return 0;
    }
}

/// <summary>`categories merge` and its kin.</summary>
internal sealed class MergeTermCommand : CuttingsCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "What goes into the other." };
    private readonly Argument<string> into = new("INTO") { Description = "What stays." };
    private readonly TermKind kind;

    public MergeTermCommand(string plural, TermKind kind)
        : base("merge", "Merges one into another: its cuttings and names go over, and its address leads there.", $"cuttings {plural} merge \"This one\" \"Into that one\"")
    {
        this.kind = kind;
        Add(name);
        Add(into);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        await using var session = await archive.BeginAsync(cancel);
        var term = await session.MergeAsync(kind, parsed.GetRequiredValue(name), parsed.GetRequiredValue(into), cancel);
        await session.CommitAsync(cancel);
        Console.Out.WriteLine($"{term.Name}: /{kind.ToString().ToLowerInvariant()}/{term.Slug}");
        await IndexUpdate.RunAsync(archive, cancel);
        return 0;
    }
}
