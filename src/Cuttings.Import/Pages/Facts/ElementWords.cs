using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The words in an element's class, id and the like: `articleByline__name` has article, byline and name.</summary>
/// <param name="Text">The words between spaces, lower case, with a space at each end; the empty string where there are none.</param>
/// <param name="Signs">What they are signs of.</param>
internal sealed record ElementWords(string Text, WordSign Signs)
{
    private const int Longest = 300;

    public static ElementWords None { get; } = new("", WordSign.None);

    /// <summary>The words of one element of a page; what was read before for the same class is not read again.</summary>
    public static ElementWords Of(in ElementNames names, Dictionary<string, ElementWords> seen)
    {
        var isClassOnly = string.IsNullOrEmpty(names.Id) && string.IsNullOrEmpty(names.Made);
        if (isClassOnly && string.IsNullOrEmpty(names.Class))
        {
            return None;
        }

        if (isClassOnly && seen.TryGetValue(names.Class!, out var known))
        {
            return known;
        }

        var text = Of(names.Class, names.Id, names.Made);
        var words = new ElementWords(text, WordSigns.Of(text));
        if (isClassOnly)
        {
            seen.Add(names.Class!, words);
        }

        return words;
    }

    /// <summary>Whether any of the signs is there.</summary>
    public bool Say(WordSign any) => (Signs & any) != WordSign.None;

    /// <summary>Class, id and test names as words between spaces, lower case, with a space at each end; the empty string where there are none.</summary>
    public static string Of(IElement element)
    {
        var names = new ElementNames(element);
        return Of(names.Class, names.Id, names.Made);
    }

    private static string Of(string? written, string? id, string? made)
    {
        if (string.IsNullOrEmpty(written) && string.IsNullOrEmpty(id) && string.IsNullOrEmpty(made))
        {
            return "";
        }

        Span<char> words = stackalloc char[(2 * Longest) + 8];
        var length = 0;
        words[length++] = ' ';
        foreach (var text in (ReadOnlySpan<string?>)[written, id, made])
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
