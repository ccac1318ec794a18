using System.Text;
using Cuttings.Exchange;
using Cuttings.Import.Exchange;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Import.Tests.Exchange;

internal static class Exchanged
{
    public static Task<List<ReadItem>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<List<ReadItem>> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await ExchangeReader.ReadAsync(stream, "posts.jsonl").ToListAsync();
    }

    public static async Task<Cutting> ReadOneAsync(string line)
    {
        var item = Assert.Single(await ReadAsync(line));
        Assert.Null(item.Failed);
        return item.Cutting!.Cutting;
    }

    public static async Task<string> FailAsync(string line)
    {
        var item = Assert.Single(await ReadAsync(line));
        Assert.Null(item.Cutting);
        return item.Failed!.Why;
    }

    public static async Task<Cutting> ThereAndBackAsync(Cutting cutting) => await ReadOneAsync(ExchangeWriter.Write(cutting));
}
