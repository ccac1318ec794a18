namespace Cuttings.Import.Pages.Facts;

/// <summary>What one object of a page's JSON-LD says of an article, or of the page; schema.org's terms.</summary>
internal sealed record LinkedArticle
{
    /// <summary>Its first type: `NewsArticle`, `WebPage`.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the type is an article's, not only a page's.</summary>
    public bool IsArticle { get; init; }

    /// <summary>Whether it is a part of a list or of another article.</summary>
    public bool IsPart { get; init; }

    public string? Headline { get; init; }

    public string? AlternativeHeadline { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<LinkedName> Writers { get; init; } = [];

    public string? Published { get; init; }

    public string? Created { get; init; }

    public string? Modified { get; init; }

    public string? Description { get; init; }

    public string? Publisher { get; init; }

    public string? Language { get; init; }

    public string? Address { get; init; }

    public string? Image { get; init; }

    public string? ImageCaption { get; init; }

    public IReadOnlyList<string> Sections { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>isAccessibleForFree: false.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A person or body that JSON-LD names.</summary>
internal sealed record LinkedName(string Name, bool IsBody, bool IsPerson);
