using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Query = Cuttings.Searching.Query;

namespace Cuttings.Storage.Search;

/// <summary>A query near the one typed that would find something.</summary>
internal static class Suggestion
{
    public static string? Of(DirectoryReader reader, Query query, string typed)
    {
        if (query is not (Query.Word { IsPrefix: false } or Query.All) || MultiFields.GetTerms(reader, Entry.Text) is not { } dictionary)
        {
            return null;
        }

        var words = query is Query.All all ? all.Parts.OfType<Query.Word>().Select(word => word.Text).ToList() : [((Query.Word)query).Text];
        var suggestion = typed;
        foreach (var word in words)
        {
            var term = new Lucene.Net.Index.Term(Entry.Text, Search.Words.Stem(word));
            if (reader.DocFreq(term) > 0 || term.Text.Length < 3)
            {
                continue;
            }

            var near = new FuzzyTermsEnum(dictionary, new AttributeSource(), term, 2, 1, true);
            var (best, most) = ((string?)null, 0);
            while (near.MoveNext())
            {
                if (near.DocFreq > most)
                {
                    (best, most) = (near.Term.Utf8ToString(), near.DocFreq);
                }
            }

            if (best is not null)
            {
                suggestion = suggestion.Replace(word, best, StringComparison.Ordinal);
            }
        }

        return suggestion == typed ? null : suggestion;
    }
}
