using System.Text;

namespace Cuttings.Excerpts;

/// <summary>The canonical HTML of an excerpt: one string that lists print as it stands, and that reads back to the same blocks.</summary>
internal static class ExcerptHtml
{
    private static (string Open, string Close, string Element) Form(BlockKind kind) => kind switch
    {
        BlockKind.Quotation => ("<blockquote>", "</blockquote>", "p"),
        BlockKind.ListItem => ("<ul>", "</ul>", "li"),
        BlockKind.NumberedItem => ("<ol>", "</ol>", "li"),
        BlockKind.Heading => ("", "", "h3"),
        _ => ("", "", "p"),
    };

    public static string Write(IReadOnlyList<Block> blocks)
    {
        var html = new StringBuilder();
        for (var n = 0; n < blocks.Count; n++)
        {
            var kind = blocks[n].Kind;
            var (open, close, element) = Form(kind);
            if (n == 0 || blocks[n - 1].Kind != kind)
            {
                html.Append(open);
            }

            html.Append('<').Append(element).Append('>').Append(blocks[n].Html.Markup).Append("</").Append(element).Append('>');
            if (n == blocks.Count - 1 || blocks[n + 1].Kind != kind)
            {
                html.Append(close);
            }
        }

        return html.ToString();
    }

    public static List<Block> Read(string html)
    {
        var blocks = new List<Block>();
        var kind = BlockKind.Paragraph;
        for (var at = 0; at < html.Length;)
        {
            var rest = html.AsSpan(at);
            var (length, next) = rest switch
            {
                _ when rest.StartsWith("<blockquote>") => (12, BlockKind.Quotation),
                _ when rest.StartsWith("<ul>") => (4, BlockKind.ListItem),
                _ when rest.StartsWith("<ol>") => (4, BlockKind.NumberedItem),
                _ when rest.StartsWith("</blockquote>") => (13, BlockKind.Paragraph),
                _ when rest.StartsWith("</ul>") || rest.StartsWith("</ol>") => (5, BlockKind.Paragraph),
                _ => (0, kind),
            };
            kind = next;
            at += length;
            if (length > 0)
            {
                continue;
            }

            var element = rest.StartsWith("<p>") ? "p" : rest.StartsWith("<li>") ? "li" : rest.StartsWith("<h3>") ? "h3" : throw Damaged(at);
            var start = at + element.Length + 2;
            var end = html.IndexOf($"</{element}>", start, StringComparison.Ordinal);
            if (end < 0)
            {
                throw Damaged(at);
            }

            blocks.Add(new(element == "h3" ? BlockKind.Heading : kind, InlineHtml.FromSanitized(html[start..end])));
            at = end + element.Length + 3;
        }

        return blocks;
    }

    private static CuttingsException Damaged(int at) => new(ErrorKind.Storage, $"This excerpt is not in canonical HTML at character {at}.");
}
