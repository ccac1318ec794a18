using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Site.Sources;

/// <summary>`/source/{id}.json`: the facts of a source and its editions, none of their text.</summary>
internal static class SourceJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Answer Answer(Context context, PublicSource source)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            Write(json, context, source);
        }

        return new(200, "application/json; charset=utf-8", bytes.WrittenSpan.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Context context, PublicSource source)
    {
        var one = source.Source;
        var standing = SourceStanding.Of(one, source.Looks);
        var slice = EditionSlice.Of(context, source);
        json.WriteStartObject();
        json.WriteNumber("id", one.Id);
        json.WriteString("page", context.Absolute(source.Path));
        json.WriteString("url", one.Address);
        json.WriteString("title", source.Name);
        json.WriteString("outlet", one.Outlet);
        json.WriteString("byline", one.Byline);
        json.WriteString("published", one.Published?.Text);
        json.WriteString("language", one.Language);
        json.WriteString("state", StateName(one.State));
        json.WriteString("since", Time(standing.Since));
        Status(json, standing.Status);
        json.WriteString("looked", Time(one.Looked));
        json.WriteString("lastSeen", Time(standing.LastSeen));
        json.WriteString("movedTo", one.MovedTo);
        json.WriteString("shown", source.Rule.ToString().ToLowerInvariant());
        json.WriteNumber("editionCount", source.Editions.Count);
        json.WriteStartArray("editions");
        foreach (var (at, changes) in slice.Editions)
        {
            Edition(json, context, source, at, changes);
        }

        json.WriteEndArray();
        json.WriteString("next", slice.Before is { } before ? context.Absolute($"{source.Path}.json?before={before}") : null);
        json.WriteStartArray("citedBy");
        foreach (var stored in source.CitedBy)
        {
            json.WriteStringValue(context.Absolute("/cutting/" + stored.Cutting.Slug));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Edition(Utf8JsonWriter json, Context context, PublicSource source, int at, EditionChanges? changes)
    {
        var edition = source.Editions[at];
        var snapshot = source.Snapshots[at];
        json.WriteStartObject();
        json.WriteNumber("n", edition.Number);
        json.WriteString("page", context.Absolute(PublicSource.PathOf(source.Source.Id, edition.Number)));
        json.WriteString("captured", Moments.Iso(edition.Captured));
        json.WriteString("title", source.Rule == SourceRule.Facts ? null : edition.Title);
        json.WriteBoolean("truncated", edition.Truncated);
        json.WriteString("textDigest", "sha-256:" + edition.TextDigest);
        json.WritePropertyName("snapshot");
        if (snapshot is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStartObject();
            json.WriteString("url", snapshot.Address);
            json.WriteString("digest", snapshot.Digest);
            json.WriteNumber("length", snapshot.Length);
            json.WriteString("mediaType", snapshot.MediaType);
            json.WriteBoolean("againstRobots", snapshot.AgainstRobots);
            json.WriteString("timestamp", snapshot.Timestamp is { } token ? Convert.ToBase64String(token.Span) : null);
            json.WriteEndObject();
        }

        json.WritePropertyName("changes");
        Changes(json, source, changes);
        json.WriteEndObject();
    }

    private static void Changes(Utf8JsonWriter json, PublicSource source, EditionChanges? changes)
    {
        if (changes is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteBoolean("headline", changes.HeadlineAfter is not null);
        if (changes.HeadlineAfter is not null && source.Rule != SourceRule.Facts)
        {
            json.WriteString("headlineBefore", changes.HeadlineBefore);
            json.WriteString("headlineAfter", changes.HeadlineAfter);
        }

        json.WriteBoolean("compared", changes.Collated is not null);
        json.WriteNumber("sentencesChanged", changes.Altered);
        json.WriteNumber("sentencesAdded", changes.Added);
        json.WriteNumber("sentencesMoved", changes.Moved);
        json.WriteNumber("wordsGone", changes.WordsGone);
        json.WriteString("text", changes.ToString());
        json.WriteEndObject();
    }

    private static void Status(Utf8JsonWriter json, int status)
    {
        json.WritePropertyName("status");
        if (status == 0)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteNumberValue(status);
        }
    }

    /// <summary>`alive`, `gone`, `soft-gone`, `parked`, `denied`, `not-allowed`, `unreachable`, `unknown`.</summary>
    public static string StateName(SourceState state) => state switch
    {
        SourceState.SoftGone => "soft-gone",
        SourceState.NotAllowed => "not-allowed",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string? Time(DateTimeOffset? at) => at is { } known ? Moments.Iso(known) : null;
}
