using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Query = Cuttings.Searching.Query;

namespace Cuttings.Storage.Search;

/// <summary>A query near the one typed that would find something.</summary>
internal static class Suggestion
{
    /// <summary>For each word that stands in no cutting, the nearest stem that does; the most frequent of several.</summary>
    public static List<(string Word, string Stem)> Of(DirectoryReader reader, Query query)
    {
        var near = new List<(string, string)>();
        if (query is not (Query.Word { IsPrefix: false } or Query.All) || MultiFields.GetTerms(reader, Entry.Text) is not { } dictionary)
        {
            return near;
        }

        foreach (var word in query is Query.All all ? all.Parts.OfType<Query.Word>().Select(word => word.Text) : [((Query.Word)query).Text])
        {
            var term = new Term(Entry.Text, Words.Stem(word));
            if (reader.DocFreq(term) == 0 && term.Text.Length >= 3 && Nearest(dictionary, term) is { } best)
            {
                near.Add((word, best));
            }
        }

        return near;
    }

    /// <summary>Some entry that holds a stem: there it can be read how the word is spelled.</summary>
    public static int? Holder(DirectoryReader reader, string stem) =>
        new IndexSearcher(reader).Search(new TermQuery(new Term(Entry.Text, stem)), 1).ScoreDocs is [var hit, ..] ? hit.Doc : null;

    private static string? Nearest(Terms dictionary, Term term)
    {
        var terms = new FuzzyTermsEnum(dictionary, new AttributeSource(), term, 2, 1, true);
        var (best, most) = ((string?)null, 0);
        while (terms.MoveNext())
        {
            if (terms.DocFreq > most)
            {
                (best, most) = (terms.Term.Utf8ToString(), terms.DocFreq);
            }
        }

        return best;
    }
}
