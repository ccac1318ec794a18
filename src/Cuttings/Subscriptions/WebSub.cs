using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Cuttings.Fetching;

namespace Cuttings.Subscriptions;

/// <summary>The parts of WebSub (W3C Recommendation, 2018) that need no network: finding the hub, asking it, believing it.</summary>
public static class WebSub
{
    /// <summary>How long a lease is asked for.</summary>
    public static readonly TimeSpan AskedLease = TimeSpan.FromDays(10);

    /// <summary>The largest body that a hub may deliver, in bytes.</summary>
    public const int LargestDelivery = 32 * 1024 * 1024;

    /// <summary>The hubs and the topic that a feed names; its HTTP Link header goes before the document (section 4). Null where it names no hub or no address of its own.</summary>
    public static (ImmutableArray<string> Hubs, string Topic)? Offered(Fetched? fetched, FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var links = LinkHeader.Read(fetched?.Link, fetched?.Address);
        ImmutableArray<string> hubs = [.. links.Where(link => link.Relations.Contains("hub", StringComparer.OrdinalIgnoreCase)).Select(link => link.Address).Distinct(StringComparer.Ordinal)];
        var topic = links.FirstOrDefault(link => link.Relations.Contains("self", StringComparer.OrdinalIgnoreCase))?.Address;
        hubs = hubs.IsEmpty ? feed.Hubs : hubs;
        topic ??= feed.Self;
        return hubs.IsEmpty || topic is null ? null : (hubs, topic);
    }

    /// <summary>The form that asks a hub to subscribe or to unsubscribe (section 5.1), `application/x-www-form-urlencoded`.</summary>
    /// <param name="subscribe">Or to end it.</param>
    /// <param name="topic">The feed's own address.</param>
    /// <param name="callback">Where the hub is to deliver: unguessable, one for each subscription.</param>
    /// <param name="secret">What deliveries are signed with, of at most 199 bytes; null only where the hub is not asked over TLS.</param>
    public static byte[] Request(bool subscribe, string topic, string callback, string? secret)
    {
        var form = new StringBuilder("hub.mode=").Append(subscribe ? "subscribe" : "unsubscribe")
            .Append("&hub.topic=").Append(Uri.EscapeDataString(topic)).Append("&hub.callback=").Append(Uri.EscapeDataString(callback));
        if (subscribe)
        {
            form.Append("&hub.lease_seconds=").Append((long)AskedLease.TotalSeconds);
            if (secret is not null)
            {
                if (Encoding.UTF8.GetByteCount(secret) >= 200)
                {
                    throw new CuttingsException(ErrorKind.Usage, "A secret for a hub has to be shorter than 200 bytes.");
                }

                form.Append("&hub.secret=").Append(Uri.EscapeDataString(secret));
            }
        }

        return Encoding.ASCII.GetBytes(form.ToString());
    }

    /// <summary>
    /// Whether a delivery is signed with the secret (X-Hub-Signature, section 7.1): `sha1=`, `sha256=`, `sha384=` or `sha512=` and hex. Compared in
    /// constant time. One without a valid signature is to be answered with 2xx and thrown away.
    /// </summary>
    public static bool IsSigned(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var (method, hex) = signature?.Trim().Split('=', 2) is [var left, var right] ? (left.Trim().ToLowerInvariant(), right.Trim()) : ("", "");
        var key = Encoding.UTF8.GetBytes(secret);
#pragma warning disable CA5350 // WebSub's own first method; hubs still sign with it, and HMAC-SHA1 is not broken.
        var own = method switch
        {
            "sha1" => HMACSHA1.HashData(key, body),
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => [],
        };
#pragma warning restore CA5350
        var given = new byte[own.Length];
        return own.Length > 0 && hex.Length == own.Length * 2
            && Convert.FromHexString(hex, given, out _, out var written) == System.Buffers.OperationStatus.Done && written == own.Length
            && CryptographicOperations.FixedTimeEquals(own, given);
    }

    /// <summary>When to ask for a lease anew: after nine tenths of it, a day before its end at the latest where it is long enough, and never sooner than in ten minutes.</summary>
    /// <param name="granted">When the hub verified it.</param>
    /// <param name="lease">The hub.lease_seconds that it granted.</param>
    public static DateTimeOffset RenewAt(DateTimeOffset granted, TimeSpan lease)
    {
        var wait = lease * 0.9;
        wait = lease > TimeSpan.FromDays(10) ? lease - TimeSpan.FromDays(1) : wait;
        return granted + (wait < TimeSpan.FromMinutes(10) ? TimeSpan.FromMinutes(10) : wait > TimeSpan.FromDays(90) ? TimeSpan.FromDays(90) : wait);
    }
}
