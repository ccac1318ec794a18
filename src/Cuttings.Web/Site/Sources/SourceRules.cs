using Cuttings.Archiving;
using Cuttings.Sources;
using Cuttings.Vocabulary;
using Cuttings.Web.Site.Collation;

namespace Cuttings.Web.Site.Sources;

/// <summary>How much of a source's words the public may see: of the rules of all outlets that have to do with it, the strictest.</summary>
internal static class SourceRules
{
    public static async ValueTask<SourceRule> OfAsync(Context context, KeptSource source, IEnumerable<StoredCutting> citing, CancellationToken cancel)
    {
        var display = await Entry.DisplayAsync(context, cancel);
        var strictest = SourceRule.Full;
        foreach (var stored in citing)
        {
            // An outlet whose excerpts are not shown whole does not have its articles shown either.
            var hidden = stored.Outlet is { } outlet && display.ContainsKey(outlet.Id);
            strictest = Stricter(strictest, hidden ? SourceRule.Facts : await CollationPage.RuleAsync(context, stored, cancel));
        }

        if (source.Outlet is { } name && (await NamesAsync(context, cancel)).TryGetValue(TermName.Fold(name), out var own))
        {
            strictest = Stricter(strictest, display.ContainsKey(own.Id) ? SourceRule.Facts : own.Rule);
        }

        return strictest;
    }

    private static SourceRule Stricter(SourceRule one, SourceRule other) => one == SourceRule.Facts || other == SourceRule.Facts ? SourceRule.Facts
        : one == SourceRule.Passages || other == SourceRule.Passages ? SourceRule.Passages
        : SourceRule.Full;

    // The source's own outlet may be in the vocabulary under any of its names.
    private static async ValueTask<IReadOnlyDictionary<string, (int Id, SourceRule Rule)>> NamesAsync(Context context, CancellationToken cancel)
    {
        if (context.Kept.Outlets is { } known)
        {
            return known;
        }

        var names = new Dictionary<string, (int Id, SourceRule Rule)>(StringComparer.Ordinal);
        foreach (var outlet in await context.Archive.VocabularyAsync(TermKind.Outlet, cancel))
        {
            foreach (var name in outlet.Variants.Prepend(outlet.Term.Name))
            {
                names.TryAdd(TermName.Fold(name), (outlet.Term.Id, outlet.Sources));
            }
        }

        return context.Kept.Outlets = names;
    }
}
