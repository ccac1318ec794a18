using AngleSharp.Dom;
using Cuttings.Excerpts;
using Cuttings.Import.Pages;
using Cuttings.Import.Pages.Body;
using Xunit;

namespace Cuttings.Import.Tests.Pages.Body;

/// <summary>
/// Pages of our own in the styles of many sites; each `.html` has its `.txt` of exactly what is its text. A block begins with the sign of its kind
/// (`&gt; ` quotation, `- ` item, `# ` numbered item, `## ` heading); lines that begin with `@` name what stands around the text.
/// </summary>
public class SampleSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pages", "Body", "Samples");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pages_text_is_taken_and_nothing_else(string name)
    {
        var document = PageParser.Parse(File.ReadAllText(Path.Combine(Folder, name + ".html")));
        var hints = new BodyHints(document.QuerySelector("h1")?.TextContent ?? document.Title);
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name + ".txt")).TrimEnd(), Written(BodyFinder.Find(document, hints)));
    }

    private static string Written(FoundBody? found)
    {
        if (found is null)
        {
            return "@none";
        }

        var lines = found.Excerpt.Blocks.Select(block => Sign(block.Kind) + block.Html.ToText().ReplaceLineEndings(" / ")).ToList();
        lines.AddRange(found.Standfirst is null ? [] : ["@standfirst " + found.Standfirst]);
        lines.AddRange(found.CreditLine is null ? [] : ["@credit " + found.CreditLine]);
        lines.AddRange(found.CaptionOfLead is null ? [] : ["@caption " + found.CaptionOfLead]);
        lines.AddRange(found.Truncated ? ["@truncated"] : []);
        return string.Join('\n', lines);
    }

    private static string Sign(BlockKind kind) => kind switch
    {
        BlockKind.Quotation => "> ",
        BlockKind.ListItem => "- ",
        BlockKind.NumberedItem => "# ",
        BlockKind.Heading => "## ",
        _ => "",
    };
}
