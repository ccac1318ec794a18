using System.Collections.Immutable;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Sources;

namespace Cuttings;

/// <summary>Where a cutting stands between desk and public. Only <see cref="Published"/> is ever shown to readers.</summary>
public enum CuttingStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waiting for a second pair of eyes.</summary>
    Review,

    /// <summary>To be published at a later time.</summary>
    Scheduled,

    /// <summary>Public.</summary>
    Published,

    /// <summary>Was public and has been taken back.</summary>
    Withdrawn,
}

/// <summary>One entry of the archive: what was taken, from where, and how it is filed. Names (outlet, author, categories) are as printed; the archive's vocabulary unites their variants.</summary>
public sealed record Cutting
{
    /// <summary>The title given to the excerpt; plain text, never empty.</summary>
    public required string Headline { get; init; }

    /// <summary>The text taken.</summary>
    public required Excerpt Excerpt { get; init; }

    /// <summary>The public id: kept from an import where it is free, else made by the archive (null until then).</summary>
    public string? Id { get; init; }

    /// <summary>The last part of the address; made from the headline when null, and it stays when the headline changes.</summary>
    public string? Slug { get; init; }

    /// <summary>Where it stands.</summary>
    public CuttingStatus Status { get; init; } = CuttingStatus.Published;

    /// <summary>When it was posted, or null where that is lost.</summary>
    public PostedDate? Posted { get; init; }

    /// <summary>Who cut it, perhaps a pseudonym; null where that is lost.</summary>
    public string? Author { get; init; }

    /// <summary>Category names, in order, without repetition.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Tag names, in order, without repetition.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>BCP 47 language tag of the excerpt, or null where not said.</summary>
    public string? Language { get; init; }

    /// <summary>The line that names where it was taken from.</summary>
    public Credit Credit { get; init; } = Credit.None;

    /// <summary>The address it had before it came here (absolute http or https), or null.</summary>
    public string? Permalink { get; init; }

    /// <summary>The original articles.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>Dated corrections, newest last.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>Exchange keys that this program does not know, kept as raw JSON values by key.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What is only inferred (field name to value) until an editor confirms it.</summary>
    public ImmutableSortedDictionary<string, string> Suggested { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

/// <summary>A correction that readers can see.</summary>
/// <param name="Date">The day it was made.</param>
/// <param name="Text">What was wrong and what is right; plain text.</param>
public sealed record Correction(PostedDate Date, string Text);
