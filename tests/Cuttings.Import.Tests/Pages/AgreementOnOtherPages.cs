using System.Text.Json;
using Cuttings.FactsBench;
using Cuttings.Import.Pages;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

/// <summary>The 130 pages of another project: at least as many facts as SmartReader 0.11.1 finds right there, as bench/Cuttings.FactsBench measures both in one run.</summary>
public class AgreementOnOtherPages
{
    [Fact]
    public void More_facts_are_right_than_those_of_the_best_peer()
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

        agreement.Print();
        agreement.Differences.ForEach(Console.WriteLine);
        foreach (var (field, least) in new[] { ("title as printed", 105), ("byline as printed", 50), ("published", 31), ("language", 71) })
        {
            Assert.True(agreement.Of(field).Same >= least, $"{field}: {agreement.Of(field)}");
        }
    }
}
