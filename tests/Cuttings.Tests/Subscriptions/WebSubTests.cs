using System.Security.Cryptography;
using System.Text;
using Cuttings.Fetching;
using Cuttings.Subscriptions;
using Xunit;

namespace Cuttings.Tests.Subscriptions;

public class WebSubTests
{
    private static readonly FeedDocument Feed = new() { Form = "Atom 1.0", Self = "https://echo.example/atom", Hubs = ["https://hub.example/"] };

    [Fact]
    public void The_header_goes_before_the_document()
    {
        var fetched = new Fetched { Outcome = FetchOutcome.Fetched, Asked = "https://echo.example/feed", Address = "https://echo.example/feed", Link = "<https://other.example/hub>; rel=\"hub\", </feed?full>; rel=self, <x>; rel=next" };
        var offered = WebSub.Offered(fetched, Feed)!.Value;
        Assert.Equal(["https://other.example/hub"], offered.Hubs);
        Assert.Equal("https://echo.example/feed?full", offered.Topic);
        Assert.Equal("https://hub.example/", Assert.Single(WebSub.Offered(fetched with { Link = null }, Feed)!.Value.Hubs));
        Assert.Null(WebSub.Offered(null, Feed with { Hubs = [] }));
        Assert.Null(WebSub.Offered(null, Feed with { Self = null }));
    }

    [Theory]
    [InlineData("<https://a.example/>; rel=\"hub self\"", "https://a.example/", "hub,self")]
    [InlineData("<https://a.example/,x;y>; title=\"a, b; c\"; REL=hub", "https://a.example/,x;y", "hub")]
    [InlineData("</x>; rel=self; rel=hub", "https://echo.example/x", "self")]
    [InlineData("<javascript:alert(1)>; rel=hub", null, null)]
    [InlineData("<https://a.example/>", null, null)]
    [InlineData("<https://a.example/", null, null)]
    [InlineData("; ; = , \" <", null, null)]
    public void A_link_header_is_read(string header, string? address, string? relations)
    {
        var links = LinkHeader.Read(header, "https://echo.example/feed");
        Assert.Equal(address is null ? 0 : 1, links.Length);
        Assert.Equal(address, links.FirstOrDefault()?.Address);
        Assert.Equal(relations, links.IsEmpty ? null : string.Join(',', links[0].Relations));
    }

    [Fact]
    public void A_request_names_mode_topic_callback_lease_and_secret()
    {
        var form = Encoding.ASCII.GetString(WebSub.Request(true, "https://echo.example/atom?a=1&b=é", "https://archive.example/hub/7", "s&=%"));
        Assert.Equal("hub.mode=subscribe&hub.topic=https%3A%2F%2Fecho.example%2Fatom%3Fa%3D1%26b%3D%C3%A9&hub.callback=https%3A%2F%2Farchive.example%2Fhub%2F7&hub.lease_seconds=864000&hub.secret=s%26%3D%25", form);
        Assert.StartsWith("hub.mode=unsubscribe&", Encoding.ASCII.GetString(WebSub.Request(false, "https://a.example/", "https://b.example/", null)));
        Assert.Throws<CuttingsException>(() => WebSub.Request(true, "https://a.example/", "https://b.example/", new string('x', 200)));
    }

    [Fact]
    public void Only_what_is_signed_with_the_secret_is_believed()
    {
        var (body, key) = ("The Marjan is late."u8.ToArray(), Encoding.UTF8.GetBytes("herring"));
#pragma warning disable CA5350 // WebSub's own first method.
        foreach (var (method, digest) in new[] { ("sha1", HMACSHA1.HashData(key, body)), ("sha256", HMACSHA256.HashData(key, body)), ("sha384", HMACSHA384.HashData(key, body)), ("sha512", HMACSHA512.HashData(key, body)) })
#pragma warning restore CA5350
        {
            var signature = $"{method}={Convert.ToHexString(digest)}";
            Assert.True(WebSub.IsSigned(body, signature, "herring"));
            Assert.True(WebSub.IsSigned(body, signature.ToLowerInvariant(), "herring"));
            Assert.False(WebSub.IsSigned(body, signature, "salmon"));
            Assert.False(WebSub.IsSigned("The Marjan is here."u8, signature, "herring"));
            Assert.False(WebSub.IsSigned(body, signature[..^2], "herring"));
            Assert.False(WebSub.IsSigned(body, signature[..^1] + "g", "herring"));
        }

        Assert.All(new[] { null, "", "sha256", "sha256=", "md5=00", "=", "sha1=" + new string('0', 40) }, signature => Assert.False(WebSub.IsSigned(body, signature, "herring")));
    }

    [Theory]
    [InlineData(864000, 777600)]
    [InlineData(86400, 77760)]
    [InlineData(60, 600)]
    [InlineData(2592000, 2505600)]
    [InlineData(0, 600)]
    public void A_lease_is_renewed_before_it_ends(int lease, int expected)
    {
        var granted = new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal(granted.AddSeconds(expected), WebSub.RenewAt(granted, TimeSpan.FromSeconds(lease)));
    }
}
