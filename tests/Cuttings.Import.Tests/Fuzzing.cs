using CsCheck;
using Xunit;

namespace Cuttings.Import.Tests;

/// <summary>Bytes near those that are expected: every reader ends, and says what it could not read.</summary>
public sealed class Fuzzing
{
    private static readonly byte[][] Seeds =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "SavedPages", "Samples")).Select(File.ReadAllBytes),
        "{\"id\":\"1\",\"headline\":\"Boat\",\"posted\":\"2020-05-25~\",\"html\":\"<p>It <em lang='fr'>ran</em> <a href='https://a.example/'>again</a>.</p><ul><li>one</li></ul>\",\"sources\":[{\"url\":\"https://a.example/\",\"editions\":[{\"captured\":\"2020-01-01T00:00:00Z\",\"text\":[\"a\"]}]}],\"revisions\":[],\"language\":\"ko\"}\n{\"headline\":\"외교\",\"body\":[\"b\"]}\n"u8.ToArray(),
    ];

    [Fact]
    public void Whatever_bytes_come_every_item_is_read_or_named()
    {
        var mutation = Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Int[0, 255]).Array[1, 12]);
        mutation.Sample(
            drawn =>
            {
                var bytes = new List<byte>(Seeds[drawn.Item1]);
                foreach (var (kind, place, value) in drawn.Item2)
                {
                    var at = (int)(place * (bytes.Count - 1));
                    switch (bytes.Count < 8 ? 0 : kind)
                    {
                        case 0: bytes.Insert(Math.Max(0, at), (byte)value); break;
                        case 1: bytes[at] = (byte)value; break;
                        case 2: bytes.RemoveRange(at, Math.Min(value, bytes.Count - at - 1)); break;
                        case 3: bytes.InsertRange(at, bytes.GetRange(at / 2, Math.Min(value, bytes.Count - (at / 2)))); break;
                        default: bytes.RemoveRange(at, bytes.Count - at); break;
                    }
                }

                var file = Path.GetTempFileName();
                try
                {
                    File.WriteAllBytes(file, [.. bytes]);
                    var items = Reading.OpenAsync([file]).ToBlockingEnumerable().ToList();
                    Assert.NotEmpty(items);
                    Assert.All(items, item => Assert.True(item.Cutting is { Cutting.Headline.Length: > 0 } || item.Failed is { Why.Length: > 0 } || item.Note is { Text.Length: > 0 }));
                }
                finally
                {
                    File.Delete(file);
                }
            },
            iter: 2000,
            threads: 2);
    }
}
