namespace Cuttings.Searching;

/// <summary>The query as understood, in words.</summary>
public static class QueryWords
{
    /// <summary>`cuttings with “sanctions” and from outlet Harbour Echo`.</summary>
    public static string Of(Query query) => query switch
    {
        Query.Everything => "all cuttings",
        Query.Nothing => "no word to search for",
        _ => "cuttings " + Say(query, inner: false),
    };

    private static string Say(Query query, bool inner) => query switch
    {
        Query.Word { IsPrefix: true } word => $"with a word that begins with “{word.Text}”",
        Query.Word word => $"with “{word.Text}”",
        Query.Phrase phrase => $"with the phrase “{phrase.Text}”",
        Query.Not not => "not " + Say(not.Part, inner: true),
        Query.All all => Joined(all.Parts, " and ", inner),
        Query.Any any => Joined(any.Parts, " or ", inner),
        Query.Filed { Field: "lang" } filed => $"in the language {filed.Value}",
        Query.Filed { Field: "year" } filed => $"posted in {filed.Value}",
        Query.Filed { Field: "outlet" } filed => $"from the outlet “{filed.Value}”",
        Query.Filed { Field: "author" } filed => $"cut by “{filed.Value}”",
        Query.Filed filed => $"under the {filed.Field} “{filed.Value}”",
        Query.Before before => $"posted before {before.Date}",
        Query.After after => $"posted on or after {after.Date}",
        _ => "of any kind",
    };

    private static string Joined(IReadOnlyList<Query> parts, string by, bool inner)
    {
        var said = string.Join(by, parts.Select(part => Say(part, inner: true)));
        return inner ? $"({said})" : said;
    }
}
