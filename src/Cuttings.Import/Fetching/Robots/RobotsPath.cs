using System.Text;

namespace Cuttings.Import.Fetching.Robots;

/// <summary>
/// Brings paths of rules and of addresses into one form (RFC 9309, 2.2.2): what need not be escaped is not, all else is, in capitals. A slash or
/// colon in the query means the same escaped or not; in the path it does not.
/// </summary>
internal static class RobotsPath
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>A rule's path, where `*` and a last `$` keep their meaning.</summary>
    public static string OfRule(string path) => Normal(path, isRule: true);

    /// <summary>An address's path, where they mean themselves.</summary>
    public static string OfAddress(string path) => Normal(path, isRule: false);

    private static string Normal(string path, bool isRule)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var normal = new StringBuilder(bytes.Length);
        var isQuery = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var isEscaped = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            var b = isEscaped ? (byte)((Digit(bytes[i + 1]) << 4) | Digit(bytes[i + 2])) : bytes[i];
            i += isEscaped ? 2 : 0;
            isQuery |= b == '?' && !isEscaped;
            var isSpecial = isRule && !isEscaped && (b == '*' || (b == '$' && i == bytes.Length - 1));
            var isPlain = isEscaped
                ? char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' || (isQuery && b is (byte)'/' or (byte)':' or (byte)'@' or (byte)'?')
                : b is > 0x20 and < 0x7f and not ((byte)'*' or (byte)'$');
            if (isSpecial || isPlain)
            {
                normal.Append((char)b);
            }
            else
            {
                normal.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
            }
        }

        return normal.ToString();
    }

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
