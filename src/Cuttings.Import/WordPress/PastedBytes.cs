using System.Text;

namespace Cuttings.Import.WordPress;

/// <summary>Reads a byte that is no UTF-8 as windows-1252, which is where single ones come from; what began as a longer character and is cut off becomes U+FFFD.</summary>
internal sealed class PastedBytes : DecoderFallback
{
    private const int WindowsLatin = 1252;

    public static PastedBytes Instance { get; } = new();

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private static readonly Encoding Pasted = CodePagesEncodingProvider.Instance.GetEncoding(WindowsLatin)!;
        private char sign;
        private int left;
        private bool given;

        public override int Remaining => left;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            var text = bytesUnknown.Length == 1 ? Pasted.GetString(bytesUnknown) : "\uFFFD";
            (sign, left, given) = (text[0] is < ' ' or (>= '\u007F' and < '\u00A0') ? '\uFFFD' : text[0], 1, false);
            return true;
        }

        public override char GetNextChar()
        {
            if (left == 0)
            {
                return '\0';
            }

            (left, given) = (0, true);
            return sign;
        }

        public override bool MovePrevious()
        {
            if (!given)
            {
                return false;
            }

            (left, given) = (1, false);
            return true;
        }

        public override void Reset() => (left, given) = (0, false);
    }
}
