using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Import.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>TLS: a certificate that is not valid is not taken, and none sends us anywhere else.</summary>
public sealed class Secured
{
    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var certificate = Certificate("127.0.0.1", null);
        await using var server = Serving(certificate);
        await using var gateway = Gateways.Of(server);
        var fetched = await gateway.FetchAsync($"https://{server.Endpoint}/");
        Assert.Equal((FetchOutcome.Unreachable, true), (fetched.Outcome, fetched.Why!.Contains("certificate")));
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task What_is_vouched_for_is_fetched_and_kept_as_what_TLS_carried()
    {
        using var authority = Authority();
        using var certificate = Certificate("127.0.0.1", null, authority);
        await using var server = Serving(certificate);
        var endpoints = TestEndpoints.Of(server.Endpoint);
        await using var gateway = new Gateway(Gateways.Settings() with { TestEndpoints = endpoints.Trusting(authority) }, TimeProvider.System);
        var fetched = await gateway.FetchAsync($"https://{server.Endpoint}/a", FetchPurpose.ByHand);
        Assert.Equal((FetchOutcome.Fetched, "secret"), (fetched.Outcome, Encoding.ASCII.GetString(fetched.Body.Span)));
        Assert.Equal(server.Calls.Single().Head, Encoding.ASCII.GetString(fetched.RequestHead.Span));
        Assert.StartsWith("HTTP/1.1 200 Said\r\n", Encoding.ASCII.GetString(fetched.ResponseHead.Span));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused()
    {
        using var authority = Authority();
        using var certificate = Certificate("127.0.0.9", null, authority);
        await using var server = Serving(certificate);
        await using var gateway = new Gateway(Gateways.Settings() with { TestEndpoints = TestEndpoints.Of(server.Endpoint).Trusting(authority) }, TimeProvider.System);
        Assert.Equal(FetchOutcome.Unreachable, (await gateway.FetchAsync($"https://{server.Endpoint}/a", FetchPurpose.ByHand)).Outcome);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task What_a_certificate_points_to_is_not_asked()
    {
        // An issuer, a revocation list and a responder to be fetched from a canary.
        await using var canary = new RawServer(RawServer.Page("x"));
        using var certificate = Certificate("127.0.0.1", canary.Address);
        await using var server = Serving(certificate);
        await using var gateway = Gateways.Of(server, canary);
        var fetched = await gateway.FetchAsync($"https://{server.Endpoint}/", FetchPurpose.ByHand);
        Assert.Equal(FetchOutcome.Unreachable, fetched.Outcome);
        Assert.Equal(0, canary.Connections);
    }

    [Fact]
    public async Task A_handshake_that_never_ends_is_given_up()
    {
        await using var server = new RawServer(call => call.HangAsync());
        await using var gateway = new Gateway(Gateways.Settings(server) with { ConnectWithin = TimeSpan.FromMilliseconds(400) }, TimeProvider.System);
        var fetched = await gateway.FetchAsync($"https://{server.Endpoint}/", FetchPurpose.ByHand);
        Assert.Equal((FetchOutcome.TimedOut, true), (fetched.Outcome, fetched.Why!.Contains("connected to")));
    }

    private static RawServer Serving(X509Certificate2 certificate) => new(call => call.SendAsync(RawServer.Page("secret")), certificate: certificate);

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Tidewater Authority", key, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return authority.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(9));
    }

    /// <summary>Signed by an authority that is not sent along.</summary>
    private static X509Certificate2 Certificate(string host, string? elsewhere, X509Certificate2? authority = null)
    {
        using var other = authority is null ? Authority() : null;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Parse(host));
        request.CertificateExtensions.Add(names.Build());
        if (elsewhere is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([elsewhere + "ocsp"], [elsewhere + "issuer.crt"]));
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([elsewhere + "list.crl"]));
        }

        using var signed = request.Create(authority ?? other!, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1), [1, 2, 3]);
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }
}
