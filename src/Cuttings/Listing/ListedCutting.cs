using Cuttings.Dating;
using Cuttings.Vocabulary;

namespace Cuttings.Listing;

/// <summary>A published cutting as a list, a feed or a hit shows it: light, with the excerpt as HTML that can be written as it is.</summary>
public sealed record ListedCutting
{
    /// <summary>The archive's own growing number.</summary>
    public required long Number { get; init; }

    /// <summary>The public id.</summary>
    public required string Id { get; init; }

    /// <summary>The last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>The headline, plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>The excerpt in canonical HTML.</summary>
    public required string ExcerptHtml { get; init; }

    /// <summary>The posted date, or null.</summary>
    public PostedDate? Posted { get; init; }

    /// <summary>Who cut it.</summary>
    public Term? Author { get; init; }

    /// <summary>Where it was taken from.</summary>
    public Term? Outlet { get; init; }

    /// <summary>Its categories.</summary>
    public IReadOnlyList<Term> Categories { get; init; } = [];

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Term> Tags { get; init; } = [];

    /// <summary>BCP 47, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The credit as printed, or null.</summary>
    public string? Credit { get; init; }

    /// <summary>The writers of the source as printed, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The address of the original article, or null.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The copies of its story that this list shows under it, in display order.</summary>
    public IReadOnlyList<ListedCopy> AlsoIn { get; init; } = [];

    /// <summary>When it was last changed here.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>Its place in a list.</summary>
    public required ListPosition Position { get; init; }
}
