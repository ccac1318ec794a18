using Xunit;

namespace Cuttings.Import.Tests.WordPress;

/// <summary>The table of post-texts.md, row by row.</summary>
public class PostTextSpecs
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "WordPress", "post-texts.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
            {
                var cells = line.Trim().Trim('|').Split(" | `");
                rows.Add(Unquoted(cells[0]), Unquoted(cells[1]));
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_stored_text_becomes_clean_blocks(string stored, string blocks) => Assert.Equal(blocks, Wxr.Post(stored).Excerpt.ToHtml());

    private static string Unquoted(string cell) => cell.Trim().Trim('`').Replace("⏎", "\n", StringComparison.Ordinal).Replace("\\|", "|", StringComparison.Ordinal);
}
