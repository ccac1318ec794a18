using Cuttings.Dating;

namespace Cuttings.Searching;

/// <summary>Reads what readers type: words, "phrases", AND, OR, NOT, -, ( ), word*, and field words (outlet: category: tag: author: lang: year: before: after:). Never fails.</summary>
public static class QueryParser
{
    private const int Longest = 500;
    private const int MostParts = 32;
    private const int Deepest = 8;
    private static readonly string[] Fields = ["outlet", "category", "tag", "author", "lang", "year", "before", "after"];

    /// <summary>Reads a query; what cannot be read is left out and said in the notes.</summary>
    public static ParsedQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new Reader(text.Length > Longest ? text[..Longest] : text);
        if (text.Length > Longest)
        {
            reader.Notes.Add($"Only the first {Longest} characters were read.");
        }

        return new(reader.Whole(), reader.Notes);
    }

    private sealed class Reader(string text)
    {
        private int at;
        private int parts;

        public List<string> Notes { get; } = [];

        public Query Whole()
        {
            var all = new List<Query>();
            while (!Ended)
            {
                if (Any(0) is { } part)
                {
                    all.Add(part);
                }
                else
                {
                    at++;
                }
            }

            if (all.Count == 0 && text.Trim() is { Length: > 0 } typed)
            {
                if (Notes.Count == 0)
                {
                    Notes.Add($"“{typed}” holds no word to search for.");
                }

                return new Query.Nothing();
            }

            return all.Count switch { 0 => new Query.Everything(), 1 => all[0], _ => new Query.All(all) };
        }

        private bool Ended
        {
            get
            {
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                return at >= text.Length;
            }
        }

        private Query? Any(int depth)
        {
            var any = new List<Query>();
            do
            {
                if (All(depth) is { } part)
                {
                    any.Add(part);
                }
            }
            while (Takes("OR") || Takes("|"));
            return any.Count switch { 0 => null, 1 => any[0], _ => new Query.Any(any) };
        }

        private Query? All(int depth)
        {
            var all = new List<Query>();
            while (!Ended && text[at] != ')' && !Sees("OR") && text[at] != '|')
            {
                if (Takes("AND"))
                {
                    continue;
                }

                if (Not(depth) is { } part)
                {
                    all.Add(part);
                }
            }

            return all.Count switch { 0 => null, 1 => all[0], _ => new Query.All(all) };
        }

        private Query? Not(int depth)
        {
            if (Takes("NOT") || text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && at++ >= 0)
            {
                return !Ended && text[at] != ')' && One(depth) is { } part ? new Query.Not(part) : null;
            }

            return One(depth);
        }

        private Query? One(int depth)
        {
            if (++parts > MostParts)
            {
                if (parts == MostParts + 1)
                {
                    Notes.Add($"Only the first {MostParts} words were read.");
                }

                at = text.Length;
                return null;
            }

            if (text[at] == '(')
            {
                at++;
                if (depth >= Deepest)
                {
                    return null;
                }

                var inner = Any(depth + 1);
                if (at < text.Length && text[at] == ')')
                {
                    at++;
                }

                return inner;
            }

            if (text[at] is '"' or '“' or '”')
            {
                var phrase = Quoted();
                return HoldsWord(phrase) ? new Query.Phrase(phrase) : null;
            }

            return Word();
        }

        private Query? Word()
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"' or '“' or '”' or '|'))
            {
                if (text[at] == ':' && Fields.Contains(text[start..at], StringComparer.OrdinalIgnoreCase))
                {
                    var field = text[start..at].ToLowerInvariant();
                    at++;
                    return Field(field, at < text.Length && text[at] is '"' or '“' ? Quoted() : Bare());
                }

                at++;
            }

            var word = text[start..at];
            if (word.Length == 0)
            {
                at++;
                return null;
            }

            return !HoldsWord(word) ? null : word.EndsWith('*') ? new Query.Word(word.TrimEnd('*'), IsPrefix: true) : new Query.Word(word);
        }

        private Query? Field(string field, string value)
        {
            if (value.Length == 0)
            {
                Notes.Add($"{field}: needs something after it.");
                return null;
            }

            if (field is not ("before" or "after"))
            {
                return new Query.Filed(field, value);
            }

            if (!PostedDate.TryParse(value, out var date))
            {
                Notes.Add($"{field}: needs a date such as 2020-09-27; “{value}” is none.");
                return null;
            }

            var second = date.Earliest.ToUnixTimeSeconds();
            return field == "before" ? new Query.Before(value, second) : new Query.After(value, second);
        }

        private static bool HoldsWord(string typed) => typed.Any(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign));

        private string Quoted()
        {
            var start = ++at;
            while (at < text.Length && text[at] is not ('"' or '“' or '”'))
            {
                at++;
            }

            return text[start..Math.Min(at++, text.Length)].Trim();
        }

        private string Bare()
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')'))
            {
                at++;
            }

            return text[start..at];
        }

        private bool Sees(string word) => !Ended && string.CompareOrdinal(text, at, word, 0, word.Length) == 0
            && (at + word.Length == text.Length || char.IsWhiteSpace(text[at + word.Length]) || !char.IsLetter(word[0]));

        private bool Takes(string word)
        {
            var sees = Sees(word);
            at += sees ? word.Length : 0;
            return sees;
        }
    }
}
