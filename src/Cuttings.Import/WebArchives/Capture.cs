using System.Security.Cryptography;
using System.Text;

namespace Cuttings.Import.WebArchives;

/// <summary>Where a page was captured: all that is remembered of it between the two times that a file is gone through.</summary>
/// <param name="Uri">The beginning of its address's SHA-256.</param>
/// <param name="Payload">The beginning of its payload's SHA-256, with <see cref="IsFeed"/> in its last bit; 0 of a revisit.</param>
/// <param name="Stated">The beginning of the payload digest that the record states, as revisits repeat it; 0 where it states none.</param>
/// <param name="At">The record's place.</param>
/// <param name="Body">The place of the record that holds the payload: another one of a revisit, once it is found.</param>
internal readonly record struct Capture(ulong Uri, ulong Payload, ulong Stated, Place At, Place Body)
{
    /// <summary>Whether it may be a feed, and is no page.</summary>
    public bool IsFeed => (Payload & 1) == 1;

    /// <summary>A payload's digest that tells what it is of.</summary>
    public static ulong PayloadOf(ulong digest, CapturedAs kind) => kind == CapturedAs.Feed ? digest | 1 : digest & ~1UL;

    public static ulong HashOf(string address) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
}

/// <summary>Where a record lies: the number of its file above, its offset below.</summary>
internal readonly record struct Place(long Value)
{
    private const int OffsetBits = 48;

    public static readonly Place Nowhere = new(-1);

    public Place(int file, long offset)
        : this(((long)file << OffsetBits) | offset)
    {
    }

    public int File => (int)(Value >> OffsetBits);

    public long Offset => Value & ((1L << OffsetBits) - 1);
}
