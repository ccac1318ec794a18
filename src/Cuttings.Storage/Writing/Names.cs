using Cuttings.Vocabulary;

namespace Cuttings.Storage.Writing;

/// <summary>The vocabulary within a write session: names lead to terms, new names make new ones.</summary>
internal sealed class Names
{
    private readonly Statements statements;
    private readonly Dictionary<long, Term> terms = [];
    private readonly Dictionary<(TermKind, string), long> byName = [];
    private readonly Dictionary<(TermKind, string), string> suggested = [];
    private readonly HashSet<(TermKind, string)> slugs = [];
    private long last;

    private Names(Statements statements) => this.statements = statements;

    public static async ValueTask<Names> LoadAsync(Statements statements, CancellationToken cancel)
    {
        var names = new Names(statements);
        foreach (var term in await statements.RowsAsync(cancel, row => new Term((TermKind)row.GetInt64(1), (int)row.GetInt64(0), row.GetString(2), row.GetString(3)), "SELECT id, kind, name, slug FROM terms"))
        {
            names.terms[term.Id] = term;
            names.slugs.Add((term.Kind, term.Slug));
            names.last = Math.Max(names.last, term.Id);
        }

        foreach (var (kind, folded, term) in await statements.RowsAsync(cancel, row => ((TermKind)row.GetInt64(0), row.GetString(1), row.GetInt64(2)), "SELECT kind, folded, term FROM term_names"))
        {
            names.byName[(kind, folded)] = term;
        }

        return names;
    }

    public Term? Find(TermKind kind, string? name) => name is not null && byName.TryGetValue((kind, TermName.Fold(name)), out var id) ? terms[id] : null;

    public Term? Find(long? id) => id is { } number ? terms.GetValueOrDefault(number) : null;

    public IReadOnlyList<Term> Many(string ids) =>
        [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => terms.GetValueOrDefault(long.Parse(id))).OfType<Term>()];

    public async ValueTask<Term?> KeepAsync(TermKind kind, string? name, CancellationToken cancel)
    {
        var folded = name is null ? "" : TermName.Fold(name);
        if (folded.Length == 0)
        {
            return null;
        }

        if (byName.TryGetValue((kind, folded), out var known))
        {
            return terms[known];
        }

        var wanted = suggested.TryGetValue((kind, folded), out var former) && !slugs.Contains((kind, former)) ? former : Slug.From(name!, kind.ToString().ToLowerInvariant());
        var slug = wanted;
        for (var n = 2; !slugs.Add((kind, slug)); n++)
        {
            slug = $"{wanted}-{n}";
        }

        var made = new Term(kind, (int)++last, name!.Trim(), slug);
        await statements.RunAsync(cancel, "INSERT INTO terms (id, kind, name, slug) VALUES (@p0, @p1, @p2, @p3)", last, (long)kind, made.Name, slug);
        await AddNameAsync(made, made.Name, cancel);
        terms[made.Id] = made;
        return made;
    }

    /// <summary>A term that is made of this name takes the slug; where it is here already, the slug leads to it, unless it is another's.</summary>
    public async ValueTask SuggestAsync(TermKind kind, string name, string slug, CancellationToken cancel)
    {
        if (Find(kind, name) is not { } term)
        {
            suggested[(kind, TermName.Fold(name))] = slug;
        }
        else if (term.Slug != slug && slugs.Add((kind, slug)))
        {
            // As the address of a merged term does.
            await statements.RunAsync(cancel, "INSERT INTO terms (id, kind, name, slug, merged_into) VALUES (@p0, @p1, @p2, @p3, @p4)", ++last, (long)kind, term.Name, slug, (long)term.Id);
        }
    }

    public async ValueTask<Term> RenameAsync(Term term, string name, CancellationToken cancel)
    {
        var renamed = term with { Name = name };
        await statements.RunAsync(cancel, "UPDATE terms SET name = @p1 WHERE id = @p0", (long)term.Id, name);
        if (!byName.ContainsKey((term.Kind, TermName.Fold(name))))
        {
            await AddNameAsync(term, name, cancel);
        }

        return terms[term.Id] = renamed;
    }

    public async ValueTask MergeAsync(Term term, Term into, CancellationToken cancel)
    {
        await statements.RunAsync(cancel, "UPDATE term_names SET term = @p1 WHERE term = @p0", (long)term.Id, (long)into.Id);
        await statements.RunAsync(cancel, "UPDATE terms SET merged_into = @p1 WHERE id = @p0 OR merged_into = @p0", (long)term.Id, (long)into.Id);
        foreach (var key in byName.Where(pair => pair.Value == term.Id).Select(pair => pair.Key).ToList())
        {
            byName[key] = into.Id;
        }
    }

    private async ValueTask AddNameAsync(Term term, string printed, CancellationToken cancel)
    {
        var folded = TermName.Fold(printed);
        await statements.RunAsync(cancel, "INSERT INTO term_names (kind, folded, printed, term) VALUES (@p0, @p1, @p2, @p3)", (long)term.Kind, folded, printed, (long)term.Id);
        byName[(term.Kind, folded)] = term.Id;
    }
}
