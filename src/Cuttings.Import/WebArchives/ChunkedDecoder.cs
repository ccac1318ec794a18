namespace Cuttings.Import.WebArchives;

/// <summary>Undoes the chunked transfer coding (RFC 9112, 7.1) of bytes as they come, piece by piece.</summary>
internal sealed class ChunkedDecoder
{
    private const int LongestLine = 4096;
    private State state;
    private long left;
    private int digits;
    private int line;

    private enum State
    {
        Size,
        Extension,
        Data,
        DataEnd,
        Trailer,
        Over,
    }

    /// <summary>True where what came is no chunked coding.</summary>
    public bool Wrong { get; private set; }

    /// <summary>True where the last chunk has come.</summary>
    public bool Over => state == State.Over;

    /// <summary>Takes the next piece and hands on what it holds.</summary>
    public void Take(ReadOnlyMemory<byte> piece, Action<ReadOnlyMemory<byte>> pass)
    {
        while (!piece.IsEmpty && !Wrong && state != State.Over)
        {
            if (state == State.Data)
            {
                var length = (int)Math.Min(left, piece.Length);
                pass(piece[..length]);
                piece = piece[length..];
                left -= length;
                state = left == 0 ? State.DataEnd : State.Data;
                continue;
            }

            Step(piece.Span[0]);
            piece = piece[1..];
        }
    }

    private void Step(byte sign)
    {
        Wrong = ++line > LongestLine;
        switch (state)
        {
            case State.Size when Digit(sign) is >= 0 and var digit:
                left = (left * 16) + digit;
                Wrong |= ++digits > 15;
                break;
            case State.Size or State.Extension when sign == '\n':
                Wrong |= digits == 0;
                (state, digits, line) = (left == 0 ? State.Trailer : State.Data, 0, 0);
                break;
            case State.Size when sign is (byte)';' or (byte)' ' or (byte)'\t' or (byte)'\r':
                state = State.Extension;
                break;
            case State.Size:
                Wrong = true;
                break;
            case State.DataEnd when sign == '\n':
                (state, left, line) = (State.Size, 0, 0);
                break;
            case State.DataEnd when sign != '\r':
                Wrong = true;
                break;
            case State.Trailer when sign == '\n':
                (state, digits) = (digits == 0 ? State.Over : State.Trailer, 0);
                break;
            case State.Trailer when sign != '\r':
                digits++;
                break;
            default:
                break;
        }
    }

    private static int Digit(byte sign) => sign switch
    {
        >= (byte)'0' and <= (byte)'9' => sign - '0',
        >= (byte)'a' and <= (byte)'f' => sign - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => sign - 'A' + 10,
        _ => -1,
    };
}
