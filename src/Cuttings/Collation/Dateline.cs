namespace Cuttings.Collation;

/// <summary>The dateline of an agency: `OLDTOWN, May 3 (Wire) --`.</summary>
internal static class Dateline
{
    private const int Longest = 90;

    /// <summary>Where the dateline that a paragraph begins with ends; 0 where it has none.</summary>
    public static int EndOf(string text, int at)
    {
        var line = text.AsSpan(at, Math.Min(Longest, text.Length - at));
        var stop = line.IndexOf('\n');
        line = stop < 0 ? line : line[..stop];
        var dash = Dash(line);
        if (dash <= 0)
        {
            return 0;
        }

        var head = line[..dash].Trim();
        var capitals = 0;
        while (capitals < head.Length && (char.IsUpper(head[capitals]) || (capitals > 0 && head[capitals] is ' ' or '.' or '\'' or '’' or '-')))
        {
            capitals++;
        }

        // A place in capitals, or a place and its agency in parentheses.
        var place = capitals >= 3 && (capitals == head.Length || head[capitals] is ',' or '(' or '/' || (char.IsLower(head[capitals]) && head.EndsWith(")")));
        var agency = head.EndsWith(")") && head.IndexOf('(') is > 2 and var open && char.IsUpper(head[0]) && head[..open].Count(' ') <= 6;
        return place || agency ? at + dash + Width(line[dash..]) : 0;
    }

    private static int Dash(ReadOnlySpan<char> line)
    {
        for (var n = 1; n < line.Length; n++)
        {
            if (line[n] is '—' || (line[n] == '-' && n + 1 < line.Length && line[n + 1] == '-') || (line[n] is '-' or '–' && line[n - 1] == ' ' && n + 1 < line.Length && line[n + 1] == ' ') || (line[n] == ':' && line[n - 1] == ')'))
            {
                return n;
            }

            if (line[n] is '“' or '"' or '?' or '!' or ';')
            {
                return 0;
            }
        }

        return 0;
    }

    private static int Width(ReadOnlySpan<char> line)
    {
        var n = 0;
        while (n < line.Length && line[n] is '-' or '—' or '–' or ' ' or ':')
        {
            n++;
        }

        return n;
    }
}
