namespace Cuttings.Import.WordPress.Content;

/// <summary>A tag in a post's text.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Attributes">As they stand.</param>
/// <param name="Closes">`&lt;/name&gt;`.</param>
/// <param name="End">The place after it.</param>
internal readonly record struct PostTag(string Name, string Attributes, bool Closes, int End)
{
    private const int Longest = 16 * 1024;
    private const int LongestName = 40;

    /// <summary>True where a whole tag begins at this place; else what begins here is text, up to <see cref="End"/> at least.</summary>
    public static bool TryRead(string html, int at, out PostTag tag)
    {
        tag = new("", "", false, at + 1);
        var closes = at + 1 < html.Length && html[at + 1] == '/';
        var from = at + (closes ? 2 : 1);
        if (from >= html.Length || !char.IsAsciiLetter(html[from]))
        {
            return false;
        }

        var end = from;
        while (end < html.Length && end - from < LongestName && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':'))
        {
            end++;
        }

        var close = CloseOf(html, end);
        if (close == html.Length || html[close] != '>')
        {
            tag = tag with { End = close };
            return false;
        }

        tag = new(html[from..end].ToLowerInvariant(), html[end..close], closes, close + 1);
        return true;
    }

    /// <summary>The value of an attribute, entities decoded, or null.</summary>
    public string? Value(string name) => WxrAttributes.Find(Attributes, name);

    public bool HasClass(string name) => Attributes.Contains(name, StringComparison.Ordinal) && Value("class") is { } classes && classes.Split(' ').Contains(name, StringComparer.Ordinal);

    private static int CloseOf(string html, int from)
    {
        var most = Math.Min(html.Length, from + Longest);
        for (var n = from; n < most; n++)
        {
            if (html[n] is '>' or '<')
            {
                return n;
            }

            // Only after an equals sign: an apostrophe elsewhere is a slip.
            if (html[n] is '"' or '\'' && html[n - 1] == '=' && html.IndexOf(html[n], n + 1, most - n - 1) is >= 0 and var quote)
            {
                n = quote;
            }
        }

        return most;
    }
}
