using Cuttings.Sources;

namespace Cuttings.Duplicates;

/// <summary>What the archive keeps of stories, to read. The articles are its sources, by their numbers.</summary>
public interface IKeptStories
{
    /// <summary>Sources whose text waits to be placed in a story, by number.</summary>
    ValueTask<IReadOnlyList<long>> WaitingAsync(int limit, CancellationToken cancel = default);

    /// <summary>Sources placed after a place, in that order; each with its own place. Those whose signature is of another version are left out.</summary>
    IAsyncEnumerable<(StoryArticle Article, long Placed)> PlacedAsync(long after, CancellationToken cancel = default);

    /// <summary>The links of one source, or all of them.</summary>
    ValueTask<IReadOnlyList<StoryLink>> LinksAsync(long? source, CancellationToken cancel = default);

    /// <summary>The pairs that an editor has parted, the smaller number first.</summary>
    ValueTask<IReadOnlyList<(long One, long Other)>> PartingsAsync(CancellationToken cancel = default);

    /// <summary>The text by which a source is compared: its last edition's, else the one that a cutting brought with it; null for none.</summary>
    ValueTask<string?> TextAsync(long source, CancellationToken cancel = default);

    /// <summary>The sources of one story, the lead first; none where the source stands alone.</summary>
    ValueTask<IReadOnlyList<KeptSource>> StoryAsync(long source, CancellationToken cancel = default);

    /// <summary>The leads of stories of more than one source, newest first, after a lead's number; those with a published cutting only unless <paramref name="all"/>.</summary>
    ValueTask<IReadOnlyList<long>> LeadsAsync(bool all, long? after, int limit, CancellationToken cancel = default);
}
