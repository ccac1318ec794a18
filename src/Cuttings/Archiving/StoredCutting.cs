using Cuttings.Listing;
using Cuttings.Vocabulary;

namespace Cuttings.Archiving;

/// <summary>A cutting as the archive keeps it, of any status, with its terms resolved.</summary>
/// <param name="Number">The archive's own growing number, in imported order.</param>
/// <param name="Cutting">The whole cutting; its Id and Slug are never null here.</param>
/// <param name="Author">The author's term.</param>
/// <param name="Outlet">The outlet's term.</param>
/// <param name="Categories">The categories' terms.</param>
/// <param name="Tags">The tags' terms.</param>
/// <param name="Revision">The sequence number of its last revision.</param>
/// <param name="Changed">When that revision was made.</param>
/// <param name="Added">When it was added.</param>
public sealed record StoredCutting(
    long Number,
    Cutting Cutting,
    Term? Author,
    Term? Outlet,
    IReadOnlyList<Term> Categories,
    IReadOnlyList<Term> Tags,
    long Revision,
    DateTimeOffset Changed,
    DateTimeOffset Added);

/// <summary>Why a revision was made.</summary>
public enum RevisionKind
{
    /// <summary>The cutting came in.</summary>
    Added,

    /// <summary>An import, or a merge of categories, changed it.</summary>
    Updated,

    /// <summary>Somebody changed it here.</summary>
    Edited,

    /// <summary>An undo took a change back.</summary>
    Reverted,

    /// <summary>An undo took the cutting out; its content is gone, the revision stays.</summary>
    Removed,
}

/// <summary>One change of one cutting.</summary>
/// <param name="Sequence">Grows by commit; never reused.</param>
/// <param name="Number">The cutting.</param>
/// <param name="Kind">Why.</param>
/// <param name="At">When.</param>
/// <param name="Import">The import that made it, or null.</param>
public sealed record Revision(long Sequence, long Number, RevisionKind Kind, DateTimeOffset At, long? Import);

/// <summary>A change as a follower (index, cache, other node) needs it.</summary>
/// <param name="Sequence">The last revision this covers.</param>
/// <param name="Number">The cutting.</param>
/// <param name="Cutting">The cutting as it is now where it is published, else null: drop it.</param>
public sealed record Change(long Sequence, long Number, StoredCutting? Cutting);
