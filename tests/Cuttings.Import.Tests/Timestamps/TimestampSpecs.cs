using System.Security.Cryptography;
using Cuttings.Fetching;
using Cuttings.Import.Timestamps;
using Xunit;

namespace Cuttings.Import.Tests.Timestamps;

/// <summary>Tokens of a real authority: OpenSSL's, behind a server on loopback.</summary>
public sealed class TimestampSpecs : IAsyncLifetime
{
    private static readonly byte[] Digest = SHA256.HashData("The ferry sailed again."u8);
    private Authority authority = null!;

    public async ValueTask InitializeAsync() => authority = await Authority.StartAsync();

    public ValueTask DisposeAsync() => authority?.DisposeAsync() ?? default;

    [Fact]
    public async Task A_token_holds_for_its_digest_and_openssl_says_so_too()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-2);
        var (token, why) = await StampAsync();
        Assert.Null(why);
        var check = TimestampTokens.Verify(token!.Value, Digest);
        Assert.Null(check.Why);
        Assert.InRange(check.At!.Value, before, DateTimeOffset.UtcNow.AddSeconds(2));
        Assert.Contains("Harbour Time", check.By);
        Assert.Contains("Verification: OK", await authority.VerifyAsync(token.Value.ToArray(), Digest));
        Assert.DoesNotContain("Verification: OK", await authority.VerifyAsync(token.Value.ToArray(), SHA256.HashData("other"u8)));
    }

    [Fact]
    public async Task A_token_does_not_hold_for_another_digest_nor_when_it_was_touched()
    {
        var token = (await StampAsync()).Token!.Value.ToArray();
        Assert.Equal("It is over another digest.", TimestampTokens.Verify(token, SHA256.HashData("other"u8)).Why);
        Assert.NotNull(TimestampTokens.Verify(token.AsMemory(1), Digest).Why);
        Assert.NotNull(TimestampTokens.Verify(new byte[100], Digest).Why);
        Assert.NotNull(TimestampTokens.Verify(default, Digest).Why);
        Assert.NotNull(TimestampTokens.Verify((byte[])[.. token, 0], Digest).Why);
        var held = 0;
        for (var at = 0; at < token.Length; at += 7)
        {
            var touched = token.ToArray();
            touched[at] ^= 0x40;
            var check = TimestampTokens.Verify(touched, Digest);
            Assert.True(check.At is null ^ check.Why is null);
            held += check.Why is null ? 1 : 0;
        }

        // The parts of the certificates that nothing signs may be touched; the rest may not.
        Assert.True(held < token.Length / 7 / 2, $"{held} of {token.Length / 7} touched tokens held.");
    }

    [Fact]
    public async Task What_is_no_token_for_this_request_is_told_in_one_sentence()
    {
        await FailsAsync("text", "gave no token");
        await FailsAsync("rejected", "gave no token");
        await FailsAsync("replayed", "gave no token");
        await FailsAsync("500", "answered 500");
        await FailsAsync("empty", "gave no token");

        async Task FailsAsync(string how, string says)
        {
            var (token, why) = await new Timestamper(authority.Gateway, authority.Address + how).StampAsync(Digest, TestContext.Current.CancellationToken);
            Assert.Null(token);
            Assert.Contains(says, why);
            Assert.DoesNotContain('\n', why!);
            Assert.EndsWith(".", why);
        }
    }

    [Fact]
    public async Task The_query_is_posted_as_the_standard_says()
    {
        await StampAsync();
        var request = Assert.Single(authority.Gateway.Asked);
        Assert.Equal(("application/timestamp-query", FetchPurpose.ByHand), (request.ContentType, request.Purpose));
        Assert.Equal(Digest, System.Security.Cryptography.Pkcs.Rfc3161TimestampRequest.TryDecode(request.Content!.Value, out var query, out _) ? query!.GetMessageHash().ToArray() : []);
        Assert.NotNull(query!.GetNonce());
        Assert.True(query.RequestSignerCertificate);
    }

    private ValueTask<(ReadOnlyMemory<byte>? Token, string? Why)> StampAsync() => new Timestamper(authority.Gateway, authority.Address).StampAsync(Digest, TestContext.Current.CancellationToken);
}
