using System.Globalization;
using System.Net;

namespace Cuttings.Import.Fetching.Addresses;

/// <summary>IPv4 addresses as every resolver reads them, in decimal, octal and hexadecimal and with parts left out (inet_aton; WHATWG URL, 4.2).</summary>
internal static class Ipv4Literal
{
    /// <summary>Whether a host can only be meant as a number, since its last label is one.</summary>
    public static bool IsMeant(string host)
    {
        var last = host.AsSpan(host.LastIndexOf('.') + 1);
        return last.Length > 0 && (!last.ContainsAnyExceptInRange('0', '9') || TryPart(last, out _));
    }

    public static IPAddress? Read(string host)
    {
        var parts = host.Split('.');
        if (parts.Length > 4)
        {
            return null;
        }

        ulong address = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var bits = i == parts.Length - 1 ? 8 * (5 - parts.Length) : 8;
            if (!TryPart(parts[i], out var value) || value >> bits != 0)
            {
                return null;
            }

            address = (address << bits) | value;
        }

        return new([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address]);
    }

    private static bool TryPart(ReadOnlySpan<char> part, out ulong value)
    {
        value = 0;
        if (part is ['0', 'x' or 'X', .. var hex])
        {
            return hex.IsEmpty || ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        }

        if (part is not ['0', .. { IsEmpty: false } octal])
        {
            return ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }

        foreach (var digit in octal)
        {
            if (digit is < '0' or > '7' || value > uint.MaxValue)
            {
                return false;
            }

            value = (value << 3) | (uint)(digit - '0');
        }

        return true;
    }
}
