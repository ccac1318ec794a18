using Cuttings.Collation;

namespace Cuttings.Tests.Collation;

/// <summary>A source and a cutting with labels given by hand, from a Markdown file under Pairs/.</summary>
internal sealed record Pair(string Name, CollationInput Input, bool AnotherEdition, IReadOnlyList<Label> Labels)
{
    public static IEnumerable<Pair> All => Directory.EnumerateFiles(Path.Combine(Folder.Of(), "Pairs"), "*.md").Order(StringComparer.Ordinal).Select(Read);

    public static Pair Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var labels = Section(text, "Labels").Split('\n').Where(line => line.StartsWith('|') && !line.StartsWith("| n ", StringComparison.Ordinal) && !line.StartsWith("| -", StringComparison.Ordinal)).Select(Label.Read).ToList();
        return new(
            Path.GetFileNameWithoutExtension(path),
            new(Section(text, "Cutting"), Section(text, "Source")) { Headline = Flag(text, "headline"), Truncated = Flag(text, "truncated") },
            Flag(text, "another edition"),
            labels);
    }

    private static bool Flag(string text, string name) => text.Contains($"\n{name}: yes", StringComparison.Ordinal);

    private static string Section(string text, string name)
    {
        var start = text.IndexOf($"\n## {name}\n", StringComparison.Ordinal) + name.Length + 5;
        var end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return (end < 0 ? text[start..] : text[start..end]).Trim('\n');
    }
}

/// <summary>What a hand wrote of a sentence or of a gap.</summary>
/// <param name="Place">`headline`, `3` or `after 3`.</param>
/// <param name="Begins">The first words, so that a wrong count shows.</param>
/// <param name="Verdict">A verdict, or `marked` or `unmarked` for a gap.</param>
/// <param name="Warnings">Their kinds.</param>
internal sealed record Label(string Place, string Begins, string Verdict, IReadOnlyList<string> Warnings)
{
    public static Label Read(string line)
    {
        var cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return new(cells[0], cells[1], cells[2], cells.Length > 3 ? cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : []);
    }
}
