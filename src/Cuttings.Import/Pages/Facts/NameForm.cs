using System.Globalization;
using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Tells by its form whether what is left of a byline is a name, and whether a person's or a body's.</summary>
internal static partial class NameForm
{
    /// <summary>The writer of that name; null where it is none.</summary>
    public static Writer? Of(string name, bool isStrict)
    {
        if (name.Length is < 2 or > 70 || char.IsAsciiDigit(name[0]) || WriterWords.Nobody.Contains(name) || name.StartsWith('@') || name.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (letters, digits, eastAsian) = (0, 0, 0);
        foreach (var sign in name)
        {
            letters += char.IsLetter(sign) ? 1 : 0;
            digits += char.IsAsciiDigit(sign) ? 1 : 0;
            eastAsian += TextWeight.IsEastAsian(sign) ? 1 : 0;
            if (sign is '!' or '?' or '…' or '“' or '”' or '$' or '%' or '#' or '+' or '{' or '}' or '©')
            {
                return null;
            }
        }

        if (letters < 2 || digits > (isStrict ? 0 : 4) || digits >= letters)
        {
            return null;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (eastAsian > 0 && eastAsian * 2 >= letters)
        {
            var isBody = words.Any(WriterWords.Bodies.Contains) || BodyEnding().IsMatch(name);
            return eastAsian > (isBody ? 14 : 12) || words.Length > 4 || isStrict && (eastAsian is < 2 or > 4) ? null : new(name, isBody);
        }

        var body = words.Any(word => WriterWords.Bodies.Contains(word.Trim(',', '.')));
        if (words.Length > (body ? 8 : 5) || isStrict && !(body ? IsStrictBody(name, words) : IsStrictName(words)))
        {
            return null;
        }

        // What is left of a date, or of a sentence.
        if (char.IsLower(words[0][0]) && words[0] is "on" or "in" or "at" or "for" or "with" or "from" or "of" or "to" or "about" || words.Length < 3 && MonthNames.Of(words[^1].Trim('.')) > 0 && words.Length == 1)
        {
            return null;
        }

        return words.Count(word => char.IsLower(word[0]) && !WriterWords.Particles.Contains(word)) > (words.Length > 2 ? 1 : 2) || words.Length > 2 && name.EndsWith('.') && !name.EndsWith(" Jr.", StringComparison.Ordinal) && !name.EndsWith(" Sr.", StringComparison.Ordinal) && !body ? null : new(name, body);
    }

    private static bool IsStrictName(string[] words)
    {
        if (words.Length is < 2 or > 5 || !char.IsUpper(words[0][0]) || !char.IsUpper(words[^1][0]))
        {
            return false;
        }

        return words.All(word => char.IsUpper(word[0]) || WriterWords.Particles.Contains(word)) && !words.Any(word => word.Length > 20 || word.EndsWith(':') || MonthNames.Of(word) > 0 && words.Length == 2);
    }

    private static bool IsStrictBody(string name, string[] words) => words.Length <= 5 && char.IsUpper(name[0]) && words.All(word => char.IsUpper(word[0]) || word is "of" or "the" or "and" or "for" or "de");

    /// <summary>Whether any sign of a name is in small letters: `JANE DOE` is not how she writes it.</summary>
    public static bool IsAllCapitals(string name) => name.Any(char.IsUpper) && !name.Any(sign => char.GetUnicodeCategory(sign) == UnicodeCategory.LowercaseLetter);

    [GeneratedRegex(@"(?:뉴스|일보|신문|통신|방송|팀|부|국|社|网|報|报|新闻|通讯社|编辑部|編集部|新聞|通信|テレビ)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BodyEnding();
}
