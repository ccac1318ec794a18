using System.Diagnostics.CodeAnalysis;

namespace Cuttings.Sources;

/// <summary>An absolute http or https address, kept as written: the only kind that a permalink, a source or a link may hold.</summary>
public static class WebAddress
{
    /// <summary>The longest address kept, in UTF-16 code units.</summary>
    public const int Longest = 4_000;

    /// <summary>True where the text, without white space at its ends, is an absolute http or https address with a host; letters beyond ASCII may stand in it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? address)
    {
        address = null;
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > Longest
            || !(trimmed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            || trimmed.Any(Forbidden)
            || !Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0)
        {
            return false;
        }

        address = trimmed;
        return true;
    }

    /// <summary>The host of an address in lower case, or the empty string where there is no address.</summary>
    public static string HostOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return "";
        }

        try
        {
            return uri.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            // A name may be letters, and yet none that IDNA allows.
            return uri.Host.ToLowerInvariant();
        }
    }

    // RFC 3986 excludes these; a browser would drop or rewrite them, so that two readers saw two addresses.
    private static bool Forbidden(char sign) => sign is '<' or '>' or '"' or '\\' or '`' or '\uFFFD' || char.IsControl(sign) || char.IsWhiteSpace(sign) || IsInvisible(sign);

    private static bool IsInvisible(char sign) => char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.Format;
}
