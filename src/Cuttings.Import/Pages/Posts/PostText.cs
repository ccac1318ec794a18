using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Cuttings.Credits;
using Cuttings.Excerpts;
using Cuttings.Import.SavedPages;
using Cuttings.Import.Pages.Facts;
using Cuttings.Sources;

namespace Cuttings.Import.Pages.Posts;

/// <summary>A post's text without its furniture and credit, and what these told.</summary>
internal sealed partial record PostText(List<Block> Blocks, Credit Credit, Source? Source, bool IsTeaser)
{
    public Dating.PostedDate? Posted { get; private set; }

    public string? Author { get; private set; }

    public List<string> Categories { get; } = [];

    public List<string> Tags { get; } = [];

    /// <summary>Takes the furniture and the credit out of a post's blocks, by the rules for saved text.</summary>
    public static PostText Of(IReadOnlyList<Block> found, string title)
    {
        var blocks = Parted(found);
        var lines = new PageLines(string.Join('\n', blocks.Select(block => block.Html.ToText().ReplaceLineEndings(" "))));
        var body = new List<int>();
        var furniture = new List<FurnitureLine>();
        var isTeaser = false;
        for (var n = 0; n < Math.Min(blocks.Count, lines.Count); n++)
        {
            var (line, text) = (lines[n], lines.Trimmed(n));
            var isMore = text.Length < 90 && More().IsMatch(text);
            isTeaser |= isMore;
            if (isMore || text.Length == 0 || body.Count == 0 && TitleWords.Key(text) == TitleWords.Key(title))
            {
                continue;
            }

            // A bare date among the text may belong to a credit; a quotation is never furniture.
            if (line.Kind is LineKind.Text || blocks[n].Kind is not BlockKind.Paragraph and not BlockKind.ListItem and not BlockKind.Heading || line.Name == "date" && body.Count > 0)
            {
                body.Add(n);
            }
            else
            {
                furniture.Add(line);
            }
        }

        var credit = PostCredit.Take(new PageCreditLines(lines, body, n => blocks[n].Kind == BlockKind.Quotation));
        var kept = body.ConvertAll(n => blocks[n]);
        isTeaser |= kept.Count > 0 && CutOff().IsMatch(Last(kept[^1]));
        var post = new PostText(kept, credit.Credit, credit.Source, isTeaser);
        foreach (var line in furniture)
        {
            post.Posted ??= line.Posted;
            post.Author ??= line.Author;
            post.Categories.AddRange(Names(line.Categories ?? line.Category));
            post.Tags.AddRange(Names(line.Tags));
        }

        return post;
    }

    private static string Last(Block block)
    {
        var text = block.Html.ToText();
        return text.Length > 80 ? text[^80..] : text;
    }

    // Short lines that a br parts near the end are lines of a credit.
    private static List<Block> Parted(IReadOnlyList<Block> found)
    {
        var blocks = new List<Block>();
        for (var n = 0; n < found.Count; n++)
        {
            var markup = found[n].Html.Markup;
            var pieces = n >= found.Count - 3 || n == 0 ? markup.Split("<br>") : [markup];
            var last = InlineHtml.FromSanitized(pieces[^1]).ToText();
            if (pieces.Length is > 1 and <= 8 && last.Length <= 120 && pieces.All(IsWhole))
            {
                blocks.AddRange(pieces.Where(piece => piece.Length > 0).Select(piece => found[n] with { Html = InlineHtml.FromSanitized(piece) }));
            }
            else
            {
                blocks.Add(found[n]);
            }
        }

        return blocks;
    }

    // As many tags are closed as opened.
    private static bool IsWhole(string markup) => markup.Split("</").Length - 1 == markup.Split('<').Length - markup.Split("</").Length;

    private static string[] Names(string? list) => list?.Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    [GeneratedRegex(@"^\W{0,4}(?:continue reading|read more|read the rest|read on|keep reading|more|weiterlesen|lire la suite|seguir leyendo|leer más|leia mais|continua a leggere|lees verder|더 보기|더보기|계속 읽기|続きを読む|阅读更多|閱讀更多|继续阅读|繼續閱讀)\b(?!.*[.?!]$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex More();

    [GeneratedRegex(@"(?:\[(?:…|\.\.\.|&hellip;)\]|\(more(?:…|\.\.\.)\)|(?:…|\.\.\.)\s*(?:continue reading|read more|read the rest)\b.{0,60})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CutOff();
}
