using System.Text.Json;
using Cuttings.Import.Feeds.Elements;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds.Json;

/// <summary>The members of a JSON Feed as they come.</summary>
internal sealed class JsonReading(string? address)
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly List<FeedItem> items = [];
    private bool hasItems;
    private bool tooMany;

    /// <exception cref="JsonException">It is not well-formed from here on.</exception>
    public void Read(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString() ?? "";
            json.Read();
            if (name == "items" && json.TokenType == JsonTokenType.StartArray)
            {
                hasItems = true;
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    Item(ref json);
                }
            }
            else if (members.Count < 100)
            {
                using var value = JsonDocument.ParseValue(ref json);
                members.TryAdd(name, value.RootElement.Clone());
            }
            else
            {
                json.Skip();
            }
        }
    }

    public (FeedDocument? Feed, string? Why) Finish(Damage damage)
    {
        var version = Text("version") ?? "";
        if (!version.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) && !hasItems)
        {
            return (null, "It is JSON, but no JSON Feed.");
        }

        if (tooMany)
        {
            damage.Add($"It has more than {FeedLimits.MostItems:N0} entries: the others were left out.");
        }

        var number = version[(version.TrimEnd('/').LastIndexOf('/') + 1)..].Trim('/');
        var feed = new JsonFields(members, address ?? Addresses.Resolve(Text("feed_url"), null) ?? Addresses.Resolve(Text("home_page_url"), null));
        return (new FeedDocument
        {
            Form = "JSON Feed" + (number.Length is > 0 and <= 10 && char.IsAsciiDigit(number[0]) ? " " + (number.Contains('.', StringComparison.Ordinal) ? number : number + ".0") : ""),
            Title = feed.Line("title"),
            Description = feed.Line("description"),
            Site = feed.Address("home_page_url"),
            Self = feed.Address("feed_url"),
            Hubs = [.. feed.Hubs()],
            Older = feed.Address("next_url"),
            Language = feed.Language(),
            Image = feed.Address("icon") ?? feed.Address("favicon"),
            Writers = [.. feed.Writers()],
            Expired = members.TryGetValue("expired", out var expired) && expired.ValueKind == JsonValueKind.True,
            Items = [.. items],
            Damage = damage.ToImmutable(),
        }, null);
    }

    private void Item(ref Utf8JsonReader json)
    {
        if (items.Count >= FeedLimits.MostItems || json.TokenType != JsonTokenType.StartObject)
        {
            tooMany |= items.Count >= FeedLimits.MostItems;
            json.Skip();
            return;
        }

        using var value = JsonDocument.ParseValue(ref json);
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.RootElement.EnumerateObject())
        {
            fields.TryAdd(member.Name, member.Value);
        }

        if (fields.Count > 0)
        {
            items.Add(new JsonFields(fields, address ?? Addresses.Resolve(Text("feed_url"), null) ?? Addresses.Resolve(Text("home_page_url"), null)).ToItem());
        }
    }

    private string? Text(string name) => members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
