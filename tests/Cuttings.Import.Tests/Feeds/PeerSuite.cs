using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Cuttings.Import.Feeds;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

/// <summary>The feeds that another project tests itself with, and what it expects of them: every expected field that has a place here is compared.</summary>
public class PeerSuite
{
    [Fact]
    public void Of_a_peers_expected_fields_97_in_100_are_read()
    {
        var files = Files(SharedData.Path("peers/gofeed-testdata.tar.gz"));
        var tally = new Dictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var wrong = new List<string>();
        var (feeds, unread) = (0, 0);
        foreach (var (name, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (Expected(files, name) is not { } expected)
            {
                continue;
            }

            feeds++;
            var (feed, why) = new FeedReader().Read(bytes, null, null);
            unread += feed is null ? 1 : 0;
            foreach (var (field, wanted, matches) in PeerFields.Compare(expected, feed))
            {
                var (right, all) = tally.GetValueOrDefault(field);
                tally[field] = (right + (matches ? 1 : 0), all + 1);
                if (!matches)
                {
                    wrong.Add($"{name} {field}: {wanted} {why}");
                }
            }
        }

        var (sum, whole) = (tally.Values.Sum(pair => pair.Right), tally.Values.Sum(pair => pair.All));
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{feeds} feeds, {unread} unread, {sum} of {whole} fields: {(double)sum / whole:P2}");
        foreach (var (field, (right, all)) in tally.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            output?.WriteLine($"{field}: {right} of {all}");
        }

        foreach (var line in wrong)
        {
            output?.WriteLine(line);
        }

        // Each feed has a version, which is easily read; the others count by themselves.
        var (easy, each) = tally["feed version"];
        Assert.True(feeds > 500);
        Assert.True(sum - easy >= (whole - each) * 0.97, $"{sum - easy} of {whole - each}\n{string.Join('\n', wrong)}");
        Assert.True(sum >= whole * 0.97, $"{sum} of {whole}\n{string.Join('\n', wrong)}");
    }

    private static JsonNode? Expected(Dictionary<string, byte[]> files, string name)
    {
        var pair = name.EndsWith(".xml", StringComparison.Ordinal) ? name[..^4] + ".json" : name.EndsWith(".json", StringComparison.Ordinal) ? name[..^5] + "_expected.json" : "";
        return files.TryGetValue(pair, out var expected) ? JsonNode.Parse(expected) : null;
    }

    private static Dictionary<string, byte[]> Files(string path)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var archive = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                using var bytes = new MemoryStream();
                data.CopyTo(bytes);
                files[entry.Name] = bytes.ToArray();
            }
        }

        return files;
    }
}
