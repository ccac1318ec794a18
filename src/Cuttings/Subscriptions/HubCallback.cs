using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Cuttings.Subscriptions;

/// <summary>The address at which a hub tells of one subscription: `/websub/{number}/{token}`, unguessable without the secret that it is made from (WebSub, section 8.1).</summary>
public static class HubCallback
{
    /// <summary>What such addresses begin with.</summary>
    public const string Prefix = "/websub/";

    private const int SecretBytes = 30;

    /// <summary>A new secret: 40 characters that need no escaping.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The address's path.</summary>
    public static string Path(long subscription, string secret) => $"{Prefix}{subscription}/{Token(subscription, secret)}";

    /// <summary>The subscription's number and the token in such a path; false for any other.</summary>
    public static bool TryRead(string? path, out long subscription, out string token)
    {
        (subscription, token) = (0, "");
        if (path?.StartsWith(Prefix, StringComparison.Ordinal) != true || path[Prefix.Length..].Split('/') is not [var number, { Length: > 0 } last] || !long.TryParse(number, out subscription))
        {
            return false;
        }

        token = last;
        return true;
    }

    /// <summary>Whether the token is this subscription's; compared in constant time.</summary>
    public static bool IsOf(Subscription subscription, string token)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return subscription.HubSecret is { } secret && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Token(subscription.Id, secret)), Encoding.UTF8.GetBytes(token));
    }

    /// <summary>Whether the hub may be told the secret, so that its deliveries can be believed: only over TLS (section 5.1).</summary>
    public static bool SharesSecret(Subscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return subscription.Hub?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
    }

    private static string Token(long subscription, string secret) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"callback {subscription}")).AsSpan(0, 18));
}
