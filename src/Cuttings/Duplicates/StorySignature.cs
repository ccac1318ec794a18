using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Cuttings.Duplicates;

/// <summary>
/// What an index keeps of a text, at most 113 bytes: the smallest sixteen digests of its shingles, the smallest six of its lead's, the smallest eight of its figures and names, and how many there were.
/// Two texts that share passages share small digests, also where one is a cut of the other: a bottom-k sketch (Broder, "On the resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data using bottom-k sketches", 2007).
/// </summary>
public sealed class StorySignature : IEquatable<StorySignature>
{
    internal const int Whole = 16;
    internal const int Lead = 6;
    internal const int Telling = 8;
    internal const int Numbers = 2 + Whole + Lead + (Telling / 2);
    private const byte Version = 1;
    private const int LeadWeight = 1_080;
    private readonly uint[] kept;

    internal StorySignature(uint[] numbers) => kept = numbers;

    /// <summary>True where the text had too few words to be told from others: fewer than four shingles.</summary>
    public bool IsEmpty => Sketch.Shingles < 4;

    internal Sketch Sketch => new(kept);

    internal ReadOnlySpan<uint> Raw => kept;

    internal static StorySignature Of(StoryText text)
    {
        var numbers = new uint[Numbers];
        var whole = text.Shingles.Select(digest => Math.Min((uint)(digest >> 32), uint.MaxValue - 1)).ToArray();
        var lead = whole[..LeadLength(text)];
        var telling = new List<ushort>();
        for (var n = 0; n < text.Tokens.Length; n++)
        {
            if (text.Kinds[n] is StoryToken.Number or StoryToken.Name)
            {
                telling.Add((ushort)Math.Min(text.Tokens[n] >> 48, ushort.MaxValue - 1));
            }
        }

        var identity = Digests.Start;
        foreach (var token in text.Tokens)
        {
            identity = Digests.With(identity, token);
        }

        var marks = new ushort[Telling];
        numbers[1] = (uint)(Digests.Mixed(identity) >> 32);
        // Of a text that is all lead the whole says the same.
        var shingles = Smallest(whole, numbers.AsSpan(2, Whole), uint.MaxValue);
        _ = Smallest(lead.Length == whole.Length ? [] : lead, numbers.AsSpan(2 + Whole, Lead), uint.MaxValue);
        var names = Smallest(telling.ToArray(), marks, ushort.MaxValue);
        numbers[0] = (uint)Math.Min(shingles, ushort.MaxValue) | ((uint)Math.Min(names, ushort.MaxValue) << 16);
        MemoryMarshal.Cast<ushort, uint>(marks).CopyTo(numbers.AsSpan(2 + Whole + Lead));
        return new(numbers);
    }

    /// <summary>As bytes for a row of a database: a version byte, then little-endian numbers.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[1 + (4 * Numbers)];
        bytes[0] = Version;
        for (var n = 0; n < Numbers; n++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1 + (4 * n)), kept[n]);
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; false for anything else, and for another version: then the text must be read again.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out StorySignature? signature)
    {
        signature = null;
        if (bytes.Length != 1 + (4 * Numbers) || bytes[0] != Version)
        {
            return false;
        }

        var numbers = new uint[Numbers];
        for (var n = 0; n < Numbers; n++)
        {
            numbers[n] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(1 + (4 * n))..]);
        }

        signature = new(numbers);
        return true;
    }

    /// <inheritdoc />
    public bool Equals(StorySignature? other) => other is not null && kept.AsSpan().SequenceEqual(other.kept);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as StorySignature);

    /// <inheritdoc />
    public override int GetHashCode() => (int)kept[1];

    private static int LeadLength(StoryText text)
    {
        var (weight, n) = (0, 0);
        while (n < text.Shingles.Length && weight < LeadWeight)
        {
            weight += text.Weights[n++];
        }

        return n;
    }

    // The number of distinct ones; the smallest go to the place given, in order.
    private static int Smallest<T>(T[] all, Span<T> to, T none)
        where T : IEquatable<T>
    {
        Array.Sort(all);
        to.Fill(none);
        var distinct = 0;
        for (var n = 0; n < all.Length; n++)
        {
            if (n > 0 && all[n].Equals(all[n - 1]))
            {
                continue;
            }

            if (distinct < to.Length)
            {
                to[distinct] = all[n];
            }

            distinct++;
        }

        return distinct;
    }
}
