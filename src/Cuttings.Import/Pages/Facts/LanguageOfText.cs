using System.Numerics;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Tells a text's language by its script and its small words; null where it is too short or too mixed to tell.</summary>
internal static class LanguageOfText
{
    private const int Most = 6000;
    private const int LongestWord = 10;

    // Characters that only one of the two ways of writing Chinese has; both lists are of common words.
    private const string Simplified = "这们国说时会为来对过还没发经样开间问题现从个学书报车东长门见听认让话语读请谁该师对应当关实点热爱觉写张业产动务劳员圆总统战争选举议记电视网络";
    private const string Traditional = "這們國說時會為來對過還沒發經樣開間問題現從個學書報車東長門見聽認讓話語讀請誰該師對應當關實點熱愛覺寫張業產動務勞員圓總統戰爭選舉議記電視網絡";

    private static readonly (string Language, char From, char To)[] Scripts =
    [
        ("el", '\u0370', '\u03FF'), ("hy", '\u0531', '\u058F'), ("he", '\u05D0', '\u05EA'), ("ar", '\u0620', '\u06FF'), ("hi", '\u0900', '\u097F'), ("bn", '\u0980', '\u09FF'),
        ("ta", '\u0B80', '\u0BFF'), ("te", '\u0C00', '\u0C7F'), ("th", '\u0E00', '\u0E7F'), ("ka", '\u10A0', '\u10FF'), ("km", '\u1780', '\u17FF'),
    ];

    public static string? Of(IEnumerable<string> lines)
    {
        Span<int> counts = stackalloc int[LanguageWords.Count];
        Span<int> counted = stackalloc int[Scripts.Length + 1];
        Span<char> word = stackalloc char[LongestWord + 1];
        var (hangul, kana, hanzi, simplified, traditional, latin, cyrillic, other, read, words, length) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var line in lines)
        {
            if (read > Most)
            {
                break;
            }

            foreach (var sign in line)
            {
                if (++read > Most)
                {
                    break;
                }

                switch (sign)
                {
                    case >= '\uAC00' and <= '\uD7A3':
                        hangul++;
                        break;
                    case >= '\u3041' and <= '\u30FE':
                        kana++;
                        break;
                    case >= '\u4E00' and <= '\u9FFF':
                        hanzi++;
                        simplified += Simplified.Contains(sign) && !Traditional.Contains(sign) ? 1 : 0;
                        traditional += Traditional.Contains(sign) && !Simplified.Contains(sign) ? 1 : 0;
                        break;
                    case >= '\u0400' and <= '\u04FF':
                        cyrillic++;
                        break;
                    case <= '\u024F' or >= '\u1E00' and <= '\u1EFF' when char.IsLetter(sign):
                        latin++;
                        break;
                    default:
                        other += char.IsLetter(sign) ? 1 : 0;
                        CountScript(sign, counted);
                        break;
                }

                if (char.IsLetter(sign) || sign is '\'' or '’')
                {
                    word[Math.Min(length++, LongestWord)] = sign == '’' ? '\'' : char.IsAsciiLetterLower(sign) ? sign : char.ToLowerInvariant(sign);
                }
                else
                {
                    words += Count(word, ref length, counts);
                }
            }

            words += Count(word, ref length, counts);
        }

        // A Hanzi or a syllable says about what two and a half letters say.
        var east = 5 * (hangul + kana + hanzi) / 2;
        if (hangul + kana + hanzi >= 20 && east > latin + cyrillic)
        {
            return hangul > kana + (hanzi / 3) ? "ko" : kana * 8 > hanzi + kana ? "ja" : traditional > simplified ? "zh-Hant" : "zh-Hans";
        }

        if (other > latin + cyrillic)
        {
            return other < 60 ? null : OfScript(counted);
        }

        if (words < 25)
        {
            return null;
        }

        var best = 0;
        for (var n = 1; n < counts.Length; n++)
        {
            best = counts[n] > counts[best] ? n : best;
        }

        var second = 0;
        for (var n = 0; n < counts.Length; n++)
        {
            second = n == best ? second : Math.Max(second, counts[n]);
        }

        return counts[best] > 0 && counts[best] * 12 >= words && counts[best] * 10 >= second * 11 ? LanguageWords.Language(best) : null;
    }

    private static void CountScript(char sign, Span<int> counted)
    {
        for (var n = 0; n < Scripts.Length; n++)
        {
            counted[n] += sign >= Scripts[n].From && sign <= Scripts[n].To ? 1 : 0;
        }

        counted[^1] += sign is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' ? 1 : 0;
    }

    // A script that one language of the press writes tells it; Persian has letters that Arabic has not.
    private static string? OfScript(ReadOnlySpan<int> counted)
    {
        var best = 0;
        for (var n = 1; n < Scripts.Length; n++)
        {
            best = counted[n] > counted[best] ? n : best;
        }

        return counted[best] < 60 ? null : Scripts[best].Language == "ar" && counted[^1] * 25 > counted[best] ? "fa" : Scripts[best].Language;
    }

    private static int Count(ReadOnlySpan<char> word, ref int length, Span<int> counts)
    {
        if (length == 0)
        {
            return 0;
        }

        var languages = length <= LongestWord ? LanguageWords.With(word[..length]) : 0;
        length = 0;
        for (; languages != 0; languages &= languages - 1)
        {
            counts[BitOperations.TrailingZeroCount(languages)]++;
        }

        return 1;
    }
}
