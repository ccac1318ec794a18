namespace Cuttings.Searching;

/// <summary>A query as understood.</summary>
public abstract record Query
{
    /// <summary>Every cutting.</summary>
    public sealed record Everything : Query;

    /// <summary>No cutting: nothing in the query could be searched for.</summary>
    public sealed record Nothing : Query;

    /// <summary>A word or, with <see cref="IsPrefix"/>, the beginning of one.</summary>
    public sealed record Word(string Text, bool IsPrefix = false) : Query;

    /// <summary>Words in a row.</summary>
    public sealed record Phrase(string Text) : Query;

    /// <summary>All of them.</summary>
    public sealed record All(IReadOnlyList<Query> Parts) : Query;

    /// <summary>Any of them.</summary>
    public sealed record Any(IReadOnlyList<Query> Parts) : Query;

    /// <summary>Not this.</summary>
    public sealed record Not(Query Part) : Query;

    /// <summary>Filed under a term: `outlet`, `category`, `tag`, `author`, `lang` or `year`.</summary>
    public sealed record Filed(string Field, string Value) : Query;

    /// <summary>Posted before a day (exclusive).</summary>
    public sealed record Before(string Date, long Second) : Query;

    /// <summary>Posted on or after a day.</summary>
    public sealed record After(string Date, long Second) : Query;
}

/// <summary>A query with what was read otherwise than typed.</summary>
public sealed record ParsedQuery(Query Query, IReadOnlyList<string> Notes);
