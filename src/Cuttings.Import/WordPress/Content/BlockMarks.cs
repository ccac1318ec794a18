namespace Cuttings.Import.WordPress.Content;

/// <summary>The comments by which the block editor marks its blocks: `&lt;!-- wp:quote --&gt;` … `&lt;!-- /wp:quote --&gt;`, `&lt;!-- wp:block {"ref":7} /--&gt;`.</summary>
internal sealed class BlockMarks(string source)
{
    private const int Deepest = 100;

    private readonly bool isMarked = source.Contains("<!-- wp:", StringComparison.Ordinal);
    private readonly List<string> open = [];

    /// <summary>How many blocks are kept elsewhere, and only named here.</summary>
    public int Reused { get; private set; }

    /// <summary>Whether line ends part lines and paragraphs here: in posts without blocks, and outside of and in those blocks that hold such text.</summary>
    public bool LinesCount => !isMarked || open.Count == 0 || open[^1] is "freeform" or "shortcode" or "embed";

    /// <summary>Takes a comment's inside; false where it marks no block.</summary>
    public bool Take(ReadOnlySpan<char> comment)
    {
        var mark = comment.Trim();
        var closes = mark.StartsWith("/wp:");
        if (!closes && !mark.StartsWith("wp:"))
        {
            return false;
        }

        mark = mark[(closes ? 4 : 3)..];
        var length = mark.IndexOfAny(" \t\n/{");
        length = length > 0 && mark[length] == '/' && length + 1 < mark.Length && char.IsAsciiLetter(mark[length + 1]) ? length + 1 + Math.Max(0, mark[(length + 1)..].IndexOfAny(" \t\n/{")) : length;
        var name = (length < 0 ? mark : mark[..length]).ToString();
        if (closes)
        {
            var at = open.LastIndexOf(name);
            if (at >= 0)
            {
                open.RemoveRange(at, open.Count - at);
            }
        }
        else if (!mark.EndsWith("/"))
        {
            if (open.Count < Deepest)
            {
                open.Add(name);
            }
        }
        else
        {
            Reused += name == "block" ? 1 : 0;
        }

        return true;
    }
}
