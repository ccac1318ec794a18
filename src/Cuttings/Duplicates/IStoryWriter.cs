namespace Cuttings.Duplicates;

/// <summary>Writes what was decided of stories, inside the one write transaction. Lists show copies under their lead from its commit on.</summary>
public interface IStoryWriter
{
    /// <summary>Lets a source wait for its place: its text is new.</summary>
    ValueTask AwaitAsync(long source, CancellationToken cancel = default);

    /// <summary>Keeps a source's signature and links in place of those it had; it waits no longer. Returns its place.</summary>
    ValueTask<long> PlaceAsync(StoryArticle article, IReadOnlyList<StoryLink> links, CancellationToken cancel = default);

    /// <summary>Notes that a source has no text to be placed by.</summary>
    ValueTask LeaveAsync(long source, CancellationToken cancel = default);

    /// <summary>Keeps a story: its sources, the lead first. One source alone is no story.</summary>
    ValueTask TellAsync(IReadOnlyList<long> story, CancellationToken cancel = default);

    /// <summary>Notes that two sources are not the same story; false where that was noted before.</summary>
    ValueTask<bool> PartAsync(long one, long other, CancellationToken cancel = default);

    /// <summary>Takes a parting back; false where there was none.</summary>
    ValueTask<bool> UnpartAsync(long one, long other, CancellationToken cancel = default);
}
