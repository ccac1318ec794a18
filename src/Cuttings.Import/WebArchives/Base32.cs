namespace Cuttings.Import.WebArchives;

/// <summary>Base 32 of RFC 4648, as digests in web archives are written.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        var (bits, held, at) = (0u, 0, 0);
        foreach (var value in bytes)
        {
            (bits, held) = ((bits << 8) | value, held + 8);
            for (; held >= 5; held -= 5)
            {
                text[at++] = Letters[(int)(bits >> (held - 5)) & 31];
            }
        }

        if (held > 0)
        {
            text[at] = Letters[(int)(bits << (5 - held)) & 31];
        }

        return new(text);
    }

    /// <summary>The bytes, whatever the case and padding; null where it is no base 32.</summary>
    public static byte[]? Decode(string text)
    {
        var trimmed = text.TrimEnd('=');
        var bytes = new byte[trimmed.Length * 5 / 8];
        var (bits, held, at) = (0u, 0, 0);
        foreach (var letter in trimmed)
        {
            var value = Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (bits, held) = ((bits << 5) | (uint)value, held + 5);
            if (held >= 8)
            {
                held -= 8;
                bytes[at++] = (byte)(bits >> held);
            }
        }

        return bytes;
    }
}
