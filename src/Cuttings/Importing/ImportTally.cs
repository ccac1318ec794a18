namespace Cuttings.Importing;

/// <summary>Counts while an import runs; what a batch did counts only once it is committed.</summary>
internal sealed class ImportTally
{
    private readonly List<ImportConflict> conflicts = [];
    private readonly List<FailedItem> failed = [];
    private readonly List<long> claimed = [];

    public long Read { get; set; }

    public long Added { get; set; }

    public long Updated { get; set; }

    public long Unchanged { get; set; }

    /// <summary>Subscriptions that an undo has ended.</summary>
    public long Ended { get; set; }

    /// <summary>Of the conflicts of an undo, those that were only published, withdrawn or put elsewhere since.</summary>
    public long Decided { get; set; }

    /// <summary>The numbers of cuttings that an id of this input stands for.</summary>
    public IReadOnlyList<long> Claimed => claimed;

    /// <summary>How many items did not go in.</summary>
    public int FailedCount => failed.Count;

    public void Claim(long number) => claimed.Add(number);

    public void Conflict(string item, string? id, string why) => conflicts.Add(new(item, id ?? "", why));

    public void Fail(FailedItem item) => failed.Add(item);

    public void Add(ImportTally batch)
    {
        Read += batch.Read;
        Added += batch.Added;
        Updated += batch.Updated;
        Unchanged += batch.Unchanged;
        Decided += batch.Decided;
        conflicts.AddRange(batch.conflicts);
        failed.AddRange(batch.failed);
    }

    public ImportReport Report(long? import) => new()
    {
        Import = import,
        Read = Read,
        Added = Added,
        Updated = Updated,
        Unchanged = Unchanged,
        Decided = Decided,
        Ended = Ended,
        Conflicts = conflicts,
        Failed = failed,
    };
}
