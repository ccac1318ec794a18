namespace Cuttings.Duplicates;

/// <summary>How near two texts are. Only the last two fold.</summary>
public enum Degree
{
    /// <summary>They have nothing to do with each other, or nothing that can be told.</summary>
    None,

    /// <summary>They share passages: a template, a boilerplate, a quotation. Two stories.</summary>
    Related,

    /// <summary>The same copy: of one agency cut at two lengths, lightly edited, or with a paragraph of the paper's own.</summary>
    SameCopy,

    /// <summary>The same text, but for what printing changes.</summary>
    Same,
}
