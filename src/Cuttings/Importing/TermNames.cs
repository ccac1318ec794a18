using Cuttings.Archiving;
using Cuttings.Vocabulary;

namespace Cuttings.Importing;

/// <summary>Which names mean the same category, tag, outlet or author in this archive, so that a renamed or merged one is no difference.</summary>
internal sealed class TermNames
{
    private readonly Dictionary<(TermKind Kind, string Name), string> names = [];

    public static async ValueTask<TermNames> LoadAsync(IArchive archive, CancellationToken cancel)
    {
        var terms = new TermNames();
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            foreach (var record in await archive.VocabularyAsync(kind, cancel))
            {
                foreach (var variant in record.Variants.Append(record.Term.Name))
                {
                    terms.names[(kind, variant)] = record.Term.Name;
                }
            }
        }

        return terms;
    }

    public bool Same(TermKind kind, string one, string other) => string.Equals(Known(kind, one), Known(kind, other), StringComparison.OrdinalIgnoreCase);

    private string Known(TermKind kind, string name) => names.GetValueOrDefault((kind, name), name);
}
