using CsCheck;
using Cuttings.Excerpts;
using Cuttings.Import.Html;
using Cuttings.Import.Pages;
using Cuttings.Import.Pages.Body;
using Xunit;

namespace Cuttings.Import.Tests.Pages.Body;

/// <summary>What holds for whatever page comes.</summary>
public class BodyProperties
{
    private static readonly string[] Seeds = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages", "Body", "Samples"), "*.html").Select(File.ReadAllText)];

    private static readonly string[] Parts =
    [
        "<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<b>", "</b>", "<a href='/x'>", "</a>", "<ul><li>", "</ul>", "<blockquote>", "</blockquote>", "<h2>", "</h2>", "<br>", "<br><br>",
        "<article>", "</article>", "<aside class='related'>", "</aside>", "<script type='application/ld+json'>{\"articleBody\":\"", "\"}</script>", "<!--", "-->", "<svg>", "</svg>", "<template>", "<select>", "<ruby>漢<rt>kan</rt></ruby>",
        "A sentence with words enough to be a paragraph, and a comma. ", "짧은 문장이 여기 하나 더 있다, 그리고 이어진다. ", "一个足够长的句子，写在这里，好让它成为段落。", "\0", "\uD800", "&#0;", "&hellip;", "(Yonhap)", "Related", "[…]", "By Lena Ortiz",
    ];

    [Fact]
    public void Whatever_page_comes_it_is_read_or_found_empty()
    {
        var change = Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, Parts.Length - 1], Gen.Int[0, 60]).Array[1, 12]);
        change.Sample(
            drawn =>
            {
                var html = Seeds[drawn.Item1];
                foreach (var (place, part, gone) in drawn.Item2)
                {
                    var at = (int)(place * html.Length);
                    html = html[..at] + Parts[part] + html[Math.Min(html.Length, at + gone)..];
                }

                Holds(html);
            },
            iter: 1500,
            threads: 2);
    }

    [Fact]
    public void Whatever_parts_follow_each_other_they_are_read_or_found_empty() =>
        Gen.Int[0, Parts.Length - 1].Array[0, 80].Sample(drawn => Holds(string.Concat(drawn.Select(part => Parts[part]))), iter: 1500, threads: 2);

    private static void Holds(string html)
    {
        var found = BodyFinder.Find(PageParser.Parse(html, "https://harbour.example/a"), new BodyHints("A title", Writers: ["Lena Ortiz"]));
        if (found is null)
        {
            return;
        }

        Assert.NotEmpty(found.Excerpt.Blocks);
        Assert.InRange(found.Confidence, 0, 1);
        Assert.All(found.Excerpt.Blocks, block => Assert.NotEmpty(block.Html.ToText()));
        Assert.True(CanonicalHtml.Is(found.Excerpt.ToHtml()), found.Excerpt.ToHtml());
        Assert.Equal(found.Excerpt, Excerpt.FromHtml(found.Excerpt.ToHtml()));
    }
}
