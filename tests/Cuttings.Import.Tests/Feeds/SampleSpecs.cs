using System.Collections;
using System.Text.Json;
using Cuttings.Articles;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Import.Feeds;
using Cuttings.Subscriptions;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

/// <summary>Feeds of our own for every construct that RSS 0.90 to 2.0, RSS 1.0, Atom, JSON Feed and their modules name; each has its `.expected.json`, which lists the members that it is about.</summary>
public class SampleSpecs
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Feeds", "Samples");

    public static TheoryData<string> Names => [.. Files().Select(file => Path.GetFileName(file))];

    public static IEnumerable<string> Files() => Directory.GetFiles(Folder).Where(file => !file.EndsWith(".expected.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_feed_is_read_as_it_is_meant(string name)
    {
        var file = Path.Combine(Folder, name);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, Path.GetFileNameWithoutExtension(name) + ".expected.json")));
        var root = expected.RootElement;
        var (feed, why) = new FeedReader().Read(File.ReadAllBytes(file), Text(root, "$contentType"), Text(root, "$address"));
        Assert.True(feed is not null, why);
        Compare(root, feed, name);
        Assert.Equal(root.TryGetProperty("Damage", out _), !feed.Damage.IsEmpty);
        Assert.True(FeedFile.Looks(File.ReadAllBytes(file)) || name.StartsWith("loose", StringComparison.Ordinal));
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void Compare(JsonElement expected, object? actual, string where)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(actual is not null, where);
                foreach (var member in expected.EnumerateObject().Where(member => member.Name[0] != '$'))
                {
                    var property = actual.GetType().GetProperty(member.Name);
                    Assert.True(property is not null, $"{where}: no member {member.Name}");
                    Compare(member.Value, property.GetValue(actual), $"{where} {member.Name}");
                }

                break;
            case JsonValueKind.Array:
                var actuals = ((IEnumerable)actual!).Cast<object>().ToList();
                Assert.True(expected.GetArrayLength() == actuals.Count, $"{where}: {string.Join(" | ", actuals)}");
                foreach (var (one, other) in expected.EnumerateArray().Zip(actuals))
                {
                    Compare(one, other, where);
                }

                break;
            default:
                Assert.Equal((where, expected.ValueKind == JsonValueKind.Null ? null : expected.ToString()), (where, Said(actual)));
                break;
        }
    }

    private static string? Said(object? actual) => actual switch
    {
        null => null,
        PostedDate date => date.Text,
        Excerpt excerpt => excerpt.ToHtml(),
        bool flag => flag ? "True" : "False",
        ArticleImage image => image.Address,
        TimeSpan time => time.TotalMinutes.ToString("0"),
        _ => actual.ToString(),
    };
}
