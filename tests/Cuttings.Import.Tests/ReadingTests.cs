using System.Text;
using Xunit;

namespace Cuttings.Import.Tests;

public class ReadingTests
{
    [Theory]
    [InlineData("utf-8", 10)]
    [InlineData("utf-16", 10)]
    [InlineData("euc-kr", 10)]
    [InlineData("euc-kr", 90_000)]
    public async Task A_page_in_an_old_encoding_is_read_as_it_was_written(string encoding, int before)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = Path.GetTempFileName();
        var filling = new string('a', before);
        var text = $"Category: Ferries\n\nNight ferry\n\nPosted on by\n\n{filling}\n\n외교 당국은 합의했다고 밝혔다.\n\n[Harbour Echo]\n";
        await File.WriteAllBytesAsync(path, Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(text)).ToArray());
        var items = await Reading.OpenAsync([path]).ToListAsync();
        File.Delete(path);
        Assert.Equal("외교 당국은 합의했다고 밝혔다.", Assert.Single(items).Cutting!.Cutting.Excerpt.Blocks[1].Html.ToText());
    }
}
