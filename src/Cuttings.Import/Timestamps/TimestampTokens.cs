using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Cuttings.Import.Timestamps;

/// <summary>Checks kept time-stamp tokens (RFC 3161, DER).</summary>
public static class TimestampTokens
{
    /// <summary>
    /// Checks a token against the digest that it should be over: that it is one, that it is over this digest, and that its signature is made with the certificate in it,
    /// which must be one for time-stamping. Whether to believe the authority is not asked: `openssl ts -verify` with its root certificate does.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="digest">32 bytes of SHA-256.</param>
    /// <returns>The time that it gives and the name of who signed it; or one sentence saying why it is worth nothing.</returns>
    public static TimestampCheck Verify(ReadOnlyMemory<byte> token, ReadOnlyMemory<byte> digest)
    {
        try
        {
            if (!Rfc3161TimestampToken.TryDecode(token, out var decoded, out var read) || read != token.Length)
            {
                return new(null, null, "It is no time-stamp token.");
            }

            return Check(decoded, digest) is { } why ? new(null, null, why)
                : new(decoded.TokenInfo.Timestamp, decoded.AsSignedCms().SignerInfos[0].Certificate?.Subject, null);
        }
        catch (CryptographicException error)
        {
            return new(null, null, $"It cannot be read: {error.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>One sentence where the token does not hold; null where it does.</summary>
    internal static string? Check(Rfc3161TimestampToken token, ReadOnlyMemory<byte> digest)
    {
        if (token.TokenInfo.HashAlgorithmId.Value != "2.16.840.1.101.3.4.2.1")
        {
            return "It is over another kind of digest than SHA-256.";
        }

        if (!token.TokenInfo.GetMessageHash().Span.SequenceEqual(digest.Span))
        {
            return "It is over another digest.";
        }

        return token.VerifySignatureForHash(digest.Span, HashAlgorithmName.SHA256, out _) ? null : "Its signature does not hold, or is not one for time-stamping.";
    }
}

/// <summary>What came of checking a token.</summary>
/// <param name="At">The time that it gives (UTC); null where it is worth nothing.</param>
/// <param name="By">The subject of the certificate that signed it.</param>
/// <param name="Why">One sentence, where it is worth nothing.</param>
public sealed record TimestampCheck(DateTimeOffset? At, string? By, string? Why);
