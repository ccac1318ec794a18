using System.Globalization;
using System.Text;

namespace Cuttings.Import.Fetching.Robots;

/// <summary>What a robots.txt says to us (RFC 9309). Crawl-delay is no part of the standard, but of what hosts write.</summary>
internal sealed class RobotsFile
{
    /// <summary>How much of a file is read (RFC 9309, 2.5: at least 500 KiB).</summary>
    public const int Limit = 500 << 10;

    /// <summary>A file that forbids nothing.</summary>
    public static readonly RobotsFile Open = new([], null);

    // Comparing a hostile file with a hostile address ends here, as forbidden.
    private const int MostSteps = 5_000_000;
    private const int LongestPattern = 2_048;

    private readonly List<RobotsRule> rules;

    private RobotsFile(List<RobotsRule> rules, TimeSpan? crawlDelay) => (this.rules, CrawlDelay) = (rules, crawlDelay);

    /// <summary>How long to wait between two requests, as it asks.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>What it takes in memory, about.</summary>
    public int Size => 64 + rules.Sum(rule => 48 + (2 * rule.Pattern.Length));

    /// <summary>Whether a path with its query may be asked for: the longest rule that fits decides, and of two as long the one that allows.</summary>
    public bool Allows(string pathAndQuery)
    {
        if (pathAndQuery.Equals("/robots.txt", StringComparison.Ordinal))
        {
            return true;
        }

        var path = RobotsPath.OfAddress(pathAndQuery);
        var steps = MostSteps;
        RobotsRule? best = null;
        foreach (var rule in rules)
        {
            var isBetter = best is null || rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.Allows);
            if (isBetter && rule.Fits(path, ref steps))
            {
                best = rule;
            }
        }

        return steps > 0 && (best?.Allows ?? true);
    }

    /// <summary>Reads the rules for one crawler: those of every group that names it, else those for all (`*`).</summary>
    /// <param name="bytes">UTF-8, with or without BOM, lines ended by CR, LF or both. Anything else in it is passed over.</param>
    /// <param name="token">The crawler's product token.</param>
    public static RobotsFile Read(ReadOnlySpan<byte> bytes, string token)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Limit)]).TrimStart('\ufeff');
        var own = new Group();
        var all = new Group();
        bool isForUs = false, isForAll = false, isOpen = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Split(line) is not var (key, value))
            {
                continue;
            }

            if (key is "user-agent")
            {
                // Names one below the other share what follows; after a rule, a name begins another group.
                (isForUs, isForAll) = isOpen ? (isForUs, isForAll) : (false, false);
                isOpen = true;
                isForUs |= Product(value).Equals(token, StringComparison.OrdinalIgnoreCase);
                isForAll |= value.StartsWith('*');
                own.IsNamed |= isForUs;
                continue;
            }

            if (key is not ("allow" or "disallow" or "crawl-delay"))
            {
                continue;
            }

            isOpen = false;
            if (isForUs)
            {
                own.Take(key, value);
            }

            if (isForAll)
            {
                all.Take(key, value);
            }
        }

        var group = own.IsNamed ? own : all;
        return new(group.Rules, group.CrawlDelay);
    }

    private static (string Key, string Value)? Split(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        line = comment >= 0 ? line[..comment] : line;
        var colon = line.IndexOf(':');
        return colon < 0 ? null : (line[..colon].Trim().ToString().ToLowerInvariant(), line[(colon + 1)..].Trim().ToString());
    }

    /// <summary>A product token is letters, hyphens and underscores (RFC 9309, 2.2.1); what follows it, a version say, does not count.</summary>
    private static ReadOnlySpan<char> Product(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }

        return value.AsSpan(0, end);
    }

    private sealed class Group
    {
        public bool IsNamed { get; set; }

        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Take(string key, string value)
        {
            if (key is "crawl-delay")
            {
                CrawlDelay = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400)) : CrawlDelay;
            }
            else if (value.Length is > 0 and <= LongestPattern)
            {
                Rules.Add(new(RobotsPath.OfRule(value), key is "allow"));
            }
        }
    }
}
