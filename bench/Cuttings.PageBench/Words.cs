using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Cuttings.PageBench;

/// <summary>How well one text has the words of another: words are runs of letters and digits in lower case, each Hanzi, Kana and Hangul syllable is one.</summary>
internal readonly record struct Words(double Precision, double Recall)
{
    private static readonly HashSet<string> Blocks = [.. "address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul".Split(' ')];

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Words Compare(string found, string expected)
    {
        var (had, wanted) = (Count(found), Count(expected));
        var (hads, wanteds) = (had.Values.Sum(), wanted.Values.Sum());
        var shared = had.Sum(word => Math.Min(word.Value, wanted.GetValueOrDefault(word.Key)));
        return hads == 0 && wanteds == 0 ? new(1, 1) : new(hads == 0 ? 0 : (double)shared / hads, wanteds == 0 ? 0 : (double)shared / wanteds);
    }

    public static string TextOf(string html)
    {
        var text = new StringBuilder();
        var document = new HtmlParser().ParseDocument(html);
        Append(document.Body!, text);
        return text.ToString();
    }

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                // Only blocks end lines.
                text.Append(words.Data.ReplaceLineEndings(" "));
            }
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "noscript"))
            {
                var block = Blocks.Contains(element.LocalName);
                text.Append(block ? "\n" : "");
                Append(child, text);
                text.Append(block ? "\n" : "");
            }
        }
    }

    private static Dictionary<string, int> Count(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in Of(text))
        {
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words;
    }

    /// <summary>The words of a text, in its order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var alone = at < text.Length && text[at] is >= '\u3040' and < '\uD7B0';
            var letter = at < text.Length && char.IsLetterOrDigit(text[at]) && !alone;
            if (!letter && start >= 0)
            {
                yield return text[start..at].ToLowerInvariant();
                start = -1;
            }

            start = letter && start < 0 ? at : start;
            if (alone && char.IsLetter(text[at]))
            {
                yield return text[at..(at + 1)];
            }
        }
    }
}
