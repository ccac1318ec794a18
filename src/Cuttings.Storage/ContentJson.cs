using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Sources;

namespace Cuttings.Storage;

/// <summary>The archive's own JSON: what has no column of its own, and the content that a revision superseded.</summary>
internal static class ContentJson
{
    private static readonly ContentJsonContext Context = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>What has no column; null where that is nothing.</summary>
    public static string? Rest(Cutting cutting)
    {
        if (cutting.Credit.Via is null && cutting.Sources.IsEmpty && cutting.Corrections.IsEmpty && cutting.Extra.IsEmpty && cutting.Suggested.IsEmpty)
        {
            return null;
        }

        return JsonSerializer.Serialize(RestOf(cutting), Context.Rest);
    }

    public static Cutting WithRest(Cutting cutting, string? json) =>
        json is null ? cutting : With(cutting, JsonSerializer.Deserialize(json, Context.Rest)!);

    /// <summary>The sources in what has no column.</summary>
    public static ImmutableArray<Source> SourcesOf(string json) => Sources(JsonSerializer.Deserialize(json, Context.Rest)!);

    public static string Whole(Cutting cutting) => JsonSerializer.Serialize(
        new Whole(cutting.Headline, cutting.Excerpt.ToHtml(), cutting.Id, cutting.Slug, (int)cutting.Status, cutting.Posted?.Text, cutting.Author, [.. cutting.Categories], [.. cutting.Tags], cutting.Language, cutting.Credit.Printed, cutting.Credit.Outlet, cutting.Credit.Byline, cutting.Permalink, RestOf(cutting)),
        Context.Whole);

    public static Cutting FromWhole(string json)
    {
        var whole = JsonSerializer.Deserialize(json, Context.Whole)!;
        return With(
            new Cutting
            {
                Headline = whole.Headline,
                Excerpt = Excerpt.FromHtml(whole.Excerpt),
                Id = whole.Id,
                Slug = whole.Slug,
                Status = (CuttingStatus)whole.Status,
                Posted = Date(whole.Posted),
                Author = whole.Author,
                Categories = [.. whole.Categories],
                Tags = [.. whole.Tags],
                Language = whole.Language,
                Credit = new Credit { Printed = whole.Credit, Outlet = whole.Outlet, Byline = whole.Byline },
                Permalink = whole.Permalink,
            },
            whole.Rest);
    }

    private static Rest RestOf(Cutting cutting) => new(
        cutting.Credit.Via,
        [.. cutting.Sources.Select(source => new SourceRow(source.Url, source.Title, source.Outlet, source.Byline, source.Published?.Text, [.. source.Editions.Select(edition => new EditionRow(edition.Captured, edition.Digest, [.. edition.Text], edition.Extra, edition.Truncated))], source.Extra))],
        [.. cutting.Corrections.Select(correction => new CorrectionRow(correction.Date.Text, correction.Text))],
        cutting.Extra,
        cutting.Suggested);

    private static Cutting With(Cutting cutting, Rest rest) => cutting with
    {
        Credit = cutting.Credit with { Via = rest.Via },
        Sources = Sources(rest),
        Corrections = [.. rest.Corrections.Select(row => new Correction(PostedDate.Parse(row.Date), row.Text))],
        Extra = rest.Extra.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Suggested = rest.Suggested.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static ImmutableArray<Source> Sources(Rest rest) =>
        [.. rest.Sources.Select(row => new Source { Url = row.Url, Title = row.Title, Outlet = row.Outlet, Byline = row.Byline, Published = Date(row.Published), Editions = [.. row.Editions.Select(edition => new Edition { Captured = edition.Captured, Digest = edition.Digest, Text = [.. edition.Text], Truncated = edition.Truncated, Extra = Sorted(edition.Extra) })], Extra = Sorted(row.Extra) })];

    private static ImmutableSortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string>? extra) =>
        (extra ?? ImmutableSortedDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static PostedDate? Date(string? text) => text is null ? null : PostedDate.Parse(text);
}

internal sealed record Rest(string? Via, SourceRow[] Sources, CorrectionRow[] Corrections, IReadOnlyDictionary<string, string> Extra, IReadOnlyDictionary<string, string> Suggested);

internal sealed record SourceRow(string? Url, string? Title, string? Outlet, string? Byline, string? Published, EditionRow[] Editions, IReadOnlyDictionary<string, string>? Extra = null);

internal sealed record EditionRow(DateTimeOffset? Captured, string? Digest, string[] Text, IReadOnlyDictionary<string, string>? Extra = null, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Truncated = false);

internal sealed record CorrectionRow(string Date, string Text);

internal sealed record Whole(string Headline, string Excerpt, string? Id, string? Slug, int Status, string? Posted, string? Author, string[] Categories, string[] Tags, string? Language, string? Credit, string? Outlet, string? Byline, string? Permalink, Rest Rest);

[JsonSerializable(typeof(Rest))]
[JsonSerializable(typeof(Whole))]
internal sealed partial class ContentJsonContext : JsonSerializerContext;
