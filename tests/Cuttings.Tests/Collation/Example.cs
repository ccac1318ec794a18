using Cuttings.Collation;

namespace Cuttings.Tests.Collation;

/// <summary>An example of a Markdown file under Specs/: a heading, why, a block `source`, a block `cutting` and what is expected of them. See Specs/README.md.</summary>
internal sealed record Example(string File, string Heading, CollationInput Input, IReadOnlyList<Row> Rows, bool AnotherEdition, IReadOnlyList<string>? Sentences)
{
    private static readonly Lazy<IReadOnlyList<Example>> Found = new(() => [.. Directory.EnumerateFiles(Path.Combine(Folder.Of(), "Specs"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read)]);

    public static IReadOnlyList<Example> All => Found.Value;

    private static IEnumerable<Example> Read(string path)
    {
        var (heading, lines, fenced) = ("", new List<string>(), false);
        foreach (var line in System.IO.File.ReadAllLines(path).Append("## "))
        {
            fenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (fenced || !line.StartsWith("##", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            if (Of(Path.GetFileNameWithoutExtension(path), heading, lines) is { } example)
            {
                yield return example;
            }

            (heading, lines) = (line.TrimStart('#').Trim(), []);
        }
    }

    private static Example? Of(string file, string heading, List<string> lines)
    {
        if (Block(lines, "cutting") is not { } cutting)
        {
            return null;
        }

        // Where sentences are all that matters, the source is the cutting itself.
        var source = Block(lines, "source") ?? cutting;
        var input = new CollationInput(cutting.Text, source.Text) { Headline = cutting.Info.Contains("headline"), Truncated = cutting.Info.Contains("truncated") };
        var rows = lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)).Skip(1).Select(Row.Read).ToList();
        return new(file, heading, input, rows, lines.Contains("Another edition: yes"), Block(lines, "sentences") is { } sentences ? [.. sentences.Text.Split('\n')] : null);
    }

    private static (string Text, string[] Info)? Block(List<string> lines, string name)
    {
        var start = lines.FindIndex(line => line == "```" + name || line.StartsWith($"```{name} ", StringComparison.Ordinal));
        return start < 0 ? null : (string.Join('\n', lines.Skip(start + 1).TakeWhile(line => line != "```")), lines[start].Split(' '));
    }
}

/// <summary>What is expected of a sentence or a gap.</summary>
/// <param name="Place">`headline`, `3` or `left out after 3`.</param>
/// <param name="Verdict">A verdict, or `marked` or `unmarked` for a gap.</param>
/// <param name="Warnings">Their kinds, all of them.</param>
/// <param name="Differences">The variants as a proof-reader marks them; null where the example does not say.</param>
internal sealed record Row(string Place, string Verdict, IReadOnlyList<string> Warnings, string? Differences)
{
    public static Row Read(string line)
    {
        var cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return new(cells[0], cells[1], [.. (cells.ElementAtOrDefault(2) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)], cells.ElementAtOrDefault(3) is { Length: > 0 } differences ? differences : null);
    }

    public bool Says(Row other) => Verdict == other.Verdict && Warnings.SequenceEqual(other.Warnings) && Differences == other.Differences;

    public override string ToString() => $"| {Place} | {Verdict} | {string.Join(", ", Warnings)} | {Differences} |";
}
