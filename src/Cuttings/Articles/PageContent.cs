using System.Collections.Immutable;

namespace Cuttings.Articles;

/// <summary>What a web page turned out to hold.</summary>
public sealed record PageContent
{
    /// <summary>The articles, in the page's order: one for an article's page, several where a page shows several whole posts, none for a listing.</summary>
    public ImmutableArray<Article> Articles { get; init; } = [];

    /// <summary>Why there is no article, in one sentence; null where there is one.</summary>
    public string? Why { get; init; }

    /// <summary>The page's own title.</summary>
    public string? Title { get; init; }

    /// <summary>The feeds that the page names, the most fitting first.</summary>
    public ImmutableArray<NamedFeed> Feeds { get; init; } = [];

    /// <summary>Where the page says that it goes on (`rel=next`), absolute.</summary>
    public string? Next { get; init; }
}

/// <summary>A feed that a page names.</summary>
/// <param name="Address">Absolute http or https.</param>
/// <param name="Title">As the page has it.</param>
public sealed record NamedFeed(string Address, string? Title)
{
    /// <summary>Whether no page named it: it stands where the program that made the page is known to keep its feed.</summary>
    public bool Guessed { get; init; }
}

/// <summary>Reads web pages. Implementations never throw for what a page holds, are bounded in time and memory, and ask the network for nothing.</summary>
public interface IPageReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="page">Its bytes, in whatever encoding.</param>
    /// <param name="contentType">The Content-Type that came with it, or null.</param>
    /// <param name="address">Where it was found, or null for a file.</param>
    PageContent Read(ReadOnlyMemory<byte> page, string? contentType, string? address);
}
