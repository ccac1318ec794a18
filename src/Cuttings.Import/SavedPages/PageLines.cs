using Cuttings.Credits;

namespace Cuttings.Import.SavedPages;

/// <summary>A saved page as lines, each with what it is; at first by itself, then by its place.</summary>
internal sealed class PageLines
{
    private readonly string text;
    private readonly List<(int Start, int Length)> spans = [];
    private readonly List<FurnitureLine> lines = [];
    private readonly List<string?> roles = [];

    public PageLines(string text)
    {
        this.text = text.StartsWith('\uFEFF') ? text[1..] : text;
        for (var at = 0; at <= this.text.Length;)
        {
            var end = this.text.IndexOf('\n', at);
            var next = end < 0 ? this.text.Length + 1 : end + 1;
            end = end < 0 ? this.text.Length : end;
            if (at == this.text.Length && at > 0)
            {
                break;
            }

            var length = end - at - (end > at && this.text[end - 1] == '\r' ? 1 : 0);
            spans.Add((at, length));
            // A line too long to be furniture is not even copied to find out.
            lines.Add(length > 1000 ? new(LineKind.Text, "") : Furniture.Read(this.text.Substring(at, length)));
            roles.Add(null);
            at = next;
        }
    }

    public int Count => lines.Count;

    public FurnitureLine this[int line] => lines[line];

    public string Text(int line) => text.Substring(spans[line].Start, spans[line].Length);

    public string Trimmed(int line) => Text(line).Trim(' ', '\t', '\r', '\f', '\u00A0');

    public int Length(int line) => spans[line].Length;

    public bool IsText(int line) => lines[line].Kind == LineKind.Text;

    /// <summary>Whether a line reads as a credit that stands below a text.</summary>
    public bool IsCredit(int line) => Length(line) <= CreditReader.Longest && CreditReader.Below(Text(line)) is not null;

    /// <summary>Whether a cutting has taken the line.</summary>
    public bool IsMarked(int line) => roles[line] is not null;

    public void Mark(int line, string role) => roles[line] = role;

    /// <summary>The next line of text at or after this one, before the end; -1 for none.</summary>
    public int NextText(int from, int end)
    {
        for (var line = from; line < end; line++)
        {
            if (IsText(line))
            {
                return line;
            }
        }

        return -1;
    }

    /// <summary>The nearest line above that is not blank; -1 for none.</summary>
    public int NonBlankBefore(int line)
    {
        do
        {
            line--;
        }
        while (line >= 0 && lines[line].Kind == LineKind.Blank);
        return line;
    }

    /// <summary>Every line with what became of it; one that no cutting took is furniture, with its name.</summary>
    public List<ReportLine> Report()
    {
        var report = new List<ReportLine>(Count);
        for (var line = 0; line < Count; line++)
        {
            var role = roles[line] ?? (lines[line].Kind == LineKind.Blank ? "blank" : IsText(line) ? "furniture: outside any post" : "furniture: " + lines[line].Name);
            report.Add(new(line + 1, Text(line), role));
        }

        return report;
    }
}
