namespace Cuttings.Import.Pages.Body;

/// <summary>Text without a break: a paragraph, a heading, an item, a table's row, or what stands between two line breaks.</summary>
/// <param name="parent">The element whose text it is, a block or its like.</param>
internal sealed class TextBlock(int parent, Tag kind)
{
    public int Parent => parent;

    /// <summary>The kind of the innermost element that ends a block and holds it.</summary>
    public Tag Kind => kind;

    /// <summary>Its first stretch of text, and its last.</summary>
    public int First { get; set; } = -1;

    public int Last { get; set; } = -1;

    public TextWeight Weight { get; set; }

    public float LinkWeight { get; set; }

    /// <summary>How much it reads like a paragraph of an article.</summary>
    public float Prose { get; set; }

    public float LinkShare => Weight.Weight <= 0 ? 0 : LinkWeight / Weight.Weight;
}
