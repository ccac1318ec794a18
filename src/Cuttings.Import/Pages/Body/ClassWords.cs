using System.Collections.Frozen;

namespace Cuttings.Import.Pages.Body;

/// <summary>Reads what the words in an element's class, id and the like say of it. Words are parted at signs, digits and inner capitals; they never match inside other words (`ad` in `head`).</summary>
internal sealed class ClassWords
{
    private const int LongestValue = 400;
    private const int LongestPhrase = 4;
    private const int ShortWord = 3;

    private static readonly FrozenDictionary<string, Said> Known = Read();
    private static readonly FrozenDictionary<string, Said>.AlternateLookup<ReadOnlySpan<char>> Spans = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, Traits> seen = new(StringComparer.Ordinal);

    /// <summary>The traits named in an attribute's value.</summary>
    public Traits Of(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return Traits.None;
        }

        if (!seen.TryGetValue(value, out var traits))
        {
            var said = Find(value.AsSpan(0, Math.Min(value.Length, LongestValue)));
            traits = said.Adds & ~said.Cancels;
            // WordPress names a post's own tags and categories in its class.
            traits &= value.Contains("hentry", StringComparison.Ordinal) || value.Contains("type-post", StringComparison.Ordinal) ? Traits.Body | Traits.Content : (Traits)(-1);
            seen.Add(value, traits);
        }

        return traits;
    }

    // The words are written one after another with dashes between, so that a phrase is a slice.
    private static Said Find(ReadOnlySpan<char> value)
    {
        Span<char> written = stackalloc char[2 * LongestValue];
        Span<int> starts = stackalloc int[LongestPhrase];
        var (said, length, words, wordStart) = (default(Said), 0, 0, 0);
        for (var at = 0; at <= value.Length; at++)
        {
            var sign = at < value.Length ? value[at] : ' ';
            var letter = char.IsAsciiLetter(sign);
            var inner = letter && char.IsAsciiLetterUpper(sign) && at > 0 && char.IsAsciiLetterLower(value[at - 1]);
            if ((!letter || inner) && length > wordStart && length - wordStart <= ShortWord && at - (length - wordStart) is > 0 and var start && char.IsAsciiDigit(value[start - 1]))
            {
                // `e1ad` is a number, no advertisement.
                (words, length) = (0, wordStart);
            }
            else if ((!letter || inner) && length > wordStart)
            {
                starts[words % LongestPhrase] = wordStart;
                words++;
                for (var back = 0; back < Math.Min(words, LongestPhrase); back++)
                {
                    if (Spans.TryGetValue(written[starts[(words - 1 - back) % LongestPhrase]..length], out var found))
                    {
                        said = new(said.Adds | found.Adds, said.Cancels | found.Cancels);
                    }
                }

                // Phrases do not reach over the space between two classes.
                words = sign is ' ' or '\t' or '\n' ? 0 : words;
                written[length++] = '-';
                wordStart = length;
            }

            if (letter)
            {
                written[length++] = char.ToLowerInvariant(sign);
            }
            else if (sign is ' ' or '\t' or '\n')
            {
                words = 0;
            }
        }

        return said;
    }

    private static FrozenDictionary<string, Said> Read()
    {
        var words = new Dictionary<string, Said>(StringComparer.Ordinal);
        foreach (var line in WordFile.Lines("classes"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var trait = Enum.Parse<Traits>(line[..colon].TrimStart('!'), ignoreCase: true);
            foreach (var word in line[(colon + 1)..].ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var said = words.GetValueOrDefault(word);
                words[word] = line[0] == '!' ? said with { Cancels = said.Cancels | trait } : said with { Adds = said.Adds | trait };
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private readonly record struct Said(Traits Adds, Traits Cancels);
}
