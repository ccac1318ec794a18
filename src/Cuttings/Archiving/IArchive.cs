using Cuttings.Duplicates;
using Cuttings.Importing;
using Cuttings.Listing;
using Cuttings.Settings;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Archiving;

/// <summary>
/// One archive: a SQLite file or a PostgreSQL database. Reads see only published cuttings unless their name says otherwise.
/// Every write goes through <see cref="BeginAsync"/>. Safe for use by many threads at once.
/// </summary>
/// <remarks>Errors: <see cref="CuttingsException"/> with <see cref="ErrorKind.Unreachable"/> or <see cref="ErrorKind.Storage"/>.</remarks>
public interface IArchive : IAsyncDisposable
{
    /// <summary>The folder beside the archive where the index lies; created when first used.</summary>
    string FilesFolder { get; }

    /// <summary>The sources, editions, snapshots and subscriptions.</summary>
    IKeptSources Sources { get; }

    /// <summary>Which of the sources are one story.</summary>
    IKeptStories Stories { get; }

    /// <summary>The sequence number of the last committed revision; 0 in an empty archive. Settings and vocabulary changes count too. Cheap: it is asked many times a second.</summary>
    ValueTask<long> LastRevisionAsync(CancellationToken cancel = default);

    /// <summary>A stretch of a list; null where there is no such category, tag, outlet or author (an empty year or month is null too).</summary>
    ValueTask<ListPage?> ListAsync(ListRequest request, CancellationToken cancel = default);

    /// <summary>The term a list stands for, by kind and slug, following merges; null for none.</summary>
    ValueTask<Term?> TermAsync(TermKind kind, string slug, CancellationToken cancel = default);

    /// <summary>The terms that imports of a format (`wordpress`) knew under this number, following merges, whatever the site and whoever may see them.</summary>
    ValueTask<IReadOnlyList<Term>> TermsByForeignAsync(TermKind kind, string format, string foreignId, CancellationToken cancel = default);

    /// <summary>All terms of a kind that have published cuttings, most used first.</summary>
    ValueTask<IReadOnlyList<TermCount>> TermsAsync(TermKind kind, CancellationToken cancel = default);

    /// <summary>Published cuttings by year and month; newest first; the undated under (0, 0).</summary>
    ValueTask<IReadOnlyList<MonthCount>> MonthsAsync(CancellationToken cancel = default);

    /// <summary>A published cutting by its slug.</summary>
    ValueTask<StoredCutting?> FindBySlugAsync(string slug, CancellationToken cancel = default);

    /// <summary>A published cutting by its public id.</summary>
    ValueTask<StoredCutting?> FindByIdAsync(string id, CancellationToken cancel = default);

    /// <summary>True where this slug belonged to a cutting that was withdrawn, so that the address answers 410.</summary>
    ValueTask<bool> IsWithdrawnAsync(string slug, CancellationToken cancel = default);

    /// <summary>The slug of the published cutting that an import brought with this path (and query) as its permalink; null for none.</summary>
    ValueTask<string?> SlugByPermalinkAsync(string pathAndQuery, CancellationToken cancel = default);

    /// <summary>The slug of the published cutting that an import of a kind (`wordpress`) brought under this id, whatever the site; null for none.</summary>
    ValueTask<string?> SlugByForeignAsync(string format, string foreignId, CancellationToken cancel = default);

    /// <summary>True where a cutting that stood at this address before it came here (its path and query, or its WordPress number) was withdrawn, so that the address answers 410.</summary>
    ValueTask<bool> IsWithdrawnFormerAsync(string pathAndQuery, string? wordpressNumber, CancellationToken cancel = default);

    /// <summary>Published cuttings by number, in the order asked; missing ones are left out.</summary>
    ValueTask<IReadOnlyList<ListedCutting>> ByNumbersAsync(IReadOnlyList<long> numbers, CancellationToken cancel = default);

    /// <summary>The published cuttings of other sources of the story that a cutting's source belongs to, the lead's first.</summary>
    ValueTask<IReadOnlyList<ListedCopy>> CopiesAsync(long number, CancellationToken cancel = default);

    /// <summary>What changed after a revision, oldest first, each cutting once with its present state; at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<Change>> ChangesAsync(long since, int limit, CancellationToken cancel = default);

    /// <summary>The same with cuttings of every status, so that only one that was removed is null: for the desk, never for what the public sees.</summary>
    ValueTask<IReadOnlyList<Change>> DeskChangesAsync(long since, int limit, CancellationToken cancel = default);

    /// <summary>Cuttings in display order; published only unless <paramref name="all"/>. Consistent: one read transaction.</summary>
    IAsyncEnumerable<StoredCutting> ReadAllAsync(bool all, CancellationToken cancel = default);

    /// <summary>What the archive holds, drafts and withdrawn cuttings too, newest first: for the desk only.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.NotFound"/> where there is no such category, or no cutting to go on after.</exception>
    ValueTask<Inventory> InventoryAsync(InventoryRequest request, CancellationToken cancel = default);

    /// <summary>The settings.</summary>
    ValueTask<ArchiveSettings> SettingsAsync(CancellationToken cancel = default);

    /// <summary>Every term of a kind, also without cuttings, with its variants.</summary>
    ValueTask<IReadOnlyList<TermRecord>> VocabularyAsync(TermKind kind, CancellationToken cancel = default);

    /// <summary>The numbers of the terms of a kind that a cutting of any status bears: for the desk only.</summary>
    ValueTask<IReadOnlySet<int>> UsedTermsAsync(TermKind kind, CancellationToken cancel = default);

    /// <summary>Begins the one write transaction; waits for another to end. Dispose without commit rolls back.</summary>
    ValueTask<IWriteSession> BeginAsync(CancellationToken cancel = default);

    /// <summary>The imports, newest first.</summary>
    ValueTask<IReadOnlyList<ImportRecord>> ImportsAsync(CancellationToken cancel = default);

    /// <summary>The collations, those with the gravest warnings first; of published cuttings only unless <paramref name="all"/>.</summary>
    IAsyncEnumerable<CollationRecord> CollationsAsync(bool all, CancellationToken cancel = default);

    /// <summary>How many cuttings with a kept source have no collation by the present method yet.</summary>
    ValueTask<long> StaleCollationsAsync(CancellationToken cancel = default);

    /// <summary>Verifies every row, digest and derived listing; each damaged thing is named. (The index is checked by its own room.)</summary>
    IAsyncEnumerable<Damage> CheckAsync(IProgress<long>? progress, CancellationToken cancel = default);

    /// <summary>Writes a consistent copy into one file while serving; the file must not exist. Returns the kept copies whose bytes could not be read, and so are not in it.</summary>
    ValueTask<IReadOnlyList<Damage>> BackupAsync(string path, IProgress<double>? progress, CancellationToken cancel = default);
}

/// <summary>How many published cuttings touch a month.</summary>
/// <param name="Year">The year; 0 for undated.</param>
/// <param name="Month">1 to 12; 0 for those that name only the year.</param>
/// <param name="Count">How many.</param>
public sealed record MonthCount(int Year, int Month, int Count);

/// <summary>Something that `check` found wanting.</summary>
/// <param name="Item">What: `cutting 12`, `listing /category/china`, `index`.</param>
/// <param name="Why">One sentence.</param>
public sealed record Damage(string Item, string Why);
