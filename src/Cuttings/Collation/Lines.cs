namespace Cuttings.Collation;

/// <summary>What line ends mean: a text may come with a line a paragraph, or filled to a width.</summary>
internal static class Lines
{
    // Nobody fills lines wider than this.
    private const int Widest = 120;
    private const int Narrowest = 40;

    /// <summary>The length of the longest line; 0 where lines are not filled.</summary>
    public static int WidthOf(string text)
    {
        var longest = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            longest = Math.Max(longest, line.TrimEnd().Length);
            if (longest > Widest)
            {
                return 0;
            }
        }

        return longest < Narrowest ? 0 : longest;
    }

    /// <summary>True where the line end at <paramref name="at"/> only fills a line: the next word, at <paramref name="next"/>, had no room.</summary>
    public static bool GoesOn(string text, int at, int next, int width)
    {
        if (width == 0 || Bullet(text, next) > 0)
        {
            return false;
        }

        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var word = next;
        while (word < text.Length && !char.IsWhiteSpace(text[word]))
        {
            word++;
        }

        return at - start + 1 + (word - next) > width;
    }

    /// <summary>Where the first line that is not blank ends; -1 where no other follows.</summary>
    public static int FirstEnd(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start < text.Length ? text.IndexOf('\n', start) : -1;
    }

    /// <summary>How long the bullet or item number here is, its space included; 0 for none.</summary>
    public static int Bullet(string text, int at)
    {
        var end = at;
        if (text[at] is '-' or '–' or '*' or '•' or '·' or '▪' or '◦' or '●' or '○' or '■' or '□' or '‣' or '※' or '◆' or '▶' or '►' or '—')
        {
            end++;
        }
        else
        {
            while (end < text.Length && end - at < 3 && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            end = end > at && end < text.Length && text[end] is '.' or ')' ? end + 1 : at;
        }

        return end > at && end < text.Length && text[end] is ' ' or '\t' or '\u00A0' && end + 1 < text.Length && text[end + 1] != '*' ? end + 1 - at : 0;
    }
}
