namespace Cuttings.Import.Feeds.Markup;

/// <summary>The DOCTYPE of an ill-formed feed, and the plain entities that it declares.</summary>
internal sealed partial class LooseReading
{
    private bool Doctype()
    {
        var place = at + 2;
        while (place < text.Length && text[place] is not ('>' or '['))
        {
            place++;
        }

        if (place < text.Length && text[place] == '[')
        {
            var end = noSubset ? -1 : text.AsSpan(place).IndexOf("]>");
            noSubset |= end < 0;
            var inner = text.AsSpan(place, end < 0 ? Math.Min(text.Length - place, 65536) : Math.Min(end, 65536));
            Declare(inner);
            place = end < 0 ? text.AsSpan(place).IndexOf('>') is >= 0 and var stop ? place + stop : text.Length : place + end + 1;
        }

        at = Math.Min(place + 1, text.Length);
        return true;
    }

    private void Declare(ReadOnlySpan<char> inner)
    {
        for (var start = inner.IndexOf("<!ENTITY"); start >= 0; start = inner.IndexOf("<!ENTITY"))
        {
            inner = inner[(start + 8)..];
            var end = inner.IndexOf('>');
            var words = inner[..(end < 0 ? inner.Length : end)].Trim();
            var gap = words.IndexOfAny(" \t\r\n");
            var value = gap < 0 ? default : words[gap..].Trim();
            if (value is ['"', .., '"'] or ['\'', .., '\''])
            {
                entities.Declare(words[..gap].ToString(), value[1..^1]);
            }
        }
    }
}
