using Cuttings.Excerpts;
using Cuttings.Import.Html;
using Cuttings.Import.SavedPages;

namespace Cuttings.Import.WordPress;

/// <summary>
/// The blocks of a post as the lines among which its credit is sought. A block of several lines near the head or the foot is parted at its line breaks,
/// so that a credit below a text in one paragraph is found; where nothing was taken, the block stays as it was.
/// </summary>
internal sealed class BlockLines : ICreditLines
{
    // A credit is sought no further from the ends.
    private const int FromHead = 1;
    private const int FromFoot = 8;

    private readonly List<Line> lines = [];
    private readonly List<Line> aside = [];

    public BlockLines(IReadOnlyList<Block> blocks)
    {
        for (var n = 0; n < blocks.Count; n++)
        {
            if (n >= FromHead && n < blocks.Count - FromFoot || !blocks[n].Html.Markup.Contains("<br>", StringComparison.Ordinal))
            {
                lines.Add(new(blocks[n], n, blocks[n]));
                continue;
            }

            foreach (var html in Parted(blocks[n].Html.Markup))
            {
                lines.Add(new(new(blocks[n].Kind, html), n, blocks[n]));
            }
        }

        // `Continue reading …` below the credit is no credit, and stays.
        while (lines.Count > 1 && PostLinks.SendsOn(lines[^1].Text) && !PostCredit.IsFullStory(lines[^1].Text))
        {
            aside.Insert(0, lines[^1]);
            lines.RemoveAt(lines.Count - 1);
        }
    }

    public bool IsQuotation(int line) => lines[line].Block.Kind == BlockKind.Quotation;

    /// <summary>What was taken, in order of taking.</summary>
    public List<InlineHtml> Taken { get; } = [];

    public int Count => lines.Count;

    public int Length(int line) => lines[line].Text.Length;

    public string Text(int line) => lines[line].Text;

    public string Trimmed(int line) => lines[line].Text.Trim();

    public void Take(int line)
    {
        Taken.Add(lines[line].Block.Html);
        foreach (var sibling in lines.Concat(aside).Where(other => other.Number == lines[line].Number))
        {
            sibling.Whole = null;
        }

        lines.RemoveAt(line);
    }

    /// <summary>The blocks without what was taken.</summary>
    public List<Block> Rest()
    {
        lines.AddRange(aside);
        aside.Clear();
        var rest = new List<Block>();
        for (var n = 0; n < lines.Count; n++)
        {
            var line = lines[n];
            if (line.Whole is { } whole)
            {
                if (n == 0 || lines[n - 1].Number != line.Number)
                {
                    rest.Add(whole);
                }
            }
            else if (n > 0 && lines[n - 1].Number == line.Number)
            {
                rest[^1] = rest[^1] with { Html = InlineHtml.FromSanitized(rest[^1].Html.Markup + "<br>" + line.Block.Html.Markup) };
            }
            else
            {
                rest.Add(line.Block);
            }
        }

        return rest;
    }

    // Elements that a line break stands inside of are closed before it and opened after it.
    private static IEnumerable<InlineHtml> Parted(string markup)
    {
        var open = new List<string>();
        foreach (var part in markup.Split("<br>"))
        {
            var html = string.Concat(open) + part;
            for (var at = part.IndexOf('<', StringComparison.Ordinal); at >= 0; at = part.IndexOf('<', at + 1))
            {
                if (part[at + 1] != '/')
                {
                    open.Add(part[at..(part.IndexOf('>', at) + 1)]);
                }
                else
                {
                    open.RemoveAt(open.Count - 1);
                }
            }

            html += string.Concat(Enumerable.Reverse(open).Select(tag => $"</{tag[1..].Split(' ', '>')[0]}>"));
            // Through the sanitizer, since nothing else vouches for markup.
            foreach (var block in ExcerptSanitizer.Sanitize($"<p>{html}</p>").Blocks)
            {
                yield return block.Html;
            }
        }
    }

    private sealed class Line(Block block, int number, Block whole)
    {
        public Block Block => block;

        public int Number => number;

        public string Text { get; } = block.Html.ToText();

        /// <summary>The block that it stands in; null once something was taken out of that.</summary>
        public Block? Whole { get; set; } = whole;
    }
}
