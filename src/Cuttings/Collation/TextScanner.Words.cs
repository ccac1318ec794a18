using System.Globalization;

namespace Cuttings.Collation;

/// <summary>What is one word.</summary>
internal sealed partial class TextScanner
{
    private int ReadWord(int at)
    {
        Begin(at);
        if (IsIdeograph(text, at))
        {
            var after = at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
            Add(at, after, Traits.Ideograph);
            return after;
        }

        Traits traits = default;
        var end = at;
        while (end < text.Length)
        {
            if (IsLetter(text, end) && !(end > at && IsIdeograph(text, end)))
            {
                end += char.IsSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
            }
            else if (PartBracket(end) is > 0 and var part)
            {
                traits |= Traits.PartBracketed;
                end += part;
            }
            else if (end > at && end + 1 < text.Length && Joins(at, end))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        Add(at, end, traits);
        return end;
    }

    // An apostrophe, a point in a figure or an acronym, a separator of thousands, a soft hyphen.
    private bool Joins(int start, int at)
    {
        var (before, after) = (text[at - 1], text[at + 1]);
        return text[at] switch
        {
            '\'' or '’' or 'ʼ' or '＇' => Spelling.IsOfWord(before) && char.IsLetter(after) && !quotations.MayEnd(at),
            '.' => (char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) || (char.IsLetter(before) && char.IsLetter(after) && (at - 1 == start || text[at - 2] == '.') && (at + 2 >= text.Length || !char.IsLetter(text[at + 2]))),
            ',' => char.IsAsciiDigit(before) && at + 3 < text.Length && char.IsAsciiDigit(after) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]) && !(at + 4 < text.Length && char.IsAsciiDigit(text[at + 4])),
            ':' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '\u00AD' or '\u200C' or '\u200D' or '\u2060' => char.IsLetter(after),
            _ => false,
        };
    }

    // [T]he, walk[ed]: how long the bracketed part of a word is; 0 for none.
    private int PartBracket(int at)
    {
        if (text[at] != '[')
        {
            return 0;
        }

        var close = at + 1;
        while (close < text.Length && close - at <= 4 && char.IsLetter(text[close]))
        {
            close++;
        }

        return close > at + 1 && close < text.Length && text[close] == ']' && ((close + 1 < text.Length && char.IsLetter(text[close + 1])) || (at > 0 && char.IsLetter(text[at - 1]))) ? close + 1 - at : 0;
    }

    private void Add(int start, int end, Traits traits)
    {
        var span = text.AsSpan(start, end - start);
        var first = span[0] == '[' ? span[1] : span[0];
        traits |= char.IsDigit(first) ? Traits.Number : default;
        traits |= char.IsUpper(first) ? Traits.Capital : default;
        traits |= char.IsUpper(first) && span.Length > 1 && char.IsUpper(span[^1]) && !span.ContainsAnyInRange('a', 'z') ? Traits.AllCapitals : default;
        traits |= start > 1 && text[start - 1] is '-' or '‐' or '‑' or '–' && char.IsLetterOrDigit(text[start - 2]) ? Traits.Hyphenated : default;
        traits |= start < bracketEnd ? Traits.Bracketed : default;
        traits |= start < datelineEnd ? Traits.Dateline : default;
        Bound(words.Count, Collator.MostWords, "words");
        words.Add(new(start, end, key(span), quotations.Now, traits));
        sentenceEnd = end;
        if (words.Count - firstWord >= LongestSentence)
        {
            EndSentence();
        }
    }

    private static bool IsLetter(string text, int at)
    {
        var sign = text[at];
        if (sign < 0x80)
        {
            return char.IsAsciiLetterOrDigit(sign);
        }

        return char.IsSurrogate(sign)
            ? at + 1 < text.Length && char.IsHighSurrogate(sign) && char.IsLowSurrogate(text[at + 1]) && CharUnicodeInfo.GetUnicodeCategory(text, at) <= UnicodeCategory.OtherLetter
            : char.GetUnicodeCategory(sign) <= UnicodeCategory.OtherNumber;
    }

    private static bool IsIdeograph(string text, int at) => text[at] switch
    {
        >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => true,
        >= '\uD840' and <= '\uD888' => at + 1 < text.Length,
        _ => false,
    };

    // No book has so many; what has them was made to keep us busy.
    private static void Bound(int count, int most, string what)
    {
        if (count >= most)
        {
            throw new CuttingsException(ErrorKind.BadInput, $"This text has more than {most.ToString("N0", CultureInfo.InvariantCulture)} {what}: too many to compare.");
        }
    }
}
