using System.Buffers.Text;
using System.Security.Cryptography;

namespace Cuttings.Import.WebArchives;

/// <summary>What a digest says of bytes.</summary>
public enum DigestVerdict
{
    /// <summary>None is stated.</summary>
    Absent,

    /// <summary>It is the digest of these bytes.</summary>
    Matches,

    /// <summary>It is not.</summary>
    Differs,

    /// <summary>It cannot be told: an algorithm that is not known, a text that is no digest, bytes that are elsewhere.</summary>
    Unknown,
}

/// <summary>A digest with its algorithm's name (WARC 1.1, 5.8), as `sha1:` with base 32, or `sha-256:` with hexadecimal digits; base 64 is read too.</summary>
public sealed record LabelledDigest
{
    private readonly byte[] bytes;

    private LabelledDigest(HashAlgorithmName algorithm, byte[] bytes) => (Algorithm, this.bytes) = (algorithm, bytes);

    /// <summary>MD5, SHA-1, SHA-256, SHA-384 or SHA-512.</summary>
    public HashAlgorithmName Algorithm { get; }

    /// <summary>SHA-256 as `sha-256:` and 64 hexadecimal digits, in lower case: how ReplayWeb.page and its peers write it.</summary>
    public static string Sha256(ReadOnlySpan<byte> content) => Sha256Of(SHA256.HashData(content));

    /// <summary>Reads one; null where its algorithm is not known. A text that is no digest of its algorithm is the digest of nothing.</summary>
    public static LabelledDigest? Parse(string? text)
    {
        var (colon, value) = (text?.IndexOf(':') ?? -1, "");
        if (colon <= 0 || (value = text![(colon + 1)..].Trim()).Length > 128 || Named(text[..colon].Trim()) is not { } named)
        {
            return null;
        }

        var (algorithm, size) = named;
        return new(algorithm, Decode(value, size) ?? []);
    }

    /// <summary>Whether it is this one.</summary>
    public bool Is(ReadOnlySpan<byte> digest) => digest.SequenceEqual(bytes);

    /// <inheritdoc/>
    public bool Equals(LabelledDigest? other) => other is not null && other.Algorithm == Algorithm && other.Is(bytes);

    /// <inheritdoc/>
    public override int GetHashCode() => bytes.Length == 0 ? 0 : BitConverter.ToInt32(bytes);

    /// <summary>SHA-256 as it is written here.</summary>
    internal static string Sha256Of(ReadOnlySpan<byte> hash) => "sha-256:" + Convert.ToHexStringLower(hash);

    /// <summary>The first eight bytes: enough to tell apart the payloads of one file.</summary>
    internal ulong Short() => bytes.Length == 0 ? 0 : BitConverter.ToUInt64(bytes);

    private static (HashAlgorithmName Algorithm, int Size)? Named(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "SHA1" => (HashAlgorithmName.SHA1, 20),
        "SHA256" => (HashAlgorithmName.SHA256, 32),
        "SHA384" => (HashAlgorithmName.SHA384, 48),
        "SHA512" => (HashAlgorithmName.SHA512, 64),
        "MD5" => (HashAlgorithmName.MD5, 16),
        _ => null,
    };

    private static byte[]? Decode(string value, int size)
    {
        if (value.Length == size * 2 && value.All(char.IsAsciiHexDigit))
        {
            return Convert.FromHexString(value);
        }

        if (Base32.Decode(value) is { } base32 && base32.Length == size)
        {
            return base32;
        }

        var room = new byte[128];
        var plain = value.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return Base64Url.IsValid(plain) && Base64Url.TryDecodeFromChars(plain, room, out var length) && length == size ? room[..length] : null;
    }
}
