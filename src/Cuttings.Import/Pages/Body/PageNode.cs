using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>An element or a stretch of text, in the page's order; the nodes inside it follow it up to <see cref="End"/>.</summary>
internal struct PageNode
{
    public INode Dom;
    public int Parent;
    public int End;
    public Tag Tag;
    public Traits Traits;

    /// <summary>Of a stretch of text, the block it belongs to; else -1.</summary>
    public int Block;

    /// <summary>Of a stretch of text, whether it is left out of a block that is kept (a button, a note for screen readers).</summary>
    public bool IsSkipped;

    /// <summary>How many of its children have text.</summary>
    public int Branches;

    /// <summary>How many first headings stand in it.</summary>
    public int Titles;

    /// <summary>How many headings that are links stand in it.</summary>
    public int LinkedHeadings;

    /// <summary>The weight of all text in it, and of what of it is in links.</summary>
    public float Weight;
    public float LinkWeight;

    /// <summary>How much of it reads like an article's paragraphs, before its surroundings are asked.</summary>
    public float Prose;

    /// <summary>The same, less what its surroundings say against it.</summary>
    public float Good;

    /// <summary>What of it stands in elements that are named as the text.</summary>
    public float Named;

    public readonly float LinkShare => Weight <= 0 ? 0 : LinkWeight / Weight;
}
