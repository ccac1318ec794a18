using System.Text.RegularExpressions;

namespace Cuttings.Cli;

/// <summary>Keeps the password of an archive's address out of every message.</summary>
internal static partial class Secrets
{
    public static string Hide(string message, string? address)
    {
        foreach (var known in new[] { address, Environment.GetEnvironmentVariable("CUTTINGS_ARCHIVE") })
        {
            foreach (Match match in Password().Matches(known ?? ""))
            {
                var secret = match.Groups["secret"].Value.Trim('\'', '"');
                message = secret.Length == 0 ? message : message.Replace(secret, "***", StringComparison.Ordinal);
            }
        }

        return message;
    }

    [GeneratedRegex("""(?:(?:password|pwd|passfile)\s*=\s*(?<secret>'[^']*'|"[^"]*"|[^;]*))|(?:://[^:/@]*:(?<secret>[^@]*)@)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Password();
}
