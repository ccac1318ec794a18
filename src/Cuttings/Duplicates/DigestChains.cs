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

    // Digests that have all the finders they may have, so that nobody walks their chain for nothing.
    private readonly HashSet<uint> full = [];
    private long linked;

    public long Bytes => (next.Count * (long)Block * Linked * sizeof(int)) + (heads.Length * (long)sizeof(int)) + (full.EnsureCapacity(0) * 16L);

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

            full.Remove(Digest(node));
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

    /// <summary>The slots that share a rare digest with a signature, each once, and which of its digests are common (boilerplate, or a story told everywhere).</summary>
    public (HashSet<int> Slots, HashSet<uint> Common) Rare(Sketch sketch)
    {
        var (found, common) = (new HashSet<int>(), new HashSet<uint>());
        Span<int> sharing = stackalloc int[StoryIndex.Common];
        foreach (var digest in (ReadOnlySpan<uint>)[.. sketch.Whole, .. sketch.OwnLead])
        {
            var count = full.Contains(digest) ? sharing.Length : Walk(digest, sharing);
            if (count == sharing.Length)
            {
                common.Add(digest);
                continue;
            }

            foreach (var slot in sharing[..count])
            {
                found.Add(slot);
            }
        }

        return (found, common);
    }

    /// <summary>The slots that have one of these digests, each once.</summary>
    public HashSet<int> Having(HashSet<uint> digests)
    {
        var found = new HashSet<int>();
        Span<int> sharing = stackalloc int[StoryIndex.MostOfOne];
        foreach (var digest in digests)
        {
            foreach (var slot in sharing[..Walk(digest, sharing)])
            {
                found.Add(slot);
            }
        }

        return found;
    }

    private int Walk(uint digest, Span<int> sharing)
    {
        var (count, left) = (0, Farthest);
        for (var node = digest == uint.MaxValue ? None : heads[Place(digest)]; node >= 0 && count < sharing.Length && left-- > 0; node = Next(node))
        {
            if (Digest(node) == digest)
            {
                sharing[count++] = node / Linked;
            }
        }

        return count;
    }

    private bool HasRoom(uint digest)
    {
        if (full.Contains(digest))
        {
            return false;
        }

        var (same, left) = (0, Farthest);
        for (var node = heads[Place(digest)]; node >= 0; node = Next(node))
        {
            if (left-- == 0)
            {
                return false;
            }

            same += Digest(node) == digest ? 1 : 0;
        }

        if (same == StoryIndex.MostOfOne)
        {
            full.Add(digest);
        }

        return same < StoryIndex.MostOfOne;
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
