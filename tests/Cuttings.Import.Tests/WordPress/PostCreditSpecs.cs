using Xunit;

namespace Cuttings.Import.Tests.WordPress;

/// <summary>The table of post-credits.md, row by row.</summary>
public class PostCreditSpecs
{
    public static TheoryData<string, string[]> Rows
    {
        get
        {
            var rows = new TheoryData<string, string[]>();
            foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "WordPress", "post-credits.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
            {
                var cells = line[1..line.LastIndexOf('|')].Split('|').Select(cell => cell.Trim().Replace('⏎', '\n').Replace('¦', '|')).ToArray();
                rows.Add(cells[0].Trim('`'), cells[1..]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_credit_is_read_and_its_line_taken_out(string stored, string[] read)
    {
        var cutting = Wxr.Post(stored);
        Assert.Equal(read[0], cutting.Excerpt.ToText().ReplaceLineEndings("\n").Replace("\n\n", " ", StringComparison.Ordinal));
        Assert.Equal<IEnumerable<string>>(read[1..], [cutting.Credit.Printed ?? "", cutting.Credit.Outlet ?? "", cutting.Credit.Byline ?? "", cutting.Sources.FirstOrDefault()?.Url ?? ""]);
    }

    [Fact]
    public void What_a_syndicating_plugin_noted_is_the_original()
    {
        const string Noted = "<wp:postmeta><wp:meta_key><![CDATA[syndication_permalink]]></wp:meta_key><wp:meta_value><![CDATA[https://echo.example/9]]></wp:meta_value></wp:postmeta>";
        Assert.Equal("https://echo.example/9", WxrSpecs.Cuttings(Wxr.Item("Ferry runs", "It ran.", more: Noted)).Single().Sources[0].Url);
    }

    [Fact]
    public void A_bare_name_at_the_end_is_only_suggested()
    {
        var cutting = Wxr.Post("It ran.\n\n<a href=\"https://echo.example/\">Harbour Echo</a>");
        Assert.Equal(("Harbour Echo", null), (cutting.Suggested["credit"], cutting.Credit.Printed));
        Assert.Empty(cutting.Sources);
    }
}
