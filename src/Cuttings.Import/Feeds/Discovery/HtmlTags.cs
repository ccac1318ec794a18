using System.Net;

namespace Cuttings.Import.Feeds.Discovery;

/// <summary>A start tag of a page with its attributes, names in small letters.</summary>
internal sealed class HtmlTag(string name, List<(string Name, string Value)> attributes)
{
    public string Name { get; } = name;

    public string? this[string attribute] => attributes.Find(one => one.Name == attribute).Value;
}

/// <summary>The tags of a page that can name a feed; what stands in comments, scripts and styles is passed over. Linear in time.</summary>
internal static class HtmlTags
{
    private const int MostAttributes = 40;

    public static IEnumerable<HtmlTag> Of(string html)
    {
        var (noComment, hidden) = (false, (string?)null);
        var endless = new HashSet<string>(StringComparer.Ordinal);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            if (hidden is not null)
            {
                // What never ends is looked for once.
                var close = endless.Contains(hidden) ? -1 : html.IndexOf("</" + hidden, at, StringComparison.OrdinalIgnoreCase);
                if (close < 0)
                {
                    endless.Add(hidden);
                }

                hidden = null;
                at = close < 0 ? at + 1 : close + 2;
                continue;
            }

            if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
            {
                var close = noComment ? -1 : html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                noComment |= close < 0;
                at = close < 0 ? at + 4 : close + 3;
                continue;
            }

            var start = ++at;
            while (at < html.Length && char.IsAsciiLetterOrDigit(html[at]))
            {
                at++;
            }

            if (at == start || at - start > 12)
            {
                continue;
            }

            var name = html[start..at].ToLowerInvariant();
            if (name is "link" or "a" or "meta" or "base")
            {
                yield return new(name, Attributes(html, ref at));
            }
            else if (name is "script" or "style" or "template" or "textarea" or "title")
            {
                hidden = name;
            }
        }
    }

    private static List<(string Name, string Value)> Attributes(string html, ref int at)
    {
        var found = new List<(string, string)>();
        while (at < html.Length && html[at] is not ('>' or '<'))
        {
            if (char.IsWhiteSpace(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }

            var start = at;
            while (at < html.Length && html[at] is not ('=' or '>' or '<' or '/') && !char.IsWhiteSpace(html[at]))
            {
                at++;
            }

            var name = html[start..at].ToLowerInvariant();
            var value = "";
            Skip(html, ref at);
            if (at < html.Length && html[at] == '=')
            {
                at++;
                Skip(html, ref at);
                value = Value(html, ref at);
            }

            if (found.Count < MostAttributes && name.Length is > 0 and <= 40)
            {
                found.Add((name, value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value));
            }
        }

        return found;
    }

    private static string Value(string html, ref int at)
    {
        if (at >= html.Length)
        {
            return "";
        }

        var quote = html[at] is '"' or '\'' ? html[at] : '\0';
        var from = quote == '\0' ? at : at + 1;
        var window = html.AsSpan(from, Math.Min(html.Length - from, 4096));
        var length = quote == '\0' ? window.IndexOfAny(" \t\r\n>") : window.IndexOf(quote);
        var found = length >= 0;
        length = found ? length : quote == '\0' ? window.Length : 0;
        at = from + length + (found && quote != '\0' ? 1 : 0);
        return html.Substring(from, length);
    }

    private static void Skip(string html, ref int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }
    }
}
