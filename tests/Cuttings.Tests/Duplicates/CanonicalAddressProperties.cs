using CsCheck;
using Cuttings.Duplicates;
using Xunit;

namespace Cuttings.Tests.Duplicates;

public class CanonicalAddressProperties
{
    private static readonly Gen<string> Scheme = Gen.OneOf("http://", "https://", "HTTPS://");
    private static readonly Gen<string> Host = Gen.OneOf("echo.example", "www.echo.example", "m.www.quay.example", "amp.co.uk", "www.com", "해운.example", "10.0.0.1", "[::1]", "echo.example:8080", "echo.example.", "web.archive.org", "cdn.ampproject.org", "www.google.com", "archive.is", "u:p@echo.example");
    private static readonly Gen<string> Segment = Gen.OneOf(
        Gen.OneOf("", "amp", "AMP", "index.html", "index.php", "print", "..", ".", "%2e", "%2E%2e", "a.amp.html", "a.amp", "web", "20200101000000", "https:", "c", "s", "echo.example", "tag", "7", "%", "%e", "%zz", "기사", "a;jsessionid=1", "url", "#", "#!", "?"),
        Gen.String[Gen.Char[' ', '\u0250'], 0, 6]);
    private static readonly Gen<string> Pair = Gen.OneOf(
        Gen.OneOf("utm_source=x", "ref=home", "id=7", "p=8", "amp", "amp=1", "url=https%3A%2F%2Fecho.example%2Fa", "u=http://x.example", "=", "a=+", "%61=b", "ref", "cid=123", "a=%26"),
        Gen.Select(Gen.String[Gen.Char['!', '~'], 0, 4], Gen.String[Gen.Char['!', '~'], 0, 4], (name, value) => name + "=" + value));

    private static readonly Gen<string> Address =
        from scheme in Scheme
        from host in Host
        from path in Segment.List[0, 7]
        from query in Pair.List[0, 5]
        select scheme + host + string.Concat(path.Select(segment => "/" + segment)) + (query.Count == 0 ? "" : "?" + string.Join('&', query));

    [Fact]
    public void The_key_of_a_key_is_itself() => Address.Sample(
        address => CanonicalAddress.Of(address) is not { } key || CanonicalAddress.Of(key) == key,
        iter: 20_000,
        print: address => $"{address} -> {CanonicalAddress.Of(address)} -> {CanonicalAddress.Of(CanonicalAddress.Of(address))}");

    [Fact]
    public void The_order_of_parameters_does_not_count() => Gen.Select(Pair.List[1, 5], Gen.Int[0, 1_000]).Sample((pairs, seed) =>
    {
        // Two values of one name are a list, whose order may matter.
        var distinct = pairs.Where(pair => pair.IndexOfAny(['#', '&']) < 0).DistinctBy(pair => CanonicalAddress.Of("https://echo.example/a?" + pair.Split('=')[0] + "=kept")).ToArray();
        var shuffled = distinct.ToArray();
        new Random(seed).Shuffle(shuffled);
        return CanonicalAddress.Of("https://echo.example/a?" + string.Join('&', distinct)) == CanonicalAddress.Of("https://echo.example/a?" + string.Join('&', shuffled));
    });

    [Fact]
    public void Any_text_ends_without_an_error() => Gen.String.Sample(text => CanonicalAddress.Of(text) is null or { Length: > 0 } && CanonicalAddress.Of("https://echo.example/" + text) is null or { Length: > 0 });

    [Fact]
    public void Long_addresses_end_soon()
    {
        foreach (var part in new[] { "amp/", "/", "../", "%", "index.html/", "https:/", "é", "print/7/", "?&" })
        {
            var address = "https://echo.example/" + string.Concat(Enumerable.Repeat(part, 3_900 / part.Length));
            var key = CanonicalAddress.Of(address);
            Assert.Equal(key, CanonicalAddress.Of(key));
        }
    }
}
