using System.Buffers;

namespace Cuttings.Import.Feeds.Markup;

/// <summary>Names and the values of attributes, as ill-formed feeds have them.</summary>
internal sealed partial class LooseReading
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n<>");
    private const int LongestName = 100;

    private ReadOnlySpan<char> Name(ref int place)
    {
        var start = place;
        if (place >= text.Length || !(char.IsLetter(text[place]) || text[place] == '_'))
        {
            return [];
        }

        while (place < text.Length && place - start < LongestName && (char.IsLetterOrDigit(text[place]) || text[place] is '_' or '-' or '.' or ':'))
        {
            place++;
        }

        return text.AsSpan(start, place - start);
    }

    private string Value(ref int place)
    {
        var before = place;
        SkipSpace(ref place);
        if (place >= text.Length || text[place] != '=')
        {
            place = before;
            return "";
        }

        place++;
        SkipSpace(ref place);
        if (place >= text.Length)
        {
            return "";
        }

        if (text[place] is '"' or '\'')
        {
            var quote = text[place];
            var end = text.AsSpan(place + 1, Math.Min(text.Length - place - 1, 8192)).IndexOfAny(quote, '<');
            if (end >= 0 && text[place + 1 + end] == quote)
            {
                var value = text.AsSpan(place + 1, end);
                place += end + 2;
                return entities.Decode(value);
            }

            damage.Add("The value of an attribute does not end.");
            place++;
        }

        var stop = text.AsSpan(place, Math.Min(text.Length - place, 8192)).IndexOfAny(Ends);
        var bare = text.AsSpan(place, stop < 0 ? Math.Min(text.Length - place, 8192) : stop);
        // The stroke before the tag's end closes the element, but at the end of an address it is the address's.
        bare = bare is [.., '/'] && stop >= 0 && text[place + stop] == '>' && !bare.Contains("://", StringComparison.Ordinal) ? bare[..^1] : bare;
        place += bare.Length;
        return entities.Decode(bare.TrimEnd('"').TrimEnd('\''));
    }

    private void SkipSpace(ref int place)
    {
        while (place < text.Length && char.IsWhiteSpace(text[place]))
        {
            place++;
        }
    }
}
