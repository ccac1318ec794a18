using System.Runtime.InteropServices;

namespace Cuttings.Duplicates;

/// <summary>A signature's numbers, as they lie in memory.</summary>
internal readonly ref struct Sketch(ReadOnlySpan<uint> numbers)
{
    private readonly ReadOnlySpan<uint> numbers = numbers;

    public int Shingles => (int)(numbers[0] & 0xFFFF);

    public int Names => (int)(numbers[0] >> 16);

    public uint Identity => numbers[1];

    public ReadOnlySpan<uint> Whole => numbers.Slice(2, StorySignature.Whole);

    /// <summary>The lead's, or the whole's where the text is no longer than a lead.</summary>
    public ReadOnlySpan<uint> Lead => numbers[2 + StorySignature.Whole] == uint.MaxValue ? Whole[..StorySignature.Lead] : OwnLead;

    public ReadOnlySpan<uint> OwnLead => numbers.Slice(2 + StorySignature.Whole, StorySignature.Lead);

    public ReadOnlySpan<ushort> Telling => MemoryMarshal.Cast<uint, ushort>(numbers[(2 + StorySignature.Whole + StorySignature.Lead)..]);

    /// <summary>How many of some digests it has, those of the lead counted again.</summary>
    public int CountOf(HashSet<uint> digests)
    {
        var count = 0;
        foreach (var digest in digests)
        {
            count += (Whole.Contains(digest) ? 1 : 0) + (Lead.Contains(digest) ? 1 : 0);
        }

        return count;
    }

    /// <summary>How alike two texts seem from their signatures.</summary>
    public static SketchLikeness Compare(Sketch one, Sketch other)
    {
        var whole = Common(one.Whole, other.Whole, uint.MaxValue);
        var lead = Common(one.Lead, other.Lead, uint.MaxValue);
        var telling = Common(one.Telling, other.Telling, ushort.MaxValue);
        return new(
            whole,
            lead,
            telling,
            one.Identity == other.Identity && one.Shingles == other.Shingles,
            Math.Min(one.Shingles, other.Shingles));
    }

    // Up to the smaller of the two last digests both sketches are complete, so that within it counts are fair.
    private static Shared Common<T>(ReadOnlySpan<T> one, ReadOnlySpan<T> other, T none)
        where T : IComparable<T>
    {
        var bound = one[^1].CompareTo(other[^1]) < 0 ? one[^1] : other[^1];
        var (shared, ofOne, ofOther) = (0, 0, 0);
        for (int n = 0, m = 0; n < one.Length || m < other.Length;)
        {
            var order = n == one.Length ? 1 : m == other.Length ? -1 : one[n].CompareTo(other[m]);
            var least = order <= 0 ? one[n] : other[m];
            if (least.CompareTo(bound) > 0 || least.CompareTo(none) == 0)
            {
                break;
            }

            shared += order == 0 ? 1 : 0;
            ofOne += order <= 0 ? 1 : 0;
            ofOther += order >= 0 ? 1 : 0;
            n += order <= 0 ? 1 : 0;
            m += order >= 0 ? 1 : 0;
        }

        return new(shared, ofOne, ofOther);
    }
}

/// <summary>Digests that two sketches share, and how many each has, within the bound up to which both are complete.</summary>
internal readonly record struct Shared(int Both, int One, int Other)
{
    /// <summary>The share of the smaller side that is shared; 0 where one side has nothing.</summary>
    public double Contained => Math.Min(One, Other) == 0 ? 0 : (double)Both / Math.Min(One, Other);

    /// <summary>Of all digests, those that both have (Jaccard); 1 where neither has any.</summary>
    public double Alike => One + Other == 0 ? 1 : (double)Both / (One + Other - Both);
}
