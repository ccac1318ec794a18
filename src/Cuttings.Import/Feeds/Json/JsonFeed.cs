using System.Text;
using System.Text.Json;
using Cuttings.Import.Feeds.Elements;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds.Json;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), item by item: where it breaks off, what stands before is kept.</summary>
internal static class JsonFeed
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = FeedLimits.Deepest };

    public static (FeedDocument? Feed, string? Why) Read(string text, string? address, Damage damage)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reading = new JsonReading(address);
        try
        {
            var json = new Utf8JsonReader(bytes, Lenient);
            reading.Read(ref json);
        }
        catch (JsonException error)
        {
            damage.Add(error.LineNumber is { } line ? $"It is not well-formed JSON (line {line + 1})." : "It is not well-formed JSON.");
        }
        catch (InvalidOperationException)
        {
            damage.Add("It holds text that is no Unicode.");
        }

        return reading.Finish(damage);
    }
}
