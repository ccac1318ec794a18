using System.Diagnostics.CodeAnalysis;

namespace Cuttings.Duplicates;

/// <summary>
/// Finds, among many articles, those whose signature shares something with a given one. It holds about 200 bytes an article and can be built anew from the stored signatures at any time.
/// Safe for use by several threads: one at a time has it, for microseconds.
/// </summary>
public sealed class StoryIndex
{
    /// <summary>So many articles at most are found by one digest, the first that had it: what more share is boilerplate, or a story that is found already.</summary>
    public const int MostOfOne = 64;

    /// <summary>What so many articles share may be boilerplate.</summary>
    internal const int Common = 24;

    private readonly Lock gate = new();
    private readonly Slots slots = new();
    private readonly DigestChains chains;

    /// <summary>An empty index.</summary>
    public StoryIndex() => chains = new(slots);

    /// <summary>How many articles it holds.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return slots.Count;
            }
        }
    }

    /// <summary>The memory that it holds, in bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return slots.Bytes + chains.Bytes;
            }
        }
    }

    /// <summary>Adds an article, or puts another signature in place of the one it had. An empty signature is not kept: nothing can be told by it.</summary>
    public void Add(long id, StorySignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        lock (gate)
        {
            Drop(id);
            if (!signature.IsEmpty)
            {
                chains.Link(slots.Add(id, signature.Raw));
            }
        }
    }

    /// <summary>Takes an article out; false where it was not in.</summary>
    public bool Remove(long id)
    {
        lock (gate)
        {
            return Drop(id);
        }
    }

    /// <summary>The signature of an article.</summary>
    public bool TryGet(long id, [NotNullWhen(true)] out StorySignature? signature)
    {
        lock (gate)
        {
            signature = slots.Find(id) is >= 0 and var slot ? new StorySignature(slots.Numbers(slot).ToArray()) : null;
            return signature is not null;
        }
    }

    /// <summary>The articles that may have the same text, the likeliest first.</summary>
    /// <param name="signature">Of the text in question.</param>
    /// <param name="limit">No more than so many.</param>
    /// <param name="except">An article to leave out: itself.</param>
    public IReadOnlyList<StoryCandidate> Find(StorySignature signature, int limit = 8, long? except = null)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (signature.IsEmpty)
        {
            return [];
        }

        var found = new List<StoryCandidate>();
        lock (gate)
        {
            var (rare, common) = chains.Rare(signature.Sketch);
            Look(signature, rare, common, except, found);
            // What many share is looked at only where nothing rarer told enough.
            if (common.Count > 0 && !found.Exists(candidate => candidate.Share >= 0.5 && candidate.Evidence >= 4))
            {
                var more = chains.Having(common);
                more.ExceptWith(rare);
                Look(signature, more, common, except, found);
            }
        }

        // By what is surest; the last key only makes the order the same each time.
        found.Sort((one, other) => (other.Estimate, other.Share, other.Evidence, one.Id).CompareTo((one.Estimate, one.Share, one.Evidence, other.Id)));
        return found.Count > limit ? found[..limit] : found;
    }

    private void Look(StorySignature signature, HashSet<int> among, HashSet<uint> common, long? except, List<StoryCandidate> found)
    {
        foreach (var slot in among)
        {
            var likeness = Sketch.Compare(signature.Sketch, slots.Sketch(slot));
            if (likeness.IsWorthwhile && slots.Id(slot) != except)
            {
                var boilerplate = 2 * slots.Sketch(slot).CountOf(common) >= likeness.Evidence && !likeness.IsIdentical;
                found.Add(new(slots.Id(slot), likeness.Share, likeness.Evidence, boilerplate && likeness.Degree == Degree.SameCopy ? Degree.Related : likeness.Degree, boilerplate));
            }
        }
    }

    private bool Drop(long id)
    {
        if (slots.Find(id) is not (>= 0 and var slot))
        {
            return false;
        }

        chains.Unlink(slot);
        slots.Remove(slot);
        return true;
    }
}

/// <summary>An article that may have the same text.</summary>
/// <param name="Id">The article.</param>
/// <param name="Share">The share of the shorter text that stands in the longer one, as estimated from the signatures, 0 to 1.</param>
/// <param name="Evidence">How many digests the two signatures share: an estimate from few is rough.</param>
/// <param name="Estimate">What the signatures alone allow to say. Where the texts are at hand, <see cref="Likeness"/> has the last word.</param>
/// <param name="IsCommon">Most of what the two share is shared by many: boilerplate, a form, or a story told everywhere. Then more must be shared.</param>
public readonly record struct StoryCandidate(long Id, double Share, int Evidence, Degree Estimate, bool IsCommon);
