using System.Collections.Immutable;
using Cuttings.Sources;

namespace Cuttings.Subscriptions;

/// <summary>One link of an HTTP Link header (RFC 8288).</summary>
/// <param name="Address">Absolute http or https.</param>
/// <param name="Relations">What it is to the answer, a word each.</param>
public sealed record HeaderLink(string Address, ImmutableArray<string> Relations);

/// <summary>Reads the Link header of an answer (RFC 8288 section 3); what is not well-formed in it is passed over.</summary>
public static class LinkHeader
{
    private const int Most = 100;

    /// <summary>Its links, in order; relative ones are resolved against <paramref name="address"/>.</summary>
    public static ImmutableArray<HeaderLink> Read(string? header, string? address)
    {
        var links = ImmutableArray.CreateBuilder<HeaderLink>();
        var rest = (header is { Length: > 65536 } ? header[..65536] : header ?? "").AsSpan();
        while (links.Count < Most && rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0)
            {
                break;
            }

            var target = rest[..close].Trim().ToString();
            rest = rest[(close + 1)..];
            var relations = Parameters(ref rest);
            if (relations.Length > 0 && Absolute(target, address) is { } absolute)
            {
                links.Add(new(absolute, [.. relations.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]));
            }
        }

        return links.ToImmutable();
    }

    // Up to the comma that ends the link; the first rel counts.
    private static string Parameters(ref ReadOnlySpan<char> rest)
    {
        var relations = "";
        while (true)
        {
            rest = rest.TrimStart();
            if (rest is not [';', ..])
            {
                return relations;
            }

            rest = rest[1..].TrimStart();
            var end = rest.IndexOfAny("=;,");
            var name = rest[..(end < 0 ? rest.Length : end)].Trim().ToString();
            rest = end < 0 ? [] : rest[end..];
            if (rest is not ['=', ..])
            {
                continue;
            }

            rest = rest[1..].TrimStart();
            var quoted = rest is ['"', ..];
            rest = quoted ? rest[1..] : rest;
            var stop = quoted ? rest.IndexOf('"') : rest.IndexOfAny(";,");
            var value = rest[..(stop < 0 ? rest.Length : stop)].Trim().ToString();
            rest = stop < 0 ? [] : rest[(quoted ? stop + 1 : stop)..];
            relations = relations.Length == 0 && name.Equals("rel", StringComparison.OrdinalIgnoreCase) ? value : relations;
        }
    }

    private static string? Absolute(string target, string? address) =>
        WebAddress.TryParse(target, out var absolute) ? absolute
            : Uri.TryCreate(address, UriKind.Absolute, out var from) && Uri.TryCreate(from, target, out var resolved) && WebAddress.TryParse(resolved.AbsoluteUri, out absolute) ? absolute : null;
}
