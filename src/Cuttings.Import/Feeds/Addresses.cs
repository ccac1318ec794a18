using Cuttings.Sources;

namespace Cuttings.Import.Feeds;

/// <summary>Addresses as feeds write them.</summary>
internal static class Addresses
{
    /// <summary>The absolute http or https address that a text means, resolved against <paramref name="address"/> where it is relative; null where it means none.</summary>
    public static string? Resolve(string? text, string? address)
    {
        var plain = text?.Trim() ?? "";
        if (plain.Length is 0 or > WebAddress.Longest)
        {
            return null;
        }

        if (plain.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0)
        {
            // Browsers drop them too (WHATWG URL).
            plain = plain.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        }

        if (plain.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
        {
            plain = plain[5..].StartsWith("//", StringComparison.Ordinal) ? "http:" + plain[5..] : plain[5..];
        }

        // An ampersand that was escaped twice.
        plain = plain.Replace(" ", "%20", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        if (WebAddress.TryParse(plain, out var absolute) || Whole(plain) is { } whole && WebAddress.TryParse(whole, out absolute))
        {
            return absolute;
        }

        plain = plain.StartsWith("///", StringComparison.Ordinal) ? "//" + plain.TrimStart('/') : plain;

        if (plain.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || HasScheme(plain))
        {
            return null;
        }

        if (address is null)
        {
            return plain.StartsWith("//", StringComparison.Ordinal) && WebAddress.TryParse("http:" + plain, out absolute) ? absolute : null;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var from) && Uri.TryCreate(from, plain, out var resolved) && WebAddress.TryParse(resolved.AbsoluteUri, out absolute) ? absolute : null;
    }

    // `https:/quay.example`, `http:///quay.example`, which browsers read so too (WHATWG URL), and `www.quay.example`, which nobody means as a path.
    private static string? Whole(string text)
    {
        var scheme = text.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? 5 : text.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? 6 : 0;
        if (scheme > 0)
        {
            return text.Length > scheme && text[scheme] is '/' or '\\' ? text[..scheme] + "//" + text[scheme..].TrimStart('/', '\\') : null;
        }

        var host = text.AsSpan(0, text.AsSpan().IndexOfAny("/?#") is >= 0 and var end ? end : text.Length);
        return host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && host.Count('.') > 1 && host[^1] != '.' ? "http://" + text : null;
    }

    // `mailto:x`, `tag:y`, `urn:z`; but `page:2` after a slash is a path.
    private static bool HasScheme(string text)
    {
        var end = text.AsSpan().IndexOfAny(":/?#");
        if (end <= 0 || text[end] != ':' || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        foreach (var sign in text.AsSpan(0, end))
        {
            if (!char.IsAsciiLetterOrDigit(sign) && sign is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
