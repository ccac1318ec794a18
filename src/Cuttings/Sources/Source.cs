using System.Collections.Immutable;
using Cuttings.Dating;

namespace Cuttings.Sources;

/// <summary>The original article.</summary>
public sealed record Source
{
    /// <summary>Its address (absolute http or https), or null.</summary>
    public string? Url { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet that published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its writers, as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>When it was published.</summary>
    public PostedDate? Published { get; init; }

    /// <summary>Versions of it that were kept.</summary>
    public ImmutableArray<Edition> Editions { get; init; } = [];

    /// <summary>Exchange keys that this program does not know, kept as raw JSON values by key.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

/// <summary>One version of a source, captured once.</summary>
public sealed record Edition
{
    /// <summary>When it was captured, or null where not recorded.</summary>
    public DateTimeOffset? Captured { get; init; }

    /// <summary>The digest of the kept bytes, `sha-256:` and hex, or null.</summary>
    public string? Digest { get; init; }

    /// <summary>The article's text, one string a paragraph; empty where only the bytes are kept.</summary>
    public ImmutableArray<string> Text { get; init; } = [];

    /// <summary>Whether the text is known to end before the article does: a paywall, a torn page.</summary>
    public bool Truncated { get; init; }

    /// <summary>Exchange keys that this program does not know, kept as raw JSON values by key.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
