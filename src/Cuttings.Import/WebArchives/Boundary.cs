using System.Buffers;

namespace Cuttings.Import.WebArchives;

/// <summary>How the records of a format follow one another: where the next one begins, where the last one's length cannot be trusted.</summary>
internal abstract class Boundary
{
    /// <summary>How many bytes at the end of a piece say nothing yet: the beginning of a record may be cut there.</summary>
    public abstract int Margin { get; }

    /// <summary>Where the next record begins in these bytes; -1 where none does.</summary>
    /// <param name="bytes">A piece of the file.</param>
    /// <param name="newLine">Whether the piece begins a line.</param>
    public abstract int Find(ReadOnlySpan<byte> bytes, bool newLine);

    /// <summary>Whether these bytes follow a block for certain: the next record, or nothing, behind line ends or none.</summary>
    public abstract bool Fits(ReadOnlySpan<byte> bytes);

    /// <summary>Whether these bytes may follow a block, the next record being damaged: its blank lines.</summary>
    public abstract bool MayFit(ReadOnlySpan<byte> bytes);

    /// <summary>How many bytes at the end belong to the blank lines behind a block.</summary>
    public abstract int Tail(ReadOnlySpan<byte> bytes);
}

/// <summary>WARC: a version line, behind two line ends.</summary>
internal sealed class WarcBoundary : Boundary
{
    public static readonly WarcBoundary Only = new();
    private static readonly SearchValues<byte> Numbers = SearchValues.Create("0123456789. "u8);

    public override int Margin => 24;

    public override int Find(ReadOnlySpan<byte> bytes, bool newLine)
    {
        if (newLine && Begins(bytes))
        {
            return 0;
        }

        for (var at = 0; ;)
        {
            var found = bytes[at..].IndexOf("\nWARC/"u8);
            if (found < 0)
            {
                return -1;
            }

            at += found + 1;
            if (Begins(bytes[at..]))
            {
                return at;
            }
        }
    }

    public override bool Fits(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes.TrimStart("\r\n"u8);
        return rest.IsEmpty || Begins(rest);
    }

    public override bool MayFit(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\r\n\r\n"u8) || bytes.StartsWith("\n\n"u8);

    public override int Tail(ReadOnlySpan<byte> bytes) => bytes.EndsWith("\r\n\r\n"u8) ? 4 : bytes.EndsWith("\n\n"u8) || bytes.EndsWith("\r\n"u8) ? 2 : 0;

    /// <summary>True where a version line stands here.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("WARC/"u8) || bytes.Length < 9 || !char.IsAsciiDigit((char)bytes[5]))
        {
            return false;
        }

        var end = bytes[5..Math.Min(bytes.Length, 16)].IndexOfAny("\r\n"u8);
        return end > 0 && bytes[5..(5 + end)].IndexOfAnyExcept(Numbers) < 0;
    }
}

/// <summary>ARC: a line of address, IP address, date, type and length, behind one line end.</summary>
internal sealed class ArcBoundary : Boundary
{
    public static readonly ArcBoundary Only = new();

    public override int Margin => ArcHead.Longest;

    public override int Find(ReadOnlySpan<byte> bytes, bool newLine)
    {
        for (var at = newLine ? 0 : NextLine(bytes, 0); at >= 0 && at < bytes.Length; at = NextLine(bytes, at))
        {
            if (ArcHead.Begins(bytes[at..]))
            {
                return at;
            }
        }

        return -1;
    }

    public override bool Fits(ReadOnlySpan<byte> bytes)
    {
        // Without a line end before it, a length that ends within an address would seem to fit.
        var rest = bytes.TrimStart("\r\n"u8);
        return rest.IsEmpty || (rest.Length < bytes.Length && ArcHead.Begins(rest));
    }

    public override bool MayFit(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\n"u8) || bytes.StartsWith("\r\n"u8);

    public override int Tail(ReadOnlySpan<byte> bytes) => bytes.EndsWith("\n"u8) ? 1 : 0;

    private static int NextLine(ReadOnlySpan<byte> bytes, int from)
    {
        var feed = bytes[from..].IndexOf((byte)'\n');
        return feed < 0 ? -1 : from + feed + 1;
    }
}

/// <summary>Either, while nothing has shown yet which it is.</summary>
internal sealed class AnyBoundary : Boundary
{
    public static readonly AnyBoundary Only = new();

    public override int Margin => ArcBoundary.Only.Margin;

    public override int Find(ReadOnlySpan<byte> bytes, bool newLine)
    {
        var (warc, arc) = (WarcBoundary.Only.Find(bytes, newLine), ArcBoundary.Only.Find(bytes, newLine));
        return warc < 0 ? arc : arc < 0 ? warc : Math.Min(warc, arc);
    }

    public override bool Fits(ReadOnlySpan<byte> bytes) => WarcBoundary.Only.Fits(bytes) || ArcBoundary.Only.Fits(bytes);

    public override bool MayFit(ReadOnlySpan<byte> bytes) => WarcBoundary.Only.MayFit(bytes) || ArcBoundary.Only.MayFit(bytes);

    public override int Tail(ReadOnlySpan<byte> bytes) => WarcBoundary.Only.Tail(bytes);
}
