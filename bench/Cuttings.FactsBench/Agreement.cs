using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cuttings.FactsBench;

/// <summary>How often a reader's facts are the approved ones.</summary>
internal sealed class Agreement(string name)
{
    private readonly Dictionary<string, (int Same, int Expected, int Unasked)> fields = new(StringComparer.Ordinal);

    public List<string> Differences { get; } = [];

    public void Add(string page, string field, string? expected, string? found, Func<string, string>? key = null)
    {
        key ??= Plain;
        var (same, all, unasked) = fields.GetValueOrDefault(field);
        if (string.IsNullOrWhiteSpace(expected))
        {
            fields[field] = (same, all, unasked + (string.IsNullOrWhiteSpace(found) ? 0 : 1));
            return;
        }

        var agrees = found is not null && key(expected) == key(found);
        fields[field] = (same + (agrees ? 1 : 0), all + 1, unasked);
        if (!agrees)
        {
            Differences.Add($"{field} | {page} | {expected} | {found}");
        }
    }

    public void Print()
    {
        foreach (var (field, (same, all, unasked)) in fields)
        {
            Console.WriteLine($"{name,-12} {field,-17} {same,4} of {all,3} = {100.0 * same / Math.Max(1, all),5:0.0} %; given where none is approved: {unasked}");
        }
    }

    /// <summary>As <see cref="Add"/>, but where somebody has looked at the page and found it printed otherwise, by that judgement; it is kept as a digest, so that the pages' own texts stay with them.</summary>
    public void AddJudged(JsonElement judged, string page, string field, string? expected, string? found, Func<string, string> key)
    {
        if (!judged.TryGetProperty(page, out var one) || !one.TryGetProperty(field, out var digest))
        {
            Add(page, field + " as printed", expected, found, key);
        }
        else if (digest.GetString() is { Length: > 0 } right)
        {
            Add(page, field + " as printed", right, found is null ? null : Digest(key(found)), text => text);
        }
    }

    public (int Same, int All) Of(string field) => fields.TryGetValue(field, out var counts) ? (counts.Same, counts.Expected) : (0, 0);

    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];

    /// <summary>Case, white space and quotation marks do not count.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var sign in text)
        {
            plain.Append(char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign).ToString() : "");
        }

        return plain.ToString();
    }

    /// <summary>A byline without "By".</summary>
    public static string Byline(string text)
    {
        var plain = Plain(text.Replace(" and ", ",", StringComparison.Ordinal));
        return plain.StartsWith("by", StringComparison.Ordinal) ? plain[2..] : plain;
    }

    public static string Day(string text) => text.Length >= 10 ? text[..10] : text;

    public static string Language(string text) => text.Split('-', '_')[0].ToLowerInvariant();
}
