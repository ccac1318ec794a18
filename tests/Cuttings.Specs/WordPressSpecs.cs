using System.Net;
using Cuttings.Specs.Faults;
using Xunit;

namespace Cuttings.Specs;

public sealed class WordPressSpecs : Places
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task The_numbers_of_a_blogs_lists_lead_to_them_and_come_through_a_backup(string database)
    {
        var export = Path.Combine(Folder, "quay.xml");
        string Item(int id, string category, string name, string status) => $"<item><title>Post {id}</title><link>https://quay.example/{id}/</link><dc:creator>nosk</dc:creator><content:encoded><![CDATA[Text of post {id}, which says enough to be read.]]></content:encoded><wp:post_id>{id}</wp:post_id><wp:post_date>2011-03-09 08:30:00</wp:post_date><wp:post_type>post</wp:post_type><wp:status>{status}</wp:status><category domain=\"category\" nicename=\"{category}\">{name}</category></item>";
        await File.WriteAllTextAsync(
            export,
            "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>The Quay</title><link>https://quay.example</link><wp:wxr_version>1.2</wp:wxr_version>"
            + "<wp:author><wp:author_id>3</wp:author_id><wp:author_login>nosk</wp:author_login><wp:author_display_name>N. Osk</wp:author_display_name></wp:author>"
            + "<wp:category><wp:term_id>12</wp:term_id><wp:category_nicename>quays</wp:category_nicename><wp:cat_name>Harbours</wp:cat_name></wp:category><wp:category><wp:term_id>13</wp:term_id><wp:category_nicename>hidden</wp:category_nicename><wp:cat_name>Hidden</wp:cat_name></wp:category>"
            + Item(1, "quays", "Harbours", "publish") + Item(2, "hidden", "Hidden", "draft") + "</channel></rss>");
        var archive = NewArchive(database);
        Assert.Equal(0, (await Program.RunAsync("import", export, "--archive", archive)).Exit);
        var (backup, restored) = (Path.Combine(Folder, "quay.backup"), Path.Combine(Folder, "restored.db"));
        await Program.RunAsync("backup", backup, "--archive", archive);
        Assert.Equal(0, (await Program.RunAsync("restore", backup, "--archive", restored)).Exit);
        foreach (var one in new[] { archive, restored })
        {
            await using var site = await Site.StartAsync("--archive", one);
            Assert.Equal(("/category/quays", "/author/nosk", "/2011/03"), (await LeadsAsync(site, "/?cat=12"), await LeadsAsync(site, "/?author=3"), await LeadsAsync(site, "/?m=20110309")));
            Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/?cat=13")).StatusCode);
        }

        static async Task<string?> LeadsAsync(Site site, string address) => (await site.Client.GetAsync(address)).Headers.Location?.OriginalString;
    }
}
