namespace Cuttings.Importing;

/// <summary>A set of cuttings' numbers, one bit each: a million take 125 KB.</summary>
internal sealed class NumberSet
{
    private ulong[] words = new ulong[64];

    public bool Contains(long number) => number / 64 < words.Length && (words[number / 64] & (1UL << (int)(number % 64))) != 0;

    public void Add(long number)
    {
        if (number / 64 >= words.Length)
        {
            Array.Resize(ref words, (int)Math.Max(words.Length * 2L, (number / 64) + 1));
        }

        words[number / 64] |= 1UL << (int)(number % 64);
    }
}
