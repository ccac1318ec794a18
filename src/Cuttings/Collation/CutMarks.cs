namespace Cuttings.Collation;

/// <summary>The marks that claim a cut: … ... . . . [...] (…) [snip] * * *</summary>
internal static class CutMarks
{
    /// <summary>Where the mark that begins here ends; 0 where there is none.</summary>
    public static int EndOf(string text, int at)
    {
        switch (text[at])
        {
            case '…' or '⋯':
            case '.' when Dots(text, at) >= 3:
                return Tail(text, at);
            case '[' when text.AsSpan(at).StartsWith("[snip]", StringComparison.OrdinalIgnoreCase):
                return at + 6;
            case '[' or '(' or '（':
                var inner = Skip(text, at + 1);
                if (inner >= text.Length || text[inner] is not ('…' or '⋯' or '.') || (text[inner] == '.' && Dots(text, inner) < 2))
                {
                    return 0;
                }

                var end = Skip(text, Tail(text, inner));
                return end < text.Length && text[end] is ']' or ')' or '）' ? end + 1 : 0;
            case '*' or '⁂':
                return Stars(text, at);
            default:
                return 0;
        }
    }

    private static int Dots(string text, int at)
    {
        var dots = 0;
        for (var n = at; n < text.Length && (text[n] == '.' || (text[n] is ' ' or '\u00A0' && n + 1 < text.Length && text[n + 1] == '.')); n++)
        {
            dots += text[n] == '.' ? 1 : 0;
        }

        return dots;
    }

    private static int Tail(string text, int at)
    {
        var end = at;
        for (var n = at; n < text.Length && (text[n] is '.' or '…' or '⋯' or ' ' or '\u00A0'); n++)
        {
            end = text[n] is ' ' or '\u00A0' ? end : n + 1;
        }

        return end;
    }

    private static int Stars(string text, int at)
    {
        if (text[at] == '⁂')
        {
            return at + 1;
        }

        var (stars, end) = (0, at);
        for (var n = at; n < text.Length && text[n] is '*' or ' ' or '\u00A0'; n++)
        {
            if (text[n] == '*')
            {
                stars++;
                end = n + 1;
            }
        }

        return stars >= 3 ? end : 0;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0')
        {
            at++;
        }

        return at;
    }
}
