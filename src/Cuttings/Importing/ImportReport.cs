namespace Cuttings.Importing;

/// <summary>What an import did, or what taking it back did: then <see cref="Added"/> and <see cref="Updated"/> count what was taken back, and <see cref="Unchanged"/> what had been taken back before.</summary>
public sealed record ImportReport
{
    /// <summary>The import's number; null where nothing was written.</summary>
    public long? Import { get; init; }

    /// <summary>Items read, failed ones included.</summary>
    public long Read { get; init; }

    /// <summary>Cuttings that came in.</summary>
    public long Added { get; init; }

    /// <summary>Cuttings that were here and got something: a category, a field that was missing, or with `--update` another content.</summary>
    public long Updated { get; init; }

    /// <summary>Cuttings that were here already.</summary>
    public long Unchanged { get; init; }

    /// <summary>Subscriptions that an undo has ended.</summary>
    public long Ended { get; init; }

    /// <summary>Of an undo's conflicts, the cuttings that are kept only because they were published, withdrawn or put elsewhere since.</summary>
    public long Decided { get; init; }

    /// <summary>Cuttings that were here with another content, and were left as they are.</summary>
    public IReadOnlyList<ImportConflict> Conflicts { get; init; } = [];

    /// <summary>Items that could not be read or kept.</summary>
    public IReadOnlyList<FailedItem> Failed { get; init; } = [];
}

/// <summary>A cutting that an import, or an undo, left as it is.</summary>
/// <param name="Item">The item of the input, or `“Headline” (slug)` in an undo.</param>
/// <param name="Id">The public id of the cutting here.</param>
/// <param name="Why">One sentence.</param>
public sealed record ImportConflict(string Item, string Id, string Why);
