namespace Cuttings.Import.Pages.Body;

/// <summary>A block inside the root, while it is decided whether it is text of the article.</summary>
internal sealed class BodyBlock(TextBlock block, string text, Traits traits)
{
    private const float Least = 25;

    public TextBlock Block => block;

    /// <summary>Its plain text, white space folded.</summary>
    public string Text => text;

    /// <summary>What the elements around it say, up to the root.</summary>
    public Traits Traits => traits;

    /// <summary>The name of the element whose text it is.</summary>
    public required string Name { get; init; }

    /// <summary>The element among whose paragraphs it is one.</summary>
    public required int Container { get; init; }

    /// <summary>Whether it stands in a quotation.</summary>
    public required bool IsQuotation { get; init; }

    public Tag Kind => block.Kind;

    public float Weight => block.Weight.Weight;

    public float LinkShare => block.LinkShare;

    /// <summary>Why it is left out; null while it is kept.</summary>
    public string? LeftOut { get; private set; }

    public bool IsKept => LeftOut is null;

    /// <summary>A paragraph that nothing speaks against.</summary>
    public bool IsProse => IsKept && block.Prose >= Least;

    public void LeaveOut(string why) => LeftOut ??= why;

    public void Keep() => LeftOut = null;
}
