namespace Cuttings.Import.Exchange;

/// <summary>
/// Mends the escapes that JSON allows and text does not: U+0000, which PostgreSQL refuses, and half surrogate pairs both become U+FFFD,
/// in place, since every such escape is six bytes long.
/// </summary>
internal static class EscapeMender
{
    public static void Mend(Span<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at + 1 < json.Length;)
        {
            at += json[at + 1] == 'u' && Unit(json, at) is { } unit ? MendUnit(json, at, unit) : 2;
            var next = at < json.Length ? json[at..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + next;
        }
    }

    private static int MendUnit(Span<byte> json, int at, char unit)
    {
        if (char.IsHighSurrogate(unit) && Unit(json, at + 6) is { } low && char.IsLowSurrogate(low))
        {
            return 12;
        }

        if (unit == 0 || char.IsSurrogate(unit))
        {
            "\\ufffd"u8.CopyTo(json[at..]);
        }

        return 6;
    }

    private static char? Unit(ReadOnlySpan<byte> json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.Slice(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : null;
}
