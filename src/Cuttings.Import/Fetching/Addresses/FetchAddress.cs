using System.Net;

namespace Cuttings.Import.Fetching.Addresses;

/// <summary>An address whose form may be asked for. What its name resolves to is looked at when connecting.</summary>
/// <param name="Uri">Without fragment, its host in canonical ASCII form.</param>
/// <param name="Host">In lower case, without trailing dot or brackets.</param>
/// <param name="Literal">Where the host is an IP address.</param>
internal sealed record FetchAddress(Uri Uri, string Host, IPAddress? Literal)
{
    public int Port => Uri.Port;

    /// <summary>Whose turn it is: the host, with its port where that is unusual, so that http and https of one host wait for each other.</summary>
    public string Line { get; } = Uri.IsDefaultPort ? Host : $"{Host}:{Uri.Port}";

    /// <summary>Whose robots.txt it is (RFC 9309, 2.3: scheme, host and port).</summary>
    public string Site { get; } = Uri.GetLeftPart(UriPartial.Authority);

    public string Text => Uri.AbsoluteUri;
}
