using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Cuttings.Collecting;
using Cuttings.Fetching;

namespace Cuttings.Import.Timestamps;

/// <summary>Asks a time-stamping authority, over HTTP (RFC 3161, 3.4), to sign that a digest existed.</summary>
/// <param name="gateway">The way out.</param>
/// <param name="server">The authority's address (absolute http or https).</param>
public sealed class Timestamper(IGateway gateway, string server) : ITimestamper
{
    /// <summary>The longest token kept, in bytes; usual ones have two to ten thousand.</summary>
    public const int Longest = 256 * 1024;

    private const int NonceLength = 16;

    /// <inheritdoc />
    public async ValueTask<(ReadOnlyMemory<byte>? Token, string? Why)> StampAsync(ReadOnlyMemory<byte> digest, CancellationToken cancel = default)
    {
        if (digest.Length != SHA256.HashSizeInBytes)
        {
            throw new ArgumentException("A SHA-256 digest has 32 bytes.", nameof(digest));
        }

        // The nonce ties the reply to this request; the certificate lets others check it when the server is no more.
        var request = Rfc3161TimestampRequest.CreateFromHash(digest, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(NonceLength), requestSignerCertificates: true);
        var fetched = await gateway.FetchAsync(
            new(server) { Purpose = FetchPurpose.ByHand, Content = request.Encode(), ContentType = "application/timestamp-query", Accept = "application/timestamp-reply" }, cancel);
        if (fetched.Outcome != FetchOutcome.Fetched)
        {
            return (null, $"The time-stamp server {server} gave no token: {fetched.Why ?? $"it answered {fetched.Status}."}");
        }

        try
        {
            // This throws unless the reply grants a token for this very digest and nonce.
            var token = request.ProcessResponse(fetched.Body, out _);
            if (TimestampTokens.Check(token, digest) is { } why)
            {
                return (null, $"The token of the time-stamp server {server} is not kept: {why}");
            }

            ReadOnlyMemory<byte> bytes = token.AsSignedCms().Encode();
            return bytes.Length > Longest ? (null, $"The token of the time-stamp server {server} is not kept: it has {bytes.Length:N0} bytes.") : (bytes, null);
        }
        catch (CryptographicException error)
        {
            return (null, $"The time-stamp server {server} gave no token for this digest: {error.Message.ReplaceLineEndings(" ")}");
        }
    }
}
