using System.Collections.Frozen;

namespace Cuttings.Collation;

/// <summary>The forms of an English word, as far as a comparison needs them: no dictionary, a table of the irregular verbs.</summary>
internal static class Inflection
{
    private static readonly FrozenDictionary<string, (string Base, Form Form)> Irregular = Table();

    /// <summary>What time a form of a verb tells.</summary>
    internal enum Form
    {
        /// <summary>The base, or the third person.</summary>
        Present,

        /// <summary>The past, or the participle of the past.</summary>
        Past,

        /// <summary>The form in -ing.</summary>
        Progressive,
    }

    /// <summary>The form of a word, in lower case, with its stem.</summary>
    public static (string Stem, Form Form) Of(string word)
    {
        word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (Irregular.TryGetValue(word, out var known))
        {
            return (Bare(known.Base), known.Form);
        }

        if (word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal))
        {
            return (Bare(word[..^3]), Form.Progressive);
        }

        if (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal))
        {
            return (Bare(word[..^2]), Form.Past);
        }

        return (Bare(word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) && word[^3] is 's' or 'x' or 'z' or 'h' or 'o' or 'i' ? word[..^2] : word.Length > 3 && word[^1] == 's' && word[^2] is not 's' and not 'u' and not 'i' ? word[..^1] : word), Form.Present);
    }

    /// <summary>What all forms of a word share.</summary>
    public static string Stem(string word) => Of(word).Stem;

    /// <summary>True for two forms of one word, plural and singular too, that are not the same.</summary>
    public static bool AreForms(string one, string other) => one != other && one.Length > 2 && other.Length > 2 && Stem(one) == Stem(other);

    private static string Bare(string stem)
    {
        if (stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not 's' and not 'l' and not 'e' and not 'o')
        {
            stem = stem[..^1];
        }

        stem = stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
        return stem.Length > 2 && stem[^1] == 'i' ? stem[..^1] + "y" : stem;
    }

    private static FrozenDictionary<string, (string Base, Form Form)> Table()
    {
        var table = new Dictionary<string, (string, Form)>(StringComparer.Ordinal);
        foreach (var forms in WordLists.English.Lines("irregular", " "))
        {
            table.TryAdd(forms[0], (forms[0], Form.Present));
            table.TryAdd(forms[0] + "s", (forms[0], Form.Present));
            for (var n = 1; n < forms.Length; n++)
            {
                table.TryAdd(forms[n], (forms[0], forms[n].EndsWith("ing", StringComparison.Ordinal) ? Form.Progressive : forms[n] is "am" or "is" or "are" or "has" or "does" or "goes" ? Form.Present : Form.Past));
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
