using System.Text.Json;
using Cuttings.Articles;
using Cuttings.Import.Pages;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

/// <summary>Pages of our own; each `.html` has its `.json` of what must be read from it, and what it names is compared.</summary>
public class SamplePages
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Pages", "Samples");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.html").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_is_read_as_a_reader_would(string name)
    {
        var page = new PageReader().Read(File.ReadAllBytes(Path.Combine(Folder, name + ".html")), null, null);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        var expected = json.RootElement;
        var wanted = expected.GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(wanted.Select(one => one.GetProperty("title").GetString()), page.Articles.Select(article => article.Title));
        Assert.Equal(wanted.Count == 0, page.Why is not null);
        Compare(expected, "why", page.Why);
        Compare(expected, "next", page.Next);
        Compare(expected, "feeds", page.Feeds.Select(feed => feed.Address));
        foreach (var (one, article) in wanted.Zip(page.Articles))
        {
            Compare(one, article);
        }
    }

    private static void Compare(JsonElement wanted, Article article)
    {
        Compare(wanted, "kind", article.Kind.ToString());
        Compare(wanted, "writers", article.Writers);
        Compare(wanted, "published", article.Published?.Text);
        Compare(wanted, "modified", article.Modified?.Text);
        Compare(wanted, "outlet", article.Outlet);
        Compare(wanted, "language", article.Language);
        Compare(wanted, "address", article.Address);
        Compare(wanted, "standfirst", article.Standfirst);
        Compare(wanted, "image", article.Image?.Address);
        Compare(wanted, "alt", article.Image?.Alternative);
        Compare(wanted, "caption", article.Image?.Caption);
        Compare(wanted, "categories", article.Categories);
        Compare(wanted, "tags", article.Tags);
        Compare(wanted, "credit", article.Credit.Printed);
        Compare(wanted, "creditOutlet", article.Credit.Outlet);
        Compare(wanted, "creditByline", article.Credit.Byline);
        Compare(wanted, "original", article.Original);
        if (wanted.TryGetProperty("truncated", out var truncated))
        {
            Assert.Equal(truncated.GetBoolean(), article.Truncated);
        }

        if (wanted.TryGetProperty("paragraphs", out var paragraphs))
        {
            Assert.Equal(paragraphs.GetInt32(), article.Body.Blocks.Length);
        }
    }

    private static void Compare(JsonElement wanted, string field, string? found)
    {
        if (wanted.TryGetProperty(field, out var value))
        {
            Assert.Equal((field, value.GetString()), (field, found));
        }
    }

    private static void Compare(JsonElement wanted, string field, IEnumerable<string> found)
    {
        if (wanted.TryGetProperty(field, out var value))
        {
            Assert.Equal(value.EnumerateArray().Select(item => item.GetString()!), found);
        }
    }
}
