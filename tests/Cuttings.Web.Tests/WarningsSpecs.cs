using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cuttings.Collation;
using Cuttings.Excerpts;
using Cuttings.Sources;
using Xunit;

namespace Cuttings.Web.Tests;

/// <summary>Every warning is named on the page: in both views, whatever it is about.</summary>
public sealed partial class WarningsSpecs : SiteUnderTest
{
    [Fact]
    public async Task Both_views_name_every_warning_of_all_examples_as_often_as_it_was_found()
    {
        var examples = Directory.GetFiles(Path.Combine(Folder(), "../Cuttings.Tests/Collation/Specs"), "*.md").Order(StringComparer.Ordinal)
            .SelectMany(file => Example().Matches(File.ReadAllText(file)))
            .Select((match, n) => (Slug: $"example-{n}", Source: match.Groups["source"].Value, Text: match.Groups["cutting"].Value));
        var (kinds, compared) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var (slug, source, text) in examples)
        {
            // The first paragraph of each serves as its title too, so that headlines are compared.
            var paragraphs = Paragraphs(source);
            var cutting = new Cutting
            {
                Headline = Paragraphs(text)[0],
                Slug = slug,
                Excerpt = Excerpt.OfParagraphs(Paragraphs(text)),
                Sources = [new() { Url = "https://echo.example/1", Title = paragraphs[0], Editions = [new() { Text = [.. paragraphs] }] }],
            };
            await AddAsync(cutting);
            var expected = CuttingCollator.Collate(cutting).SelectMany(one => one.Collated.Warnings).Select(warning => warning.Kind).Order(StringComparer.Ordinal).ToList();
            foreach (var view in new[] { "", "?view=side" })
            {
                var page = await Client.GetStringAsync($"/cutting/{slug}/collation{view}");
                var named = Named().Matches(page).Select(match => match.Groups[1].Value.ToLowerInvariant().Replace(' ', '-')).Order(StringComparer.Ordinal);
                Assert.True(expected.SequenceEqual(named), $"{slug}{view}: {string.Join(", ", expected)} but {string.Join(", ", named)}\n{source}\n{text}");
            }

            kinds.UnionWith(expected);
            compared++;
        }

        Assert.True(compared > 300, $"{compared} examples");
        Assert.Empty(WarningKind.All.Except(kinds, StringComparer.Ordinal));
    }

    private static string[] Paragraphs(string text) => text.ReplaceLineEndings("\n").Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"^```source\n(?<source>.*?)^```\n+```cutting[^\n]*\n(?<cutting>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Example();

    [GeneratedRegex("""<p class="warning"><strong>([^<]*)</strong>""", RegexOptions.None, 10_000)]
    private static partial Regex Named();
}
