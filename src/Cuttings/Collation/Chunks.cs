using System.Collections;

namespace Cuttings.Collation;

/// <summary>A list that grows by pieces: a text of millions of words is never copied to make room, nor held twice.</summary>
internal sealed class Chunks<T> : IReadOnlyList<T>
{
    private const int Shift = 14;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;
    private T[][] chunks = [new T[16]];

    public int Count { get; private set; }

    public T this[int at]
    {
        get => chunks[at >> Shift][at & Mask];
        set => chunks[at >> Shift][at & Mask] = value;
    }

    public void Add(T item)
    {
        var (chunk, at) = (Count >> Shift, Count & Mask);
        if (chunk == chunks.Length)
        {
            Array.Resize(ref chunks, 2 * chunk);
        }

        // The first piece grows, so that short texts stay small.
        var there = chunks[chunk] ??= new T[Size];
        if (at == there.Length)
        {
            Array.Resize(ref chunks[chunk], 2 * at);
            there = chunks[chunk];
        }

        there[at] = item;
        Count++;
    }

    /// <summary>Leaves out all from this place on.</summary>
    public void Truncate(int count) => Count = count;

    public IEnumerator<T> GetEnumerator()
    {
        for (var n = 0; n < Count; n++)
        {
            yield return this[n];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
