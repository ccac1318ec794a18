using System.Security.Cryptography;
using System.Text;

namespace Cuttings.Importing;

/// <summary>What makes two cuttings the same where neither id nor permalink tells.</summary>
public static class Identity
{
    /// <summary>The first 16 bytes, in lower-case hex, of SHA-256 over headline, printed credit and plain text, in UTF-8, each ended by a zero byte.</summary>
    public static string ContentDigest(Cutting cutting)
    {
        ArgumentNullException.ThrowIfNull(cutting);
        var text = $"{cutting.Headline}\0{cutting.Credit.Printed}\0{cutting.Excerpt.ToText()}\0";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>SHA-256, in lower-case hex, over headline and plain text in UTF-8, every run of white space as one space: equal where a reader sees the same.</summary>
    public static string TextDigest(string? headline, Excerpts.Excerpt text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = string.Join(' ', (headline + "\n" + text.ToText()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }
}
