using System.Numerics;

namespace Cuttings.Duplicates;

/// <summary>
/// For each digest the slots that have it, as chains through one array of numbers. The digests stand in the slots already and are not kept twice.
/// Of a signature the twelve smallest of the whole and four of the lead are linked; all of them are asked for.
/// </summary>
internal sealed class DigestChains(Slots slots)
{
    private const int WholeLinked = 12;
    private const int LeadLinked = 4;
    private const int Linked = WholeLinked + LeadLinked;
    private const int BlockBits = 13;
    private const int Block = 1 << BlockBits;

    // No chain is followed further, whatever a hostile text brings about.
    private const int Farthest = 4_096;
    private const int None = -1;
    private const int NotLinked = -2;
    private readonly List<int[]> next = [];
    private int[] heads = NewHeads(1 << 12);
    private long linked;

    public long Bytes => (next.Count * (long)Block * Linked * sizeof(int)) + (heads.Length * (long)sizeof(int));

    /// <summary>Makes a slot known by its digests, but by those that enough others have.</summary>
    public void Link(int slot)
    {
        if (slot >> BlockBits == next.Count)
        {
            var block = new int[Block * Linked];
            Array.Fill(block, NotLinked);
            next.Add(block);
        }

        if (linked > heads.Length * 4L)
        {
            Grow();
        }

        for (var n = 0; n < Linked; n++)
        {
            var node = (slot * Linked) + n;
            Next(node) = NotLinked;
            if (IsNew(slot, n) && HasRoom(Digest(node)))
            {
                Push(node);
                linked++;
            }
        }
    }

    /// <summary>Takes a slot out of all chains.</summary>
    public void Unlink(int slot)
    {
        for (var n = 0; n < Linked; n++)
        {
            var node = (slot * Linked) + n;
            if (Next(node) == NotLinked)
            {
                continue;
            }

            ref var link = ref heads[Place(Digest(node))];
            while (link != node)
            {
                link = ref Next(link);
            }

            link = Next(node);
            Next(node) = NotLinked;
            linked--;
        }
    }

    /// <summary>The slots that share a digest with a signature, each once, and which digests many have (boilerplate, or a story told everywhere).</summary>
    public Sharing Find(Sketch sketch)
    {
        var sharing = new Sharing([], [], []);
        Collect(sketch.Whole, sharing);
        Collect(sketch.OwnLead, sharing);
        return sharing;
    }

    private void Collect(ReadOnlySpan<uint> digests, Sharing sharing)
    {
        Span<int> found = stackalloc int[StoryIndex.MostOfOne];
        foreach (var digest in digests)
        {
            var (count, left) = (0, Farthest);
            for (var node = digest == uint.MaxValue ? None : heads[Place(digest)]; node >= 0 && count < found.Length && left-- > 0; node = Next(node))
            {
                if (Digest(node) == digest)
                {
                    found[count++] = node / Linked;
                }
            }

            var isCommon = count >= StoryIndex.Common;
            if (isCommon)
            {
                sharing.CommonDigests.Add(digest);
            }

            foreach (var slot in found[..count])
            {
                _ = (isCommon ? sharing.Common : sharing.Rare).Add(slot);
            }
        }
    }

    private bool HasRoom(uint digest)
    {
        var (same, left) = (0, Farthest);
        for (var node = heads[Place(digest)]; node >= 0; node = Next(node))
        {
            if (left-- == 0 || (Digest(node) == digest && ++same >= StoryIndex.MostOfOne))
            {
                return false;
            }
        }

        return true;
    }

    // A digest of the lead that is among the whole's is linked there.
    private bool IsNew(int slot, int n)
    {
        var digest = Digest((slot * Linked) + n);
        return digest != uint.MaxValue && (n < WholeLinked || slots.Sketch(slot).Whole[..WholeLinked].IndexOf(digest) < 0);
    }

    private uint Digest(int node)
    {
        var (slot, n) = Math.DivRem(node, Linked);
        return slots.Digest(slot, n < WholeLinked ? 2 + n : 2 + StorySignature.Whole + n - WholeLinked);
    }

    private ref int Next(int node)
    {
        var (slot, n) = Math.DivRem(node, Linked);
        return ref next[slot >> BlockBits][((slot & (Block - 1)) * Linked) + n];
    }

    private void Push(int node)
    {
        ref var head = ref heads[Place(Digest(node))];
        Next(node) = head;
        head = node;
    }

    private int Place(uint digest) => (int)((digest * 0x9E3779B97F4A7C15UL) >> (64 - BitOperations.Log2((uint)heads.Length)));

    private static int[] NewHeads(int length)
    {
        var fresh = new int[length];
        Array.Fill(fresh, None);
        return fresh;
    }

    private void Grow()
    {
        heads = NewHeads(heads.Length * 2);
        // What was refused stays so: what has enough finders had them before.
        for (var node = 0; node < slots.Used * Linked; node++)
        {
            if (Next(node) != NotLinked)
            {
                Push(node);
            }
        }
    }
}

/// <summary>The slots that share a rare digest, those that share a common one, and the common ones.</summary>
internal readonly record struct Sharing(HashSet<int> Rare, HashSet<int> Common, HashSet<uint> CommonDigests);
