using System.Buffers;

namespace Cuttings.Import.WordPress.Content;

/// <summary>What has the form of a shortcode: `[name]`, `[name key="value"]`, `[name=value]`, `[/name]`, `[name /]`. Whether it is one is told by <see cref="Shortcodes"/>.</summary>
/// <param name="Name">Lower-case ASCII.</param>
/// <param name="Attributes">What follows the name, as it stands.</param>
/// <param name="Closes">`[/name]`.</param>
/// <param name="End">The place after it.</param>
internal readonly record struct Shortcode(string Name, string Attributes, bool Closes, int End)
{
    private static readonly SearchValues<char> AfterAddress = SearchValues.Create(" \t\n\"'|");

    private const int LongestName = 40;
    private const int Longest = 4000;

    /// <summary>True where `[` at this place begins what has the form.</summary>
    public static bool TryRead(string html, int at, out Shortcode shortcode)
    {
        shortcode = default;
        var closes = at + 1 < html.Length && html[at + 1] == '/';
        var from = at + (closes ? 2 : 1);
        var end = from;
        while (end < html.Length && end - from <= LongestName && (char.IsAsciiLetterLower(html[end]) || (end > from && (char.IsAsciiDigit(html[end]) || html[end] is '_' or '-'))))
        {
            end++;
        }

        if (end == from || end - from > LongestName || end == html.Length || html[end] is not (']' or ' ' or '\t' or '\n' or '/' or '=' or '\u00A0'))
        {
            return false;
        }

        var name = html[from..end];
        var close = CloseOf(html, end);
        if (close < 0)
        {
            return false;
        }

        var attributes = html[end..close].Trim().TrimEnd('/').TrimEnd();
        shortcode = new(name, attributes, closes, close + 1);
        return !closes || attributes.Length == 0;
    }

    /// <summary>The value of an attribute, or null.</summary>
    public string? Value(string key)
    {
        return WxrAttributes.Find(Attributes, key);
    }

    /// <summary>The first http or https address among its attributes: `[youtube=https://…]`, `[audio https://…]`, `[video src="https://…"]`.</summary>
    public string? Address()
    {
        var from = Attributes.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        if (from < 0)
        {
            return null;
        }

        var rest = Attributes.AsSpan(from);
        var end = rest.IndexOfAny(AfterAddress);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    // A bracket inside a quoted value is not the end; other brackets and tags make it text.
    private static int CloseOf(string html, int from)
    {
        var most = Math.Min(html.Length, from + Longest);
        for (var n = from; n < most; n++)
        {
            switch (html[n])
            {
                case ']':
                    return n;
                case '[' or '<':
                    return -1;
                case '"' or '\'' when html[n - 1] == '=':
                    var quote = html.IndexOf(html[n], n + 1, most - n - 1);
                    n = quote < 0 ? n : quote;
                    break;
            }
        }

        return -1;
    }
}
