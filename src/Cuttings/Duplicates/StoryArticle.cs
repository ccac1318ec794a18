using Cuttings.Dating;

namespace Cuttings.Duplicates;

/// <summary>What of an article decides to which story it belongs.</summary>
public sealed record StoryArticle
{
    /// <summary>The article, as its archive numbers it.</summary>
    public required long Id { get; init; }

    /// <summary>Its text's signature.</summary>
    public required StorySignature Signature { get; init; }

    /// <summary>Its title, without the site's name; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Its address, as found.</summary>
    public string? Address { get; init; }

    /// <summary>Its canonical address, where that is known already; else it is made from <see cref="Address"/>.</summary>
    public string? Key { get; init; }

    /// <summary>When it was published.</summary>
    public PostedDate? Published { get; init; }

    /// <summary>The outlet that published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The agency or paper that its credit names, where that is another one.</summary>
    public string? Credited { get; init; }

    /// <summary>The length of its text in words (<see cref="StoryText.Words"/>).</summary>
    public int Words { get; init; }
}

/// <summary>By what two articles are held for one story.</summary>
public enum StoryTie
{
    /// <summary>They have one canonical address.</summary>
    Address,

    /// <summary>They have one title on the same or the next day, and share text.</summary>
    Title,

    /// <summary>They have near-duplicate texts.</summary>
    Text,
}

/// <summary>Two articles held for one story. It is what a database keeps of a decision.</summary>
/// <param name="One">The smaller number.</param>
/// <param name="Other">The greater number.</param>
/// <param name="Tie">By what.</param>
/// <param name="Degree">How near the texts are.</param>
/// <param name="Share">The share of the shorter text that stands in the longer one, 0 to 1; 1 for an address.</param>
public sealed record StoryLink(long One, long Other, StoryTie Tie, Degree Degree, double Share);
