using System.Numerics;

namespace Cuttings.Duplicates;

/// <summary>The signatures of an index, one after another in blocks, and where each article's lies. Blocks, so that growing copies nothing.</summary>
internal sealed class Slots
{
    private const int BlockBits = 13;
    private const int Block = 1 << BlockBits;
    private readonly List<uint[]> numbers = [];
    private readonly List<long[]> ids = [];
    private readonly Stack<int> free = new();
    private int[] places = NewPlaces(1_024);
    private int used;
    private int marked;

    public int Count { get; private set; }

    /// <summary>Slots ever used: each is below this.</summary>
    public int Used => used;

    public long Bytes => (numbers.Count * (long)Block * ((sizeof(uint) * StorySignature.Numbers) + sizeof(long))) + (places.Length * (long)sizeof(int)) + (free.Count * (long)sizeof(int));

    public long Id(int slot) => ids[slot >> BlockBits][slot & (Block - 1)];

    public ReadOnlySpan<uint> Numbers(int slot) => numbers[slot >> BlockBits].AsSpan((slot & (Block - 1)) * StorySignature.Numbers, StorySignature.Numbers);

    public Sketch Sketch(int slot) => new(Numbers(slot));

    /// <summary>The digest at a place of a slot's signature.</summary>
    public uint Digest(int slot, int at) => numbers[slot >> BlockBits][((slot & (Block - 1)) * StorySignature.Numbers) + at];

    /// <summary>The slot of an article, or -1.</summary>
    public int Find(long id)
    {
        for (var at = Place(id); places[at] != Empty; at = (at + 1) & (places.Length - 1))
        {
            if (places[at] >= 0 && Id(places[at]) == id)
            {
                return places[at];
            }
        }

        return -1;
    }

    /// <summary>Keeps the signature of an article that has none yet.</summary>
    public int Add(long id, ReadOnlySpan<uint> signature)
    {
        if (marked * 10 >= places.Length * 7)
        {
            Rehash(Count * 10 >= places.Length * 4 ? places.Length * 2 : places.Length);
        }

        var slot = free.TryPop(out var freed) ? freed : used++;
        if (slot >> BlockBits == numbers.Count)
        {
            numbers.Add(new uint[Block * StorySignature.Numbers]);
            ids.Add(new long[Block]);
        }

        signature.CopyTo(numbers[slot >> BlockBits].AsSpan((slot & (Block - 1)) * StorySignature.Numbers));
        ids[slot >> BlockBits][slot & (Block - 1)] = id;
        Mark(id, slot);
        Count++;
        return slot;
    }

    public void Remove(int slot)
    {
        var at = Place(Id(slot));
        while (places[at] != slot)
        {
            at = (at + 1) & (places.Length - 1);
        }

        places[at] = Gone;
        free.Push(slot);
        Count--;
    }

    private const int Empty = -1;
    private const int Gone = -2;

    private static int[] NewPlaces(int length)
    {
        var fresh = new int[length];
        Array.Fill(fresh, Empty);
        return fresh;
    }

    private int Place(long id) => (int)(((ulong)id * 0x9E3779B97F4A7C15UL) >> (64 - BitOperations.Log2((uint)places.Length)));

    private void Mark(long id, int slot)
    {
        var at = Place(id);
        while (places[at] >= 0)
        {
            at = (at + 1) & (places.Length - 1);
        }

        marked += places[at] == Empty ? 1 : 0;
        places[at] = slot;
    }

    private void Rehash(int length)
    {
        var old = places;
        places = NewPlaces(length);
        marked = 0;
        foreach (var slot in old)
        {
            if (slot >= 0)
            {
                Mark(Id(slot), slot);
            }
        }
    }
}
