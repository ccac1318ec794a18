using System.Collections.Frozen;

namespace Cuttings.Collation;

/// <summary>Tells where a sentence ends: abbreviations, initials, decimals, quotations and ellipses end none by themselves.</summary>
internal sealed class SentenceEnds(string text)
{
    private static readonly FrozenSet<string> Starters = WordLists.English.Set("starter");
    private static readonly FrozenSet<string> Never = WordLists.English.Set("abbreviation");
    private static readonly FrozenSet<string> BeforeNumber = WordLists.English.Set("abbreviation-number");
    private static readonly FrozenSet<string> Maybe = WordLists.English.Set("abbreviation-maybe");
    private static readonly FrozenSet<string> Times = WordLists.English.Set("time-abbreviation");
    private static readonly FrozenSet<string> AfterTime = WordLists.English.Section("month").Concat(WordLists.English.Section("weekday")).Concat(WordLists.English.Section("zone")).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Speech = WordLists.English.Section("speech").Concat(WordLists.English.Section("speech-maybe")).Concat(WordLists.English.Section("speech-aloud")).ToFrozenSet(StringComparer.Ordinal);

    private const int LongestAbbreviation = 40;
    private int openersStart;
    private int openersEnd = -1;
    private int lastQuote;

    /// <summary>True where the terminators from <paramref name="at"/> to <paramref name="end"/>, closed by <paramref name="closed"/>, end a sentence.</summary>
    public bool At(int at, int end, int closed, ReadOnlySpan<char> before)
    {
        if (closed >= text.Length || text[closed] == '\n')
        {
            // A line may be filled up: the line after it tells.
            return closed >= text.Length || At(at, end, SkipSpace(closed), before, ended: true);
        }

        if (text[at] >= 0x80)
        {
            return true;
        }

        return (char.IsWhiteSpace(text[closed]) || text[closed] is '—' or '–') && At(at, end, SkipSpace(closed), before, ended: false);
    }

    /// <summary>True where a mark that stands inside a sentence ends it too: a word that begins many sentences follows.</summary>
    public bool AfterMark(int at, int end)
    {
        var (next, _) = SkipOpeners(end);
        // Four dots are a full stop and an ellipsis.
        var stops = text.AsSpan(at, end - at).Count('.') == 4;
        return next >= text.Length || (char.IsUpper(text[next]) && (stops || Starters.Contains(WordAt(next).ToLowerInvariant())));
    }

    private bool At(int at, int end, int next, ReadOnlySpan<char> before, bool ended)
    {
        (next, var quoted) = SkipOpeners(next);
        if (next >= text.Length)
        {
            return true;
        }

        var follows = text[next];
        if (char.IsLower(follows))
        {
            return false;
        }

        if (text[at] != '.' || end - at > 1)
        {
            // “Why?” Orr asked.
            return !(text[end - 1] is '?' or '!' && end < text.Length && text[end] is '”' or '"' or '’' or '\'' && NamesSpeaker(next));
        }

        var word = before.Length > LongestAbbreviation ? "" : Spelling.Folded(before);
        if (char.IsDigit(follows))
        {
            return !BeforeNumber.Contains(word) && !Never.Contains(word);
        }

        if (Never.Contains(word) && !(before.Length <= 2 && char.IsLower(before[0])))
        {
            return false;
        }

        var starts = quoted || Starters.Contains(WordAt(next).ToLowerInvariant());
        if (Times.Contains(word))
        {
            return !AfterTime.Contains(WordAt(next).ToLowerInvariant());
        }

        if (before.Length == 1 && char.IsUpper(before[0]) && before[0] != 'I')
        {
            return starts;
        }

        // U.S. and the like; Inc. and the like.
        return (!word.Contains('.', StringComparison.Ordinal) && !Maybe.Contains(word)) || starts || ended && quoted;
    }

    // Where the signs that may open a sentence end, and whether a quotation mark is among them; found once for all that ask within them.
    private (int Next, bool Quoted) SkipOpeners(int at)
    {
        if (at < openersStart || at > openersEnd)
        {
            (openersStart, openersEnd, lastQuote) = (at, at, -1);
            while (openersEnd < text.Length && IsOpener(text[openersEnd]))
            {
                lastQuote = text[openersEnd] is '“' or '"' or '‘' or '«' ? openersEnd : lastQuote;
                openersEnd++;
            }
        }

        return (openersEnd, lastQuote >= at);
    }

    private bool NamesSpeaker(int at)
    {
        for (var words = 0; words < 4; words++)
        {
            var word = WordAt(at);
            if (word.Length == 0)
            {
                return false;
            }

            if (words > 0 && Speech.Contains(word.ToLowerInvariant()))
            {
                return true;
            }

            at = SkipSpace(at + word.Length);
            at = at < text.Length && text[at] == '.' ? SkipSpace(at + 1) : at;
        }

        return false;
    }

    private static bool IsOpener(char sign) => sign is '“' or '"' or '‘' or '\'' or '(' or '[' or '«' or '「' or '『' or '—' or '–' or '-' or '…' or '.' || char.IsWhiteSpace(sign);

    private int SkipSpace(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private string WordAt(int at)
    {
        var end = at;
        while (end < text.Length && end - at < 40 && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’'))
        {
            end++;
        }

        return text[at..end];
    }
}
