using System.Diagnostics;
using CsCheck;
using Cuttings.Import.SavedPages;
using Xunit;

namespace Cuttings.Import.Tests.SavedPages;

public class NoLineIsLost
{
    private static readonly string[] Pieces =
    [
        "Category: Ferries", "Category Archives: Ports", "Monthly Archives: September 2020", "Posted on by", "Posted on September 27, 2020 by N. Osk", "posted in , , by", "This entry was posted in Ferries, Ports by N. Osk. Bookmark the permalink.",
        "Leave a reply", "← Older posts", "Newer posts →", "1 2 3 … 48", "Tags: a, b", "[Harbour Echo]", "Source: Harbour Echo", "(Harbour Echo)", "According to the Echo:", "Read the full story here:", "— Echo, January 25, 2011", "Recent Posts",
        "The ferry sailed again, said the pilot.", "• one", "1. two", "> three", "Ferry runs again", "", " ", "\u00A0", "2016-1-4", "12/14/2008", "Writer: Ida Lund", "Publication: Harbour Echo", "연락선 다시 운항", "渡轮复航", "[…]", "* * *",
    ];

    [Fact]
    public void Every_line_is_kept_or_listed_as_furniture() =>
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(n => Pieces[n]), Gen.String[0, 120]).Array[0, 40].Sample(
            pieces =>
            {
                var text = string.Join('\n', pieces);
                var page = SavedPageReader.Read(text, "page");
                Assert.Equal(AsLines(text), string.Join('\n', page.Report.Select(line => line.Text)));
                var kept = string.Concat(page.Cuttings.Select(incoming => incoming.Cutting).SelectMany(cutting => new[] { cutting.Headline, cutting.Credit.Printed ?? "", cutting.Excerpt.ToText() })).Where(character => !char.IsWhiteSpace(character)).ToHashSet();
                foreach (var line in page.Report.Where(line => line.As is not "blank" && !line.As.StartsWith("furniture", StringComparison.Ordinal)))
                {
                    Assert.All(line.Text.Replace("\uFEFF", "").Where(character => !char.IsWhiteSpace(character) && !"•‣▪◦●*·->.)0123456789\0".Contains(character)), character => Assert.True(kept.Contains(character) || char.IsSurrogate(character)));
                }
            },
            iter: 3000);

    [Theory]
    [InlineData("a\n")]
    [InlineData("Posted on by\n")]
    [InlineData("> > > > \n")]
    [InlineData("[[[[[[[[")]
    [InlineData("word ")]
    [InlineData("\n\n")]
    public void Ten_megabytes_of_one_thing_are_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(SavedPageReader.Read(text, "large").Report);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "Reading hangs.");
    }

    private static string AsLines(string text)
    {
        var lines = (text.StartsWith('\uFEFF') ? text[1..] : text).Replace("\r\n", "\n");
        lines = lines.EndsWith('\n') ? lines[..^1] : lines;
        return lines.EndsWith('\r') ? lines[..^1] : lines;
    }
}
