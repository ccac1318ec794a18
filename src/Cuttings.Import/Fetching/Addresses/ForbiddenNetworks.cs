using System.Net;
using System.Net.Sockets;

namespace Cuttings.Import.Fetching.Addresses;

/// <summary>
/// What no server on the public internet has as its address: the special-purpose registries of IANA (RFC 6890 and its updates), what carries
/// another address inside, and one metadata service that lives outside them.
/// </summary>
internal static class ForbiddenNetworks
{
    private static readonly (IPNetwork Network, string What)[] V4 =
    [
        Named("0.0.0.0/8", "an address of this network"),
        Named("10.0.0.0/8", "a private address"),
        Named("100.64.0.0/10", "a carrier's inner address"),
        Named("127.0.0.0/8", "a loopback address"),
        Named("168.63.129.16/32", "a cloud's metadata address"),
        Named("169.254.0.0/16", "a link-local or metadata address"),
        Named("172.16.0.0/12", "a private address"),
        Named("192.0.0.0/24", "a protocol's address"),
        Named("192.0.2.0/24", "a documentation address"),
        Named("192.88.99.0/24", "a relay's address"),
        Named("192.168.0.0/16", "a private address"),
        Named("198.18.0.0/15", "a benchmarking address"),
        Named("198.51.100.0/24", "a documentation address"),
        Named("203.0.113.0/24", "a documentation address"),
        Named("224.0.0.0/4", "a multicast address"),
        Named("255.255.255.255/32", "the broadcast address"),
        Named("240.0.0.0/4", "a reserved address"),
    ];

    private static readonly (IPNetwork Network, string What)[] V6 =
    [
        Named("::1/128", "a loopback address"),
        Named("::/128", "no server's address"),
        Named("::ffff:0:0/96", "an IPv4 address in another form"),
        Named("::/96", "an IPv4 address in another form"),
        Named("64:ff9b::/96", "a translated IPv4 address"),
        Named("64:ff9b:1::/48", "a translated IPv4 address"),
        Named("2001::/32", "a tunnelled IPv4 address"),
        Named("2001::/23", "a protocol's address"),
        Named("2001:db8::/32", "a documentation address"),
        Named("2002::/16", "a tunnelled IPv4 address"),
        Named("3fff::/20", "a documentation address"),
        Named("fc00::/7", "a private address"),
        Named("fe80::/10", "a link-local address"),
        Named("fec0::/10", "a private address"),
        Named("ff00::/8", "a multicast address"),
    ];

    private static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    /// <summary>What kind of forbidden address it is; null for one of the public internet.</summary>
    public static string? Find(IPAddress address)
    {
        foreach (var (network, what) in address.AddressFamily == AddressFamily.InterNetwork ? V4 : V6)
        {
            // Contains() looks into mapped addresses by itself; here they are forbidden as they are.
            if (Holds(network, address))
            {
                return what;
            }
        }

        return address.AddressFamily == AddressFamily.InterNetwork || (address.ScopeId == 0 && Holds(PublicV6, address)) ? null : "a reserved address";
    }

    private static bool Holds(IPNetwork network, IPAddress address)
    {
        Span<byte> own = stackalloc byte[16], other = stackalloc byte[16];
        network.BaseAddress.TryWriteBytes(own, out var length);
        address.TryWriteBytes(other, out var otherLength);
        if (length != otherLength)
        {
            return false;
        }

        var whole = network.PrefixLength / 8;
        var rest = network.PrefixLength % 8;
        return own[..whole].SequenceEqual(other[..whole]) && (rest == 0 || (own[whole] ^ other[whole]) >> (8 - rest) == 0);
    }

    private static (IPNetwork Network, string What) Named(string network, string what) => (IPNetwork.Parse(network), what);
}
