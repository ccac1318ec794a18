using Cuttings.Vocabulary;

namespace Cuttings.Storage.Reading;

/// <summary>The vocabulary as it stood at one revision, in memory: pages need no joins.</summary>
internal sealed class Words
{
    private readonly Dictionary<long, Term> terms = [];
    private readonly Dictionary<(TermKind, string), Term> bySlug = [];

    private Words(long revision) => Revision = revision;

    public long Revision { get; }

    public Dictionary<long, DisplayRule> Display { get; } = [];

    public Dictionary<long, SourceRule> Sources { get; } = [];

    public IEnumerable<Term> All => terms.Values.Distinct();

    public static async ValueTask<Words> LoadAsync(Statements statements, long revision, CancellationToken cancel)
    {
        var words = new Words(revision);
        var rows = await statements.RowsAsync(
            cancel,
            row => (Term: new Term((TermKind)row.GetInt64(1), (int)row.GetInt64(0), row.GetString(2), row.GetString(3)), Display: (DisplayRule)row.GetInt64(4), Into: row.NumberOrNull(5), Sources: (SourceRule)row.GetInt64(6)),
            "SELECT id, kind, name, slug, display, merged_into, sources FROM terms");
        foreach (var row in rows)
        {
            words.terms[row.Term.Id] = row.Term;
            words.Display[row.Term.Id] = row.Display;
            words.Sources[row.Term.Id] = row.Sources;
        }

        // A merge always leads to a term that is itself not merged.
        foreach (var row in rows)
        {
            var term = row.Into is { } into && words.terms.TryGetValue(into, out var target) ? target : row.Term;
            words.bySlug[(row.Term.Kind, row.Term.Slug)] = term;
        }

        foreach (var row in rows.Where(row => row.Into is not null))
        {
            words.terms[row.Term.Id] = words.terms[row.Into!.Value];
        }

        return words;
    }

    public Term? Find(TermKind kind, string slug) => bySlug.GetValueOrDefault((kind, slug));

    public Term? Find(long? id) => id is { } number ? terms.GetValueOrDefault(number) : null;

    public bool Knows(long? id) => id is not { } number || terms.ContainsKey(number);

    /// <summary>Reads `,3,17,`.</summary>
    public IReadOnlyList<Term> Many(string ids)
    {
        if (ids.Length == 0)
        {
            return [];
        }

        var many = new List<Term>(4);
        foreach (var part in ids.AsSpan().Split(','))
        {
            if (int.TryParse(ids.AsSpan()[part], out var id) && terms.TryGetValue(id, out var term))
            {
                many.Add(term);
            }
        }

        return many;
    }
}
