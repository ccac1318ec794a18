using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cuttings.Import.SavedPages;
using Xunit;

namespace Cuttings.Import.Tests.SavedPages;

public class SeedSpecs
{
    [Fact]
    public void The_seed_page_gives_exactly_its_ten_cuttings()
    {
        var folder = Path.Combine(Shared.Folder, "seed");
        Assert.SkipUnless(Directory.Exists(folder), "The seed page is not here (CUTTINGS_SHARED).");
        var page = SavedPageReader.Read(File.ReadAllText(Path.Combine(folder, "category-china.txt")), "category-china.txt");
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement.GetProperty("cuttings").EnumerateArray().ToList();
        Assert.Equal(expected.Count, page.Cuttings.Count);
        foreach (var (wanted, incoming) in expected.Zip(page.Cuttings))
        {
            var cutting = incoming.Cutting;
            Assert.Equal(wanted.GetProperty("headline").GetString(), cutting.Headline);
            Assert.Equal(wanted.GetProperty("credit").GetString(), cutting.Credit.Printed);
            Assert.Equal(wanted.GetProperty("outlet").GetString(), cutting.Credit.Outlet);
            Assert.Equal(wanted.GetProperty("categories").EnumerateArray().Select(name => name.GetString()!), cutting.Categories);
            Assert.Equal(
                wanted.GetProperty("paragraphSha256").EnumerateArray().Select(hash => hash.GetString()!),
                cutting.Excerpt.Blocks.Select(block => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(block.Html.ToText().Trim())))[..16]));
            Assert.Null(cutting.Posted);
            Assert.Null(cutting.Author);
            Assert.Equal(["posted", "author"], incoming.Missing);
        }
    }
}
