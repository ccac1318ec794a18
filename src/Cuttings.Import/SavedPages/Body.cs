using System.Text.RegularExpressions;
using Cuttings.Excerpts;

namespace Cuttings.Import.SavedPages;

/// <summary>The lines of a post's text as blocks.</summary>
internal static partial class Body
{
    // Where every line but a paragraph's last is about this long, the page was wrapped by hand.
    private const int ShortestWrapped = 55;
    private const int LongestWrapped = 100;

    /// <summary>Reads these lines, in order, marks each, and joins what was wrapped.</summary>
    public static List<Block> Read(PageLines lines, List<int> body)
    {
        var blocks = new List<Block>();
        for (var n = 0; n < body.Count;)
        {
            var end = n + 1;
            while (end < body.Count && body[end] == body[end - 1] + 1 && end - n < 400)
            {
                end++;
            }

            if (IsWrapped(lines, body, n, end))
            {
                blocks.Add(Block.Paragraph(string.Join(' ', Enumerable.Range(n, end - n).Select(m => lines.Trimmed(body[m])))));
                for (var m = n; m < end; m++)
                {
                    lines.Mark(body[m], "paragraph");
                }

                n = end;
                continue;
            }

            for (; n < end; n++)
            {
                var (kind, text, role) = Kind(lines.Trimmed(body[n]));
                lines.Mark(body[n], role);
                blocks.Add(Block.Of(kind, text));
            }
        }

        return blocks;
    }

    private static bool IsWrapped(PageLines lines, List<int> body, int from, int end)
    {
        if (end - from < 3)
        {
            return false;
        }

        for (var n = from; n < end; n++)
        {
            var length = lines.Length(body[n]);
            if (length > LongestWrapped || n < end - 1 && length < ShortestWrapped || Kind(lines.Trimmed(body[n])).Kind != BlockKind.Paragraph)
            {
                return false;
            }
        }

        return true;
    }

    private static (BlockKind Kind, string Text, string Role) Kind(string text)
    {
        var head = text.Length > 40 ? text[..40] : text;
        return Bullet().Match(head) is { Success: true } bullet ? (BlockKind.ListItem, text[bullet.Length..], "list item")
            : Numbered().Match(head) is { Success: true } numbered ? (BlockKind.NumberedItem, text[numbered.Length..], "list item")
            : text.StartsWith("> ", StringComparison.Ordinal) ? (BlockKind.Quotation, text[2..].Trim(), "quotation")
            : (BlockKind.Paragraph, text, "paragraph");
    }

    [GeneratedRegex(@"^(?:[•‣▪◦●]\s*|[*·-]\s+)(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\d{1,2}[.)]\s+(?=\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();
}
