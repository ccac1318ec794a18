using System.Text;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Tells a text's language by its script and its small words; null where it is too short or too mixed to tell.</summary>
internal static class LanguageOfText
{
    private const int Most = 6000;

    // Characters that only one of the two ways of writing Chinese has; both lists are of common words.
    private const string Simplified = "这们国说时会为来对过还没发经样开间问题现从个学书报车东长门见听认让话语读请谁该师对应当关实点热爱觉写张业产动务劳员圆总统战争选举议记电视网络";
    private const string Traditional = "這們國說時會為來對過還沒發經樣開間問題現從個學書報車東長門見聽認讓話語讀請誰該師對應當關實點熱愛覺寫張業產動務勞員圓總統戰爭選舉議記電視網絡";

    public static string? Of(IEnumerable<string> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (hangul, kana, hanzi, simplified, traditional, latin, cyrillic, other, read, words) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        var word = new StringBuilder();
        foreach (var line in lines)
        {
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
                        break;
                }

                if (char.IsLetter(sign) || sign is '\'' or '’')
                {
                    word.Append(sign == '’' ? '\'' : char.ToLowerInvariant(sign));
                }
                else
                {
                    words += Count(word, counts);
                }
            }

            words += Count(word, counts);
        }

        // A Hanzi or a syllable says about what two and a half letters say.
        var east = 5 * (hangul + kana + hanzi) / 2;
        if (hangul + kana + hanzi >= 20 && east > latin + cyrillic)
        {
            return hangul > kana + (hanzi / 3) ? "ko" : kana * 8 > hanzi + kana ? "ja" : traditional > simplified ? "zh-Hant" : "zh-Hans";
        }

        if (other > latin + cyrillic || words < 25)
        {
            return null;
        }

        var ranked = counts.OrderByDescending(pair => pair.Value).Take(2).ToList();
        return ranked.Count > 0 && ranked[0].Value * 12 >= words && (ranked.Count == 1 || ranked[0].Value * 10 >= ranked[1].Value * 11) ? ranked[0].Key : null;
    }

    private static int Count(StringBuilder word, Dictionary<string, int> counts)
    {
        if (word.Length == 0)
        {
            return 0;
        }

        if (word.Length <= 10)
        {
            var text = word.ToString();
            foreach (var (language, common) in LanguageWords.ByLanguage)
            {
                if (common.Contains(text))
                {
                    counts[language] = counts.GetValueOrDefault(language) + 1;
                }
            }
        }

        word.Clear();
        return 1;
    }
}
