using System.Collections.Immutable;

namespace Cuttings.Import.Feeds.Opml;

/// <summary>A feed in a list of subscriptions.</summary>
/// <param name="Address">Absolute http or https.</param>
/// <param name="Title">As the list has it, or null.</param>
/// <param name="Site">The page it belongs to, absolute, or null.</param>
/// <param name="Folders">The folders it lies in, the outermost first; empty where it lies in none.</param>
public sealed record OutlinedFeed(string Address, string? Title = null, string? Site = null, ImmutableArray<string> Folders = default)
{
    /// <summary>The folders it lies in, the outermost first; never default.</summary>
    public ImmutableArray<string> Folders { get; init; } = Folders.IsDefault ? [] : Folders;

    /// <inheritdoc />
    public bool Equals(OutlinedFeed? other) => other is not null && Address == other.Address && Title == other.Title && Site == other.Site && Folders.SequenceEqual(other.Folders, StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Address, Title, Site, Folders.Length);
}

/// <summary>What was read from a list of subscriptions.</summary>
/// <param name="Feeds">The feeds, in order, each address once.</param>
/// <param name="Damage">What was wrong with it, or could not be taken over, a sentence each.</param>
public sealed record Outline(ImmutableArray<OutlinedFeed> Feeds, ImmutableArray<string> Damage);
