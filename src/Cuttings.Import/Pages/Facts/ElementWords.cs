using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The words in an element's class, id and the like: `articleByline__name` has article, byline and name.</summary>
internal static class ElementWords
{
    private const int Longest = 300;

    /// <summary>Class, id and test names as words between spaces, lower case, with a space at each end; the empty string where there are none.</summary>
    public static string Of(IElement element)
    {
        var written = element.ClassName;
        var id = element.Id;
        var test = element.GetAttribute("data-testid") ?? element.GetAttribute("data-component");
        if (string.IsNullOrEmpty(written) && string.IsNullOrEmpty(id) && string.IsNullOrEmpty(test))
        {
            return "";
        }

        Span<char> words = stackalloc char[(2 * Longest) + 8];
        var length = 0;
        words[length++] = ' ';
        foreach (var text in (ReadOnlySpan<string?>)[written, id, test])
        {
            Add(text, words, ref length);
        }

        return new(words[..length]);
    }

    public static bool Has(string words, string word)
    {
        for (var at = words.IndexOf(word, StringComparison.Ordinal); at >= 0; at = words.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && words[at - 1] == ' ' && at + word.Length < words.Length && words[at + word.Length] == ' ')
            {
                return true;
            }
        }

        return false;
    }

    public static bool HasAny(string words, params ReadOnlySpan<string> any)
    {
        foreach (var word in any)
        {
            if (Has(words, word))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(string? text, Span<char> words, ref int length)
    {
        if (text is null)
        {
            return;
        }

        var most = Math.Min(text.Length, Longest / 2);
        for (var n = 0; n < most && length + 3 < words.Length; n++)
        {
            var sign = text[n];
            if (!char.IsLetterOrDigit(sign))
            {
                Space(words, ref length);
                continue;
            }

            // postAuthor: a capital after a small letter begins a word.
            if (n > 0 && char.IsUpper(sign) && char.IsLower(text[n - 1]))
            {
                Space(words, ref length);
            }

            words[length++] = char.ToLowerInvariant(sign);
        }

        Space(words, ref length);
    }

    private static void Space(Span<char> words, ref int length)
    {
        if (words[length - 1] != ' ')
        {
            words[length++] = ' ';
        }
    }
}
