using System.Buffers;
using System.Net;
using System.Text;

namespace Cuttings.Import.Fetching.Addresses;

/// <summary>Which addresses are ever asked: by their form, before any name is resolved, and by what a name resolves to.</summary>
internal sealed class AddressPolicy(GatewaySettings settings)
{
    private const int LongestQuoted = 120;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Names that mean this machine or this network (RFC 6761, 6762, 8375, 9476; ICANN's .internal), whatever a resolver says.</summary>
    private static readonly string[] InnerNames = ["localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa", "alt"];

    /// <summary>Null, with the reason in one sentence, where the address is none that is asked.</summary>
    public FetchAddress? Read(string address, out string why)
    {
        var text = address.AsSpan().Trim(" \t\r\n\f").ToString();
        if (text.Length > settings.AddressLimit)
        {
            why = $"The address is longer than {settings.AddressLimit:N0} characters: {Quoted(text)}.";
            return null;
        }

        if (text.AsSpan().ContainsAnyInRange('\0', '\u001f') || Parse(text, null) is not { } uri)
        {
            why = text.Length == 0 ? "No address was given." : $"{Quoted(text)} is no address.";
            return null;
        }

        why = uri.Scheme is not ("http" or "https") ? $"{Quoted(text)} is refused: only http and https are asked."
            : uri.UserInfo.Length > 0 ? $"The address on {uri.Host} is refused: it holds a user name or password."
            : "";
        return why.Length > 0 ? null : OfHost(uri, text, ref why);
    }

    /// <summary>An absolute address, from a text and where it stood; null where it is none.</summary>
    public static Uri? Parse(string text, Uri? from)
    {
        try
        {
            return from is null ? (Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null) : Uri.TryCreate(from, text, out uri) ? uri : null;
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or UriFormatException)
        {
            // System.Uri throws on some ill-formed hosts where it should say no.
            return null;
        }
    }

    /// <summary>What forbids an address that a name resolved to; null where it may be connected to.</summary>
    public string? Forbids(IPAddress address, int port) =>
        settings.TestEndpoints?.Allow(address, port) == true ? null
        : ForbiddenNetworks.Find(address) ?? (settings.Ports.Contains(port) ? null : $"an address on port {port}");

    private FetchAddress? OfHost(Uri uri, string text, ref string why)
    {
        if (Host(uri) is not var (host, literal))
        {
            why = $"{Quoted(text)} is refused: its host is no name or address.";
            return null;
        }

        why = literal is not null
            ? Forbids(literal, uri.Port) is { } what ? $"{Quoted(text)} is refused: it is {what}." : ""
            : FormForbids(host, uri.Port) is { } reason ? $"{Quoted(text)} is refused: {reason}." : "";
        if (why.Length > 0)
        {
            return null;
        }

        var canonical = new UriBuilder(uri) { Host = host, Fragment = "" }.Uri;
        return new(canonical, host, literal);
    }

    private static (string Host, IPAddress? Literal)? Host(Uri uri)
    {
        if (uri.HostNameType == UriHostNameType.IPv6)
        {
            // A zone id names an interface of this machine.
            return !uri.DnsSafeHost.Contains('%') && IPAddress.TryParse(uri.DnsSafeHost, out var v6) && v6.ScopeId == 0 ? (v6.ToString(), v6) : null;
        }

        string host;
        try
        {
            host = uri.IdnHost.Normalize(NormalizationForm.FormKC).Replace('。', '.').ToLowerInvariant();
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            return null;
        }

        host = host.EndsWith('.') ? host[..^1] : host;
        if (host.Length is 0 or > 253 || host.AsSpan().ContainsAnyExcept(NameCharacters) || host.Split('.').Any(label => label.Length is 0 or > 63))
        {
            return null;
        }

        if (!Ipv4Literal.IsMeant(host))
        {
            return (host, null);
        }

        return Ipv4Literal.Read(host) is { } v4 ? (v4.ToString(), v4) : null;
    }

    private string? FormForbids(string host, int port) =>
        !settings.Ports.Contains(port) && settings.TestEndpoints?.AllowPort(port) != true ? $"port {port} is not asked"
        : !host.Contains('.') ? "a name without a dot is one of this network"
        : InnerNames.Any(name => $".{host}".EndsWith($".{name}")) ? "its name is one of this machine or network"
        : settings.Proxy is null && host.EndsWith(".onion") ? "an onion service is reached only through Tor"
        : null;

    private static string Quoted(string text) => text.Length <= LongestQuoted ? text : text[..LongestQuoted] + "…";
}
