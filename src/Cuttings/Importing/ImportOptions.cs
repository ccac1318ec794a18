namespace Cuttings.Importing;

/// <summary>How an import is done.</summary>
public sealed record ImportOptions
{
    /// <summary>How the archive remembers the import: the files' names, or null to take the origin of the first cutting.</summary>
    public string? Origin { get; init; }

    /// <summary>Find out what would happen, and write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Take the content that comes in where it differs, unless the cutting was edited here.</summary>
    public bool Update { get; init; }

    /// <summary>A category that every cutting gets besides its own.</summary>
    public string? Category { get; init; }

    /// <summary>How many items are committed, and acknowledged, at once.</summary>
    public int BatchSize { get; init; } = 1000;
}

/// <summary>Told after a batch has been committed.</summary>
/// <param name="Through">How many items of the input are done for good.</param>
public readonly record struct ImportProgress(long Through);
