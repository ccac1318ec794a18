using Cuttings.Duplicates;
using Cuttings.Importing;
using Cuttings.Settings;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Archiving;

/// <summary>The one write path: a transaction in which every change of a cutting appends a revision and keeps slugs, listings, counts and terms true.</summary>
public interface IWriteSession : IAsyncDisposable
{
    /// <summary>Writes sources, editions, snapshots and subscriptions in this transaction.</summary>
    ISourceWriter Sources { get; }

    /// <summary>Writes what was decided of stories in this transaction.</summary>
    IStoryWriter Stories { get; }

    /// <summary>Opens an import record and returns its number.</summary>
    ValueTask<long> OpenImportAsync(string origin, DateTimeOffset at, CancellationToken cancel = default);

    /// <summary>Notes that an import was taken back.</summary>
    ValueTask NoteUndoneAsync(long import, CancellationToken cancel = default);

    /// <summary>The cutting that this origin brought under this id.</summary>
    ValueTask<StoredCutting?> FindForeignAsync(string origin, string foreignId, CancellationToken cancel = default);

    /// <summary>The cutting with this permalink.</summary>
    ValueTask<StoredCutting?> FindPermalinkAsync(string permalink, CancellationToken cancel = default);

    /// <summary>The cutting with this <see cref="Identity.ContentDigest"/>.</summary>
    ValueTask<StoredCutting?> FindContentAsync(string contentDigest, CancellationToken cancel = default);

    /// <summary>The cutting with this number, of any status.</summary>
    ValueTask<StoredCutting?> FindAsync(long number, CancellationToken cancel = default);

    /// <summary>The cutting with this public id, of any status.</summary>
    ValueTask<StoredCutting?> FindIdAsync(string id, CancellationToken cancel = default);

    /// <summary>The cutting with this slug, of any status.</summary>
    ValueTask<StoredCutting?> FindSlugAsync(string slug, CancellationToken cancel = default);

    /// <summary>The cutting with its names (outlet, author, categories, tags) as the vocabulary has them now; unknown names stay. A stored cutting always has them so.</summary>
    Cutting Canonical(Cutting cutting);

    /// <summary>Adds a cutting; makes its id where it has none or where it is taken, and numbers its slug where it collides.</summary>
    ValueTask<StoredCutting> AddAsync(Cutting cutting, long? import, CancellationToken cancel = default);

    /// <summary>Writes another content for a cutting; the superseded one is kept with the revision. Id and slug stay.</summary>
    ValueTask<StoredCutting> UpdateAsync(long number, Cutting cutting, RevisionKind kind, long? import, CancellationToken cancel = default);

    /// <summary>Takes a cutting out for good; the revision stays as a tombstone.</summary>
    ValueTask RemoveAsync(long number, long? import, CancellationToken cancel = default);

    /// <summary>Remembers that this origin knows the cutting under this id.</summary>
    ValueTask ClaimAsync(string origin, string foreignId, long number, CancellationToken cancel = default);

    /// <summary>The revisions that an import made, newest first.</summary>
    ValueTask<IReadOnlyList<Revision>> RevisionsOfImportAsync(long import, CancellationToken cancel = default);

    /// <summary>The revisions of a cutting, newest first.</summary>
    ValueTask<IReadOnlyList<Revision>> RevisionsOfAsync(long number, CancellationToken cancel = default);

    /// <summary>The content that this revision superseded; null where there was none.</summary>
    ValueTask<Cutting?> BeforeAsync(long sequence, CancellationToken cancel = default);

    /// <summary>Writes the settings.</summary>
    ValueTask SaveSettingsAsync(ArchiveSettings settings, CancellationToken cancel = default);

    /// <summary>Notes the last part of the address that a term had where it comes from: a term that is new takes it, to one that is here it leads, and one that is taken stays whose it is.</summary>
    ValueTask SuggestSlugAsync(TermKind kind, string name, string slug, CancellationToken cancel = default);

    /// <summary>Remembers that this origin knew a term under this number; a name that is no term is passed over, and the first one stays.</summary>
    ValueTask ClaimTermAsync(TermKind kind, string name, string origin, string foreignId, CancellationToken cancel = default);

    /// <summary>Renames a term; its old name becomes a variant; its slug stays.</summary>
    ValueTask<Term> RenameAsync(TermKind kind, string name, string newName, CancellationToken cancel = default);

    /// <summary>Merges a term into another: its cuttings, name and variants go over, its address leads there.</summary>
    ValueTask<Term> MergeAsync(TermKind kind, string name, string into, CancellationToken cancel = default);

    /// <summary>Sets how an outlet's cuttings are shown.</summary>
    ValueTask SetDisplayAsync(string outlet, DisplayRule rule, CancellationToken cancel = default);

    /// <summary>Sets how much of an outlet's articles is shown in collations.</summary>
    ValueTask SetSourcesAsync(string outlet, SourceRule rule, CancellationToken cancel = default);

    /// <summary>Collates again every cutting whose stored collation is missing, or was made by an older method; at most <paramref name="limit"/>. How many there were.</summary>
    ValueTask<int> CollateStaleAsync(int limit, CancellationToken cancel = default);

    /// <summary>Commits; only then is anything acknowledged.</summary>
    ValueTask CommitAsync(CancellationToken cancel = default);
}
