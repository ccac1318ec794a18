using System.Text;
using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>Addresses inside HTML: links made absolute, and the first picture found. One pass over the tags, in linear time.</summary>
internal static class HtmlAddresses
{
    /// <summary>The HTML with the relative addresses of its links resolved.</summary>
    public static string Resolve(string html, string address)
    {
        if (!html.Contains("href", StringComparison.OrdinalIgnoreCase))
        {
            return html;
        }

        StringBuilder? resolved = null;
        var copied = 0;
        foreach (var tag in Tags(html))
        {
            if (!Is(html, tag, "a") || Attribute(html, tag, "href") is not { } place || html[place] is var value && (value.Length == 0 || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                || Addresses.Resolve(new Entities().Decode(value), address) is not { } absolute)
            {
                continue;
            }

            (resolved ??= new(html.Length + 256)).Append(html, copied, place.Start.Value - copied)
                .Append(absolute.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal).Replace("'", "%27", StringComparison.Ordinal));
            copied = place.End.Value;
        }

        return resolved is null ? html : resolved.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>The address and alt text of the first picture that is larger than a dot.</summary>
    public static (string Address, string? Alternative)? Picture(string html, string? address)
    {
        foreach (var tag in Tags(html))
        {
            if (Is(html, tag, "img") && Attribute(html, tag, "src") is { } place && Addresses.Resolve(new Entities().Decode(html[place]), address) is { } absolute
                && !(Attribute(html, tag, "width") is { } width && html[width].Trim() is "1" or "0"))
            {
                return (absolute, Attribute(html, tag, "alt") is { } alt ? Readable.Line(new(html[alt], true, null)) : null);
            }
        }

        return null;
    }

    private static IEnumerable<Range> Tags(string html)
    {
        for (var start = html.IndexOf('<', StringComparison.Ordinal); start >= 0 && start + 1 < html.Length;)
        {
            if (!char.IsAsciiLetter(html[start + 1]))
            {
                start = html.IndexOf('<', start + 1);
                continue;
            }

            var end = html.IndexOfAny(['<', '>'], start + 1);
            end = end < 0 ? html.Length : end;
            yield return start..end;
            start = end >= html.Length ? -1 : html[end] == '<' ? end : html.IndexOf('<', end);
        }
    }

    private static bool Is(string html, Range tag, string name)
    {
        var start = tag.Start.Value + 1;
        return string.Compare(html, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && start + name.Length < tag.End.Value && (char.IsWhiteSpace(html[start + name.Length]) || html[start + name.Length] == '/');
    }

    private static Range? Attribute(string html, Range tag, string name)
    {
        var end = tag.End.Value;
        for (var at = tag.Start.Value + 1; at < end;)
        {
            var start = at;
            while (at < end && html[at] is not ('=' or '"' or '\'' or '/') && !char.IsWhiteSpace(html[at]))
            {
                at++;
            }

            var found = html.AsSpan(start, at - start).Equals(name, StringComparison.OrdinalIgnoreCase);
            var before = at;
            while (at < end && char.IsWhiteSpace(html[at]))
            {
                at++;
            }

            if (at >= end || html[at] != '=')
            {
                at = Math.Max(before, start) + (at == start || before == start ? 1 : 0);
                continue;
            }

            at++;
            while (at < end && char.IsWhiteSpace(html[at]))
            {
                at++;
            }

            var quote = at < end && html[at] is '"' or '\'' ? html[at] : '\0';
            var from = quote == '\0' ? at : at + 1;
            var to = quote == '\0' ? html.AsSpan(from, end - from).IndexOfAny(" \t\r\n") : html.AsSpan(from, Math.Max(0, end - from)).IndexOf(quote);
            to = to < 0 ? end : from + to;
            if (found)
            {
                return from..to;
            }

            at = to + 1;
        }

        return null;
    }
}
