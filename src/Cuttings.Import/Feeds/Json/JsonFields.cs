using System.Text.Json;
using Cuttings.Articles;
using Cuttings.Import.Feeds.Dates;
using Cuttings.Import.Feeds.Elements;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds.Json;

/// <summary>The fields of a JSON Feed or of one of its items.</summary>
internal sealed class JsonFields(Dictionary<string, JsonElement> members, string? address)
{
    public FeedItem ToItem()
    {
        var (html, text) = (Text("content_html"), Text("content_text"));
        var content = html is null ? null : Readable.Excerpt(new(html, true, address));
        content ??= text is null || string.IsNullOrWhiteSpace(text) ? null : Readable.Paragraphs(text, keepLines: true);
        return new()
        {
            Id = Id(),
            Title = Line("title"),
            Address = Address("url") ?? (Addresses.Resolve(Id(), null) is { } permalink ? permalink : null),
            External = Address("external_url"),
            Content = content is { Blocks.IsEmpty: false } ? content : null,
            Summary = Text("summary") is { } summary ? Readable.Excerpt(new(summary, false, null)) : null,
            Published = FeedDate.Read(Text("date_published")),
            Updated = FeedDate.Read(Text("date_modified")),
            Writers = [.. Writers()],
            Categories = [.. Strings("tags").Select(Readable.Squeezed).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Language = Language(),
            Image = (Address("image") ?? Address("banner_image")) is { } image ? new(image) : html is not null && HtmlAddresses.Picture(html, address) is { } found ? new(found.Address, found.Alternative) : null,
            Enclosures = [.. Objects("attachments").Select(Attachment).OfType<Enclosure>()],
        };
    }

    public string? Line(string name) => Readable.Squeezed(Text(name));

    public string? Address(string name) => Addresses.Resolve(Text(name), address);

    public string? Language() => Fields.Language(Text("language"));

    /// <summary>The authors of 1.1, else the author of 1.0, by name.</summary>
    public IEnumerable<string> Writers() =>
        People.Names(Objects("authors").Concat(members.TryGetValue("author", out var author) && author.ValueKind == JsonValueKind.Object ? [author] : []).Select(one => String(one, "name")));

    public IEnumerable<string> Hubs() =>
        Objects("hubs").Where(hub => (String(hub, "type") ?? "").Equals("WebSub", StringComparison.OrdinalIgnoreCase) || (String(hub, "type") ?? "").StartsWith("pubsub", StringComparison.OrdinalIgnoreCase))
            .Select(hub => Addresses.Resolve(String(hub, "url"), address)).OfType<string>().Distinct(StringComparer.Ordinal);

    // A number is no string, but readers take one (JSON Feed 1.1, items, id).
    private string? Id() => members.TryGetValue("id", out var id) ? id.ValueKind switch { JsonValueKind.String => Readable.Squeezed(String(id)), JsonValueKind.Number => id.GetRawText() is { Length: <= 40 } number ? number : null, _ => null } : null;

    private Enclosure? Attachment(JsonElement attachment) =>
        Addresses.Resolve(String(attachment, "url"), address) is { } url
            ? new(url, Readable.Squeezed(String(attachment, "mime_type")), attachment.TryGetProperty("size_in_bytes", out var size) && size.ValueKind == JsonValueKind.Number && size.TryGetInt64(out var bytes) && bytes >= 0 ? bytes : null)
            : null;

    private string? Text(string name) => members.TryGetValue(name, out var value) ? String(value) : null;

    private static string? String(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? String(value) : null;

    // A lone half of a pair cannot be told as text.
    private static string? String(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private IEnumerable<string> Strings(string name) => Array(name).Select(String).OfType<string>();

    private IEnumerable<JsonElement> Objects(string name) => Array(name).Where(value => value.ValueKind == JsonValueKind.Object);

    private IEnumerable<JsonElement> Array(string name) => members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(FeedLimits.MostValues) : [];
}
