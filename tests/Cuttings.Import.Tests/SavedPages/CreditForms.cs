using Cuttings.Import.SavedPages;
using Xunit;

namespace Cuttings.Import.Tests.SavedPages;

/// <summary>The table of credit-forms.md, row by row.</summary>
public class CreditForms
{
    public static TheoryData<string, string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string>();
            foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "SavedPages", "credit-forms.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2))
            {
                var cells = line.Replace("\\|", "\u0001", StringComparison.Ordinal).Trim().Trim('|').Split('|').Select(cell => cell.Trim().Replace('\u0001', '|')).ToArray();
                rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_credit_is_read_in_its_form(string lines, string credit, string outlet, string byline, string via)
    {
        var text = "Ferry runs again\n\nPosted on by\n\n" + lines.Replace(" / ", "\n\n", StringComparison.Ordinal) + "\n";
        var read = Assert.Single(SavedPageReader.Read(text, "page").Cuttings);
        Assert.Equal(credit.Replace('⏎', '\n'), read.Cutting.Credit.Printed ?? "");
        Assert.Equal(outlet, read.Cutting.Credit.Outlet ?? "");
        Assert.Equal(byline, read.Cutting.Credit.Byline ?? "");
        Assert.Equal(via, read.Cutting.Credit.Via ?? "");
        Assert.Equal(credit.Length == 0, read.Missing.Contains("credit"));
    }
}
