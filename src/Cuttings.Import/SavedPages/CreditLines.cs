namespace Cuttings.Import.SavedPages;

/// <summary>The lines of one post's text, among which its credit is sought: of a page saved as text, or of blocks.</summary>
internal interface ICreditLines
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>The length of a line in UTF-16 code units.</summary>
    int Length(int line);

    /// <summary>A line's text.</summary>
    string Text(int line);

    /// <summary>A line's text without white space at its ends.</summary>
    string Trimmed(int line);

    /// <summary>Whether a line is quoted, as far as that can be told.</summary>
    bool IsQuotation(int line);

    /// <summary>Takes a line out of the text: it is the credit, or a part of it.</summary>
    void Take(int line);
}

/// <summary>The lines of a post in a page saved as text.</summary>
/// <param name="lines">The page's lines.</param>
/// <param name="body">Which of them are the post's text.</param>
/// <param name="isQuotation">Whether a line of the page is a quotation, where its reader knows; else quotation marks tell.</param>
internal sealed class PageCreditLines(PageLines lines, List<int> body, Func<int, bool>? isQuotation = null) : ICreditLines
{
    public int Count => body.Count;

    public int Length(int line) => lines.Length(body[line]);

    public string Text(int line) => lines.Text(body[line]);

    public string Trimmed(int line) => lines.Trimmed(body[line]);

    public bool IsQuotation(int line) => isQuotation?.Invoke(body[line]) == true || lines.Trimmed(body[line]) is { Length: > 0 } text && "“\"«「『>".Contains(text[0], StringComparison.Ordinal);

    public void Take(int line)
    {
        lines.Mark(body[line], "credit");
        body.RemoveAt(line);
    }
}
