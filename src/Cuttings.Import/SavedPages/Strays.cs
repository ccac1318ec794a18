using System.Globalization;
using Cuttings.Credits;
using Cuttings.Excerpts;
using Cuttings.Importing;

namespace Cuttings.Import.SavedPages;

/// <summary>Paragraphs and credits that lie outside any post: they are named, never dropped in silence.</summary>
internal static class Strays
{
    private const int LongParagraph = 80;
    private const int FewestWords = 4;
    private const int MostNamed = 3;
    private const int LongestQuoted = 60;

    /// <summary>What is to be said of them; null where there are none. A failure where they may be of a post that was not told, else a note.</summary>
    /// <param name="lines">With what was read of them marked.</param>
    /// <param name="posts">The posts that were read, in order; at least one.</param>
    /// <param name="name">The file.</param>
    public static ReadItem? Of(PageLines lines, IReadOnlyList<PostLines> posts, string name)
    {
        var strays = Enumerable.Range(0, lines.Count).Where(line => IsOutside(lines, line) && (IsParagraph(lines, line) || IsOutlets(lines, line))).ToList();
        if (strays.Count == 0)
        {
            return null;
        }

        var named = string.Join(", ", strays.Take(MostNamed).Select(line => string.Create(CultureInfo.InvariantCulture, $"line {line + 1} \"{OpeningWords.Of(lines.Trimmed(line), LongestQuoted)}\"")));
        var text = $"{(strays.Count == 1 ? "1 line of text belongs" : $"{strays.Count} lines of text belong")} to no post: {named}{(strays.Count > MostNamed ? ", …" : ".")}";
        return MayBePost(lines, posts, strays) ? new(null, new(name, text)) : ReadItem.Noted(name, text);
    }

    /// <summary>Whether a line of text is more than a few words of a menu: a sentence, or long.</summary>
    public static bool IsParagraph(PageLines lines, int line)
    {
        if (lines.Length(line) > 1000)
        {
            return true;
        }

        var text = lines.Trimmed(line).TrimEnd('”', '"', '»', '’', ')', '」');
        return text.Length >= LongParagraph
            || text.Length >= 2 * FewestWords && (text[^1] is '。' or '！' or '？' || text[^1] is '.' or '!' or '?' or '…' && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords);
    }

    private static bool IsOutside(PageLines lines, int line) => lines.IsText(line) && !lines.IsMarked(line);

    // Where the text above it is a word or two, the credit alone tells that there was a post.
    private static bool IsOutlets(PageLines lines, int line) => lines.Length(line) <= CreditReader.Longest && CreditReader.Heading(lines.Text(line), isQuotationNext: false) is { Outlet: not null };

    // Between two posts; or with a date or a credit that nobody has taken, though not in a blog's margin.
    private static bool MayBePost(PageLines lines, IReadOnlyList<PostLines> posts, List<int> strays)
    {
        var (first, last) = (posts[0].Post.Headline, posts[^1].Post.Headline);
        if (strays.Exists(line => line > first && line < last))
        {
            return true;
        }

        var dates = posts.Select(post => post.Date).ToHashSet();
        var margin = last;
        while (margin < lines.Count && lines[margin].Kind != LineKind.Widget)
        {
            margin++;
        }

        return IsAmong(0, first) || IsAmong(last, margin);

        bool IsAmong(int from, int to) => strays.Exists(line => line >= from && line < to)
            && Enumerable.Range(from, to - from).Any(line => lines[line].Name == "date" && !lines.IsMarked(line) && !dates.Contains(line) || IsOutside(lines, line) && lines.IsCredit(line));
    }
}
