namespace Cuttings.Vocabulary;

/// <summary>What a term names.</summary>
public enum TermKind
{
    /// <summary>A category.</summary>
    Category,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>An outlet.</summary>
    Outlet,

    /// <summary>An author: who cut it.</summary>
    Author,
}

/// <summary>A category, tag, outlet or author of the archive, with its address.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Id">The archive's own number for it.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="Slug">The last part of its address; Hangul and Hanzi stay.</param>
public sealed record Term(TermKind Kind, int Id, string Name, string Slug);

/// <summary>A term with how many published cuttings stand under it.</summary>
public sealed record TermCount(Term Term, int Count);

/// <summary>A term with all that is known of it, for the settings commands.</summary>
/// <param name="Term">The term.</param>
/// <param name="Count">Published cuttings under it.</param>
/// <param name="Variants">Other names that mean it, in any script.</param>
/// <param name="Display">How its cuttings are shown.</param>
/// <param name="Sources">How much of its articles is shown beside them.</param>
public sealed record TermRecord(Term Term, int Count, IReadOnlyList<string> Variants, DisplayRule Display, SourceRule Sources = SourceRule.Passages);

/// <summary>How much of an outlet's cuttings the public sees.</summary>
public enum DisplayRule
{
    /// <summary>The whole excerpt.</summary>
    Full,

    /// <summary>The first paragraph, and a link to the rest's source.</summary>
    FirstParagraph,

    /// <summary>Headline and credit only.</summary>
    HeadlineOnly,
}

/// <summary>How much of an outlet's articles the public sees in a collation.</summary>
public enum SourceRule
{
    /// <summary>The passages around what was taken; what lies between is only counted.</summary>
    Passages,

    /// <summary>The whole article.</summary>
    Full,

    /// <summary>None of its words: only the facts of what was cut, changed, moved or added.</summary>
    Facts,
}
