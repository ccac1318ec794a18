using Cuttings.Articles;
using Cuttings.Dating;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The facts of a page as chosen from all its statements.</summary>
internal sealed record PageFacts
{
    public FoundTitle? Title { get; init; }

    public string? Standfirst { get; init; }

    public IReadOnlyList<string> Writers { get; init; } = [];

    public PostedDate? Published { get; init; }

    public PostedDate? Modified { get; init; }

    /// <summary>The printed dates, as lines that the body must lose.</summary>
    public IReadOnlyList<string> DateTexts { get; init; } = [];

    public string? Outlet { get; init; }

    public string? Language { get; init; }

    public string? Address { get; init; }

    public ArticleImage? Image { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether the page says that only subscribers read it whole.</summary>
    public bool IsClosed { get; init; }
}
