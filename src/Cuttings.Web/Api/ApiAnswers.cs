using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cuttings.Archiving;
using Cuttings.Exchange;
using Cuttings.Listing;
using Cuttings.Searching;
using Cuttings.Web.Site;

namespace Cuttings.Web.Api;

/// <summary>
/// The reading side of the API, version 1: `/api/v1/cuttings`, `/api/v1/cuttings/{id}` and `/api/v1/changes?since=`.
/// Each cutting is an object of the exchange format inside an envelope with its number, address and last revision. Errors are `{"error"}`.
/// </summary>
internal static class ApiAnswers
{
    private const string Type = "application/json; charset=utf-8";
    private const int MostListed = 100;
    private const int MostChanges = 1000;
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Filters = ["category", "tag", "outlet", "author", "year", "month", "undated", "q"];

    public static async ValueTask<Answer> AnswerAsync(Context context, string[] parts, CancellationToken cancel) => parts switch
    {
        ["cuttings"] => await ListAsync(context, cancel),
        ["cuttings", ..] => await OneAsync(context, context.Path["/api/v1/cuttings/".Length..].Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancel),
        ["changes"] => await ChangesAsync(context, cancel),
        _ => Error(404, "There is no such address in this API."),
    };

    private static async ValueTask<Answer> ListAsync(Context context, CancellationToken cancel)
    {
        var asked = Filters.Where(context.Query.ContainsKey).ToList();
        if (asked.Count > 1)
        {
            return Error(400, $"Only one of {string.Join(", ", asked)} can be asked for at once; a query (q) can hold all of them.");
        }

        if (!Number(context, "limit", 20, MostListed, out var limit))
        {
            return Error(400, $"limit must be a number from 1 to {MostListed}.");
        }

        if (asked is ["q"])
        {
            return await SearchAsync(context, limit, cancel);
        }

        if (Key(context, asked) is not { } list)
        {
            return Error(400, $"{asked[0]} cannot be read: a year is 2020, a month 2020-09.");
        }

        var request = new ListRequest(list, limit) { WithCopies = true };
        if (context.Query.TryGetValue("after", out var after))
        {
            if (!ListPosition.TryParse(after, out var position))
            {
                return Error(400, "after must be a place that an answer gave under next.");
            }

            request = request with { After = position };
        }

        if (await context.Archive.ListAsync(request, cancel) is not { } page)
        {
            return Error(404, "There is no such list.");
        }

        var filter = asked.Count == 0 ? "" : $"{asked[0]}={Uri.EscapeDataString(context.Query[asked[0]].ToString())}&";
        return await PageAsync(context, page.Total, page.Cuttings, page.Next is { } next ? $"{context.Base}/api/v1/cuttings?{filter}limit={limit}&after={next}" : null, cancel);
    }

    private static async ValueTask<Answer> SearchAsync(Context context, int limit, CancellationToken cancel)
    {
        if (!Number(context, "skip", 0, 1000, out var skip, least: 0))
        {
            return Error(400, "skip must be a number from 0 to 1000.");
        }

        var query = context.Query["q"].ToString();
        var found = await context.Search.SearchAsync(new SearchRequest(query) { Limit = limit, Skip = skip }, cancel);
        var more = skip + found.Hits.Count < found.Total && skip + limit <= 1000;
        return await PageAsync(context, found.Total, found.Hits.Select(hit => hit.Cutting), more ? $"{context.Base}/api/v1/cuttings?q={Uri.EscapeDataString(query)}&limit={limit}&skip={skip + limit}" : null, cancel);
    }

    private static async ValueTask<Answer> PageAsync(Context context, int total, IEnumerable<ListedCutting> cuttings, string? next, CancellationToken cancel)
    {
        var display = await Entry.DisplayAsync(context, cancel);
        var bytes = new ArrayBufferWriter<byte>(64 << 10);
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("total", total);
            json.WriteStartArray("cuttings");
            foreach (var cutting in cuttings)
            {
                if (await context.Archive.FindByIdAsync(cutting.Id, cancel) is { } stored)
                {
                    Envelope(json, context, stored, display);
                }
            }

            json.WriteEndArray();
            json.WriteString("next", next);
            json.WriteEndObject();
        }

        return new(200, Type, bytes.WrittenSpan.ToArray());
    }

    private static async ValueTask<Answer> OneAsync(Context context, string id, CancellationToken cancel)
    {
        if (await context.Archive.FindByIdAsync(id, cancel) is not { } stored)
        {
            return Error(404, "There is no published cutting of this id.");
        }

        var display = await Entry.DisplayAsync(context, cancel);
        return Json(json => Envelope(json, context, stored, display));
    }

    private static async ValueTask<Answer> ChangesAsync(Context context, CancellationToken cancel)
    {
        if (!long.TryParse(context.Query["since"], NumberStyles.None, CultureInfo.InvariantCulture, out var since))
        {
            return Error(400, "since must be the revision after which to begin: 0, or what an answer gave under last.");
        }

        if (!Number(context, "limit", 100, MostChanges, out var limit))
        {
            return Error(400, $"limit must be a number from 1 to {MostChanges}.");
        }

        var present = await context.Archive.LastRevisionAsync(cancel);
        var changes = await context.Archive.ChangesAsync(since, limit, cancel);
        var display = await Entry.DisplayAsync(context, cancel);
        var last = changes.Count == 0 ? Math.Max(since, present) : changes.Max(change => change.Sequence);
        return Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("since", since);
            json.WriteNumber("last", last);
            json.WriteBoolean("more", last < present);
            json.WriteStartArray("changes");
            foreach (var change in changes.Where(change => change.Number > 0))
            {
                if (change.Cutting is { } stored)
                {
                    Envelope(json, context, stored, display);
                    continue;
                }

                // Not public any more, or never was: whoever follows drops that number.
                json.WriteStartObject();
                json.WriteNumber("number", change.Number);
                json.WriteNumber("revision", change.Sequence);
                json.WriteNull("cutting");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Envelope(Utf8JsonWriter json, Context context, StoredCutting stored, IReadOnlyDictionary<int, Vocabulary.DisplayRule> display)
    {
        json.WriteStartObject();
        json.WriteNumber("number", stored.Number);
        json.WriteNumber("revision", stored.Revision);
        json.WriteString("changed", stored.Changed.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("address", context.Absolute("/cutting/" + stored.Cutting.Slug));
        json.WritePropertyName("cutting");
        json.WriteRawValue(ExchangeWriter.Write(Entry.Public(stored, display)));
        json.WriteEndObject();
    }

    private static ListKey? Key(Context context, List<string> asked)
    {
        if (asked.Count == 0)
        {
            return ListKey.All;
        }

        var value = context.Query[asked[0]].ToString();
        return asked[0] switch
        {
            "category" => new(ListKind.Category, value),
            "tag" => new(ListKind.Tag, value),
            "outlet" => new(ListKind.Outlet, value),
            "author" => new(ListKind.Author, value),
            "undated" => new(ListKind.Undated),
            "year" when value.Length == 4 && value.All(char.IsAsciiDigit) => new(ListKind.Year, value),
            "month" when value.Length == 7 && value[4] == '-' && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(value.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 => new(ListKind.Month, value),
            _ => null,
        };
    }

    private static bool Number(Context context, string name, int otherwise, int most, out int number, int least = 1)
    {
        number = otherwise;
        return !context.Query.TryGetValue(name, out var text) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
    }

    private static Answer Error(int status, string why) => Json(
        json =>
        {
            json.WriteStartObject();
            json.WriteString("error", why);
            json.WriteEndObject();
        },
        status);

    private static Answer Json(Action<Utf8JsonWriter> write, int status = 200)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            write(json);
        }

        return new(status, Type, bytes.WrittenSpan.ToArray());
    }
}
