using System.Text.Json;
using Cuttings.FactsBench;
using Cuttings.Import.Pages;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

/// <summary>
/// The 130 pages of another project: what was measured stays. SmartReader 0.11.1 in the same run of bench/Cuttings.FactsBench: 99 titles and 65 bylines as printed,
/// 19 days of publication, 73 languages; it is a port of the program whose output is what these pages approve.
/// </summary>
public class AgreementOnOtherPages
{
    [Fact]
    public void As_many_facts_are_right_as_were_measured()
    {
        var pages = TestPage.Read(SharedData.Path("peers/readability-pages.tar.gz"));
        using var judgements = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", "judged.json")));
        var (agreement, reader) = (new Agreement("Cuttings"), new PageReader());
        foreach (var page in pages)
        {
            var article = reader.Read(page.Bytes, "text/html; charset=utf-8", "http://fakehost/test/page.html").Articles.FirstOrDefault();
            agreement.AddJudged(judgements.RootElement, page.Name, "title", page.Field("title"), article?.Title, Agreement.Plain);
            agreement.AddJudged(judgements.RootElement, page.Name, "byline", page.Field("byline"), article?.Byline, Agreement.Byline);
            agreement.Add(page.Name, "published", page.Field("publishedTime"), article?.Published?.Text, Agreement.Day);
            agreement.Add(page.Name, "language", page.Field("lang"), article?.Language, Agreement.Language);
        }

        var missed = new[] { ("title as printed", 115), ("byline as printed", 62), ("published", 31), ("language", 71) }
            .Where(bound => agreement.Of(bound.Item1).Same < bound.Item2)
            .Select(bound => $"{bound.Item1}: {agreement.Of(bound.Item1).Same} of {agreement.Of(bound.Item1).All}, where {bound.Item2} were measured")
            .ToList();
        // Field, page, what is approved, what was found.
        Assert.True(missed.Count == 0, string.Join('\n', [.. missed, .. agreement.Differences.Order(StringComparer.Ordinal)]));
    }
}
