using Cuttings.Searching;
using Cuttings.Vocabulary;
using Lucene.Net.Index;
using Lucene.Net.Search;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = Cuttings.Searching.Query;

namespace Cuttings.Storage.Search;

/// <summary>From our query to the index's.</summary>
internal static class Translation
{
    private const float HeadlineWeight = 4;

    public static LuceneQuery Of(Query query, Func<TermKind, string, string?> slug) => query switch
    {
        Query.Nothing => new BooleanQuery(),
        Query.Word { IsPrefix: true } word => Weighed(field => new PrefixQuery(new Lucene.Net.Index.Term(field, Words.Fold(word.Text)))),
        Query.Word word => Weighed(field => Phrase(field, word.Text)),
        Query.Phrase phrase => Weighed(field => Phrase(field, phrase.Text)),
        Query.All all => All(all.Parts, slug),
        Query.Any any => Any(any.Parts, slug),
        Query.Not not => All([not], slug),
        Query.Filed filed => Filed(filed, slug),
        Query.Before before => new ConstantScoreQuery(FieldCacheRangeFilter.NewInt64Range(Entry.Posted, Entry.Undated + 1, before.Second, true, false)),
        Query.After after => new ConstantScoreQuery(FieldCacheRangeFilter.NewInt64Range(Entry.Posted, after.Second, long.MaxValue, true, true)),
        _ => new MatchAllDocsQuery(),
    };

    /// <summary>The terms that a snippet marks.</summary>
    public static IEnumerable<(string Term, bool IsPrefix)> Terms(Query query) => query switch
    {
        Query.Word { IsPrefix: true } word => [(Words.Fold(word.Text), true)],
        Query.Word word => Words.Of(word.Text).Select(token => (token.Term, false)),
        Query.Phrase phrase => Words.Of(phrase.Text).Select(token => (token.Term, false)),
        Query.All all => all.Parts.SelectMany(Terms),
        Query.Any any => any.Parts.SelectMany(Terms),
        _ => [],
    };

    // What stands in the headline is in the text as well: it is found once, and weighs more.
    private static BooleanQuery Weighed(Func<string, LuceneQuery> of)
    {
        var headline = of(Entry.Headline);
        headline.Boost = HeadlineWeight;
        return new BooleanQuery(disableCoord: true) { { of(Entry.Text), Occur.MUST }, { headline, Occur.SHOULD } };
    }

    private static LuceneQuery Phrase(string field, string text)
    {
        var tokens = Words.Of(text).ToList();
        if (tokens.Count == 0)
        {
            return new BooleanQuery();
        }

        if (tokens.Count == 1)
        {
            return new TermQuery(new Lucene.Net.Index.Term(field, tokens[0].Term));
        }

        var phrase = new PhraseQuery();
        foreach (var token in tokens)
        {
            phrase.Add(new Lucene.Net.Index.Term(field, token.Term));
        }

        return phrase;
    }

    private static BooleanQuery All(IReadOnlyList<Query> parts, Func<TermKind, string, string?> slug)
    {
        var all = new BooleanQuery();
        foreach (var part in parts)
        {
            all.Add(part is Query.Not not ? Of(not.Part, slug) : Of(part, slug), part is Query.Not ? Occur.MUST_NOT : Occur.MUST);
        }

        if (parts.All(part => part is Query.Not))
        {
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        return all;
    }

    private static BooleanQuery Any(IReadOnlyList<Query> parts, Func<TermKind, string, string?> slug)
    {
        var any = new BooleanQuery();
        foreach (var part in parts)
        {
            any.Add(Of(part, slug), Occur.SHOULD);
        }

        return any;
    }

    private static LuceneQuery Filed(Query.Filed filed, Func<TermKind, string, string?> slug)
    {
        TermKind? kind = filed.Field switch { "outlet" => TermKind.Outlet, "category" => TermKind.Category, "tag" => TermKind.Tag, "author" => TermKind.Author, _ => null };
        var value = kind is { } named ? slug(named, filed.Value) ?? filed.Value : filed.Value.ToLowerInvariant();
        var term = new Lucene.Net.Index.Term(Entry.Filed, $"{filed.Field}:{value}");
        // `lang:zh` finds zh-Hant too.
        return filed.Field == "lang"
            ? new BooleanQuery { { new TermQuery(term), Occur.SHOULD }, { new PrefixQuery(new(Entry.Filed, term.Text + "-")), Occur.SHOULD } }
            : new ConstantScoreQuery(new TermQuery(term));
    }
}
