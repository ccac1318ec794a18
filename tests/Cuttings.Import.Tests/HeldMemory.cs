using System.Text;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Import.Tests;

/// <summary>Ten megabytes of anything hold no more than 64 MB of live heap, end, and fail clearly where they fail.</summary>
[Collection("alone")]
public sealed class HeldMemory : IDisposable
{
    private const int Size = 10_000_000;
    private const long Most = 64L << 20;
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("a\n")]
    [InlineData("\n")]
    [InlineData("Posted on by\nHead\n")]
    [InlineData("[[[[(((")]
    [InlineData("word ")]
    [InlineData("Night ferry returns\n\nPosted on by\n\nThe Marjan left at ten on Tuesday with two hundred and fourteen passengers aboard.\n\n[The Harbour Echo]\n\n")]
    [InlineData("{\"headline\":\"Boat\",\"body\":[\"It ran.\"]}\n")]
    [InlineData("{\"headline\":\"Boat\",\"html\":\"<div><div><div><div>\"}\n")]
    [InlineData("{\"headline\":\"")]
    [InlineData("[{\"a\":[[[[[[")]
    [InlineData("{\"a\":{")]
    [InlineData("외교 합의는 늦어졌다.\n")]
    [InlineData("\u0000\u0001\u0002")]
    [InlineData("{\"headline\":\"A\",\"html\":\"<p><em><strong><a href='x'>")]
    public async Task Ten_megabytes_are_read_within_bounds(string piece)
    {
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat(piece, Size / Encoding.UTF8.GetByteCount(piece))), TestContext.Current.CancellationToken);
        await ReadAsync();
    }

    [Fact]
    public async Task One_line_of_ten_megabytes_is_one_item()
    {
        await File.WriteAllTextAsync(file, "{\"headline\":\"Boat\",\"body\":[\"" + new string('x', Size) + "\"]}\n{\"headline\":\"Boat\",\"body\":[\"It ran.\"]}\n", TestContext.Current.CancellationToken);
        Assert.Equal(2, await ReadAsync());
    }

    [Fact]
    public async Task Ten_megabytes_of_noise_are_refused_or_read()
    {
        var noise = new byte[Size];
        new Random(7).NextBytes(noise);
        await File.WriteAllBytesAsync(file, noise, TestContext.Current.CancellationToken);
        await ReadAsync();
    }

    private async Task<int> ReadAsync()
    {
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var (items, held) = (0, 0L);
        await foreach (var item in Reading.OpenAsync([file], cancel: TestContext.Current.CancellationToken))
        {
            Assert.True(item.Cutting is not null ^ item.Failed is not null);
            if (items++ % 50_000 == 0)
            {
                held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - idle);
            }
        }

        Assert.True(held <= Most, $"{held >> 20} MB were held.");
        Assert.True(items > 0);
        return items;
    }
}

/// <summary>Specs that measure the heap run while no other does.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
