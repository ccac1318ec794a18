namespace Cuttings.Excerpts;

/// <summary>What a block of an excerpt is.</summary>
public enum BlockKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A paragraph of a quotation; neighbours form one quotation.</summary>
    Quotation,

    /// <summary>An item of a bulleted list; neighbours form one list.</summary>
    ListItem,

    /// <summary>An item of a numbered list; neighbours form one list.</summary>
    NumberedItem,

    /// <summary>A heading inside the excerpt.</summary>
    Heading,
}

/// <summary>One block of an excerpt.</summary>
public sealed record Block(BlockKind Kind, InlineHtml Html)
{
    /// <summary>A paragraph of plain text.</summary>
    public static Block Paragraph(string text) => new(BlockKind.Paragraph, InlineHtml.FromText(text));

    /// <summary>A block of plain text.</summary>
    public static Block Of(BlockKind kind, string text) => new(kind, InlineHtml.FromText(text));
}
