using Cuttings.Archiving;
using Cuttings.Vocabulary;

namespace Cuttings.Storage.Writing;

/// <summary>Naming, renaming and merging the terms that cuttings bear.</summary>
internal sealed partial class WriteSession
{
    public ValueTask SuggestSlugAsync(TermKind kind, string name, string slug, CancellationToken cancel = default) => Run(() => names.SuggestAsync(kind, name, slug, cancel));

    public ValueTask ClaimTermAsync(TermKind kind, string name, string origin, string foreignId, CancellationToken cancel = default) => Run(async () =>
    {
        // Every post of a category says it again.
        if (names.Find(kind, name) is { } term && claimedTerms.Add((kind, origin, foreignId)))
        {
            await statements.RunAsync(cancel, "INSERT INTO term_identities (kind, foreign_id, origin, term) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT DO NOTHING", (long)kind, foreignId, origin, (long)term.Id);
        }
    });

    public ValueTask<Term> RenameAsync(TermKind kind, string name, string newName, CancellationToken cancel = default) => Run(async () =>
    {
        var term = Known(kind, name);
        if (string.IsNullOrWhiteSpace(newName))
        {
            throw new CuttingsException(ErrorKind.Usage, "A new name is needed.");
        }

        if (names.Find(kind, newName) is { } other && other.Id != term.Id)
        {
            throw new CuttingsException(ErrorKind.Conflict, $"'{newName}' is {Word(kind)} already: merge '{name}' into it.");
        }

        var renamed = await names.RenameAsync(term, newName.Trim(), cancel);
        foreach (var number in await UsersAsync(term, cancel))
        {
            await RefileAsync(number, cancel);
        }

        await NoteAsync(0, RevisionKind.Edited, null, null, cancel);
        return renamed;
    });

    public ValueTask<Term> MergeAsync(TermKind kind, string name, string into, CancellationToken cancel = default) => Run(async () =>
    {
        var (term, target) = (Known(kind, name), Known(kind, into));
        if (term.Id == target.Id)
        {
            throw new CuttingsException(ErrorKind.Conflict, $"'{name}' and '{into}' are the same {Word(kind).Split(' ')[1]}.");
        }

        var users = await UsersAsync(term, cancel);
        var before = new Dictionary<long, StoredCutting>();
        foreach (var number in users)
        {
            before[number] = (await FindAsync(number, cancel))!;
        }

        await names.MergeAsync(term, target, cancel);
        foreach (var number in users)
        {
            // The names of the old term lead to the new one from here on.
            await UpdateAsync(number, before[number].Cutting, RevisionKind.Updated, null, cancel);
        }

        await NoteAsync(0, RevisionKind.Edited, null, null, cancel);
        return target;
    });

    public ValueTask SetDisplayAsync(string outlet, DisplayRule rule, CancellationToken cancel = default) => Run(async () =>
    {
        await statements.RunAsync(cancel, "UPDATE terms SET display = @p1 WHERE id = @p0", (long)Known(TermKind.Outlet, outlet).Id, (long)rule);
        await NoteAsync(0, RevisionKind.Edited, null, null, cancel);
    });

    private static string Word(TermKind kind) => kind switch { TermKind.Category => "a category", TermKind.Tag => "a tag", TermKind.Outlet => "an outlet", _ => "an author" };

    private Term Known(TermKind kind, string name) => names.Find(kind, name) ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no such {Word(kind).Split(' ')[1]}: '{name}'.");

    private ValueTask<List<long>> UsersAsync(Term term, CancellationToken cancel) => term.Kind switch
    {
        TermKind.Outlet => statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT number FROM cuttings WHERE outlet = @p0 ORDER BY number", (long)term.Id),
        TermKind.Author => statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT number FROM cuttings WHERE author = @p0 ORDER BY number", (long)term.Id),
        TermKind.Category => statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT number FROM cuttings WHERE categories LIKE @p0 ORDER BY number", $"%,{term.Id},%"),
        _ => statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT number FROM cuttings WHERE tags LIKE @p0 ORDER BY number", $"%,{term.Id},%"),
    };

    // Followers read a cutting again when it has a new revision; its content is what it was.
    private async ValueTask RefileAsync(long number, CancellationToken cancel)
    {
        var sequence = await NoteAsync(number, RevisionKind.Updated, null, null, cancel);
        await statements.RunAsync(cancel, "UPDATE cuttings SET revision = @p1, changed = @p2 WHERE number = @p0", number, sequence, clock.GetUtcNow().ToUnixTimeMilliseconds());
        await statements.RunAsync(cancel, "UPDATE collations SET revision = @p1 WHERE number = @p0", number, sequence);
    }
}
