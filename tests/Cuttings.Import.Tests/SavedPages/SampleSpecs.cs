using System.Text.Json;
using Cuttings.Import.SavedPages;
using Xunit;

namespace Cuttings.Import.Tests.SavedPages;

/// <summary>Pages of our own in the forms of ten other blogs; each `.txt` has its `.json` of what must be read from it.</summary>
public class SampleSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "SavedPages", "Samples");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_blogs_page_is_read_without_loss(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        var page = SavedPageReader.Read(text, name);
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json"))).RootElement.EnumerateArray().ToList();
        Assert.Equal(expected.Select(wanted => Text(wanted, "headline")), page.Cuttings.Select(incoming => incoming.Cutting.Headline));
        foreach (var (wanted, incoming) in expected.Zip(page.Cuttings))
        {
            var cutting = incoming.Cutting;
            Assert.Equal(List(wanted, "body"), cutting.Excerpt.Blocks.Select(block => block.Html.ToText()));
            Assert.Equal(Text(wanted, "credit"), cutting.Credit.Printed);
            Assert.Equal(Text(wanted, "outlet"), cutting.Credit.Outlet);
            Assert.Equal(Text(wanted, "byline"), cutting.Credit.Byline);
            Assert.Equal(Text(wanted, "posted"), cutting.Posted?.Text);
            Assert.Equal(Text(wanted, "author"), cutting.Author);
            Assert.Equal(List(wanted, "categories"), cutting.Categories);
            Assert.Equal(List(wanted, "tags"), cutting.Tags);
            Assert.Equal(cutting.Posted is null, incoming.Missing.Contains("posted"));
            Assert.Equal(cutting.Author is null, incoming.Missing.Contains("author"));
        }

        Assert.Equal(text.TrimEnd('\n').Split('\n'), page.Report.Select(line => line.Text));
    }

    private static string? Text(JsonElement cutting, string field) => cutting.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static IEnumerable<string> List(JsonElement cutting, string field) => cutting.GetProperty(field).EnumerateArray().Select(item => item.GetString()!);
}
