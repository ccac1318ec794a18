using Cuttings.Searching;
using Cuttings.Vocabulary;
using Term = Cuttings.Vocabulary.Term;

namespace Cuttings.Storage.Search;

/// <summary>From counts by ordinal to the facets that readers see.</summary>
internal static class FacetLists
{
    public static Dictionary<string, IReadOnlyList<FacetCount>> Of(Ordinals ordinals, int[] counts, Dictionary<(TermKind, string), Term> terms)
    {
        var named = new Dictionary<string, List<FacetCount>>(StringComparer.Ordinal);
        for (var n = 0; n < counts.Length; n++)
        {
            if (counts[n] == 0)
            {
                continue;
            }

            var parts = ordinals[n].Split(':', 2);
            var (name, kind) = parts[0] switch { "category" => ("category", TermKind.Category), "outlet" => ("outlet", TermKind.Outlet), "author" => ("author", TermKind.Author), "tag" => ("tag", TermKind.Tag), "lang" => ("language", (TermKind?)null), _ => ("year", null) };
            var label = kind is { } known && terms.TryGetValue((known, parts[1]), out var term) ? term.Name : parts[1];
            if (!named.TryGetValue(name, out var values))
            {
                named[name] = values = [];
            }

            values.Add(new(parts[1], label, counts[n]));
        }

        return named.ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetCount>)(facet.Key == "year" ? [.. facet.Value.OrderBy(value => int.Parse(value.Value))] : [.. facet.Value.OrderByDescending(value => value.Count).ThenBy(value => value.Label, StringComparer.Ordinal)]),
            StringComparer.Ordinal);
    }
}
