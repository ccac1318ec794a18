using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Exchange;
using Cuttings.Import.Html;
using Cuttings.Importing;
using Cuttings.Sources;

namespace Cuttings.Import.Exchange;

/// <summary>One object of the exchange format, field by field, on its way to a cutting.</summary>
internal sealed class ExchangeItem
{
    private string? id;
    private string? headline;
    private string? slug;
    private CuttingStatus status = CuttingStatus.Published;
    private PostedDate? posted;
    private string? author;
    private ImmutableArray<string> categories = [];
    private ImmutableArray<string> tags = [];
    private string? language;
    private Excerpt? body;
    private Excerpt? html;
    private Credit credit = Credit.None;
    private string? permalink;
    private ImmutableArray<Source> sources = [];
    private ImmutableArray<Correction> corrections = [];
    private ImmutableArray<string>? missing;
    private ImmutableSortedDictionary<string, string> extra = NoPairs;
    private ImmutableSortedDictionary<string, string> suggested = NoPairs;

    private static ImmutableSortedDictionary<string, string> NoPairs { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Reads an object; what is wrong with it is a <see cref="ErrorKind.BadInput"/>.</summary>
    public static Incoming Read(JsonElement root, string item)
    {
        var reading = new ExchangeItem();
        foreach (var field in root.EnumerateObject())
        {
            reading.Take(field);
        }

        return reading.Finish(item);
    }

    private void Take(JsonProperty field)
    {
        switch (field.Name)
        {
            case "id": id = FieldReader.Name(field); break;
            case "headline": headline = FieldReader.Text(field); break;
            case "slug": slug = Slug(field); break;
            case "status": status = Status(field); break;
            case "posted": posted = FieldReader.Date(field); break;
            case "author": author = FieldReader.Name(field); break;
            case "categories": categories = FieldReader.Names(field); break;
            case "tags": tags = FieldReader.Names(field); break;
            case "language": language = FieldReader.Language(field); break;
            case "body": body = field.Value.ValueKind == JsonValueKind.Null ? null : Excerpt.OfParagraphs(FieldReader.Paragraphs(field)); break;
            case "html": html = field.Value.ValueKind == JsonValueKind.Null ? null : ExcerptSanitizer.Sanitize(FieldReader.Text(field) ?? ""); break;
            case "credit": credit = credit with { Printed = FieldReader.Text(field) }; break;
            case "outlet": credit = credit with { Outlet = FieldReader.Name(field) }; break;
            case "byline": credit = credit with { Byline = FieldReader.Text(field) }; break;
            case "via": credit = credit with { Via = FieldReader.Name(field) }; break;
            case "permalink": permalink = FieldReader.Address(field); break;
            case "sources" or "source": sources = sources.AddRange(SourceItem.ReadAll(field)); break;
            case "corrections": corrections = Corrections(field); break;
            case "suggested": suggested = Suggested(field); break;
            case "missing": missing = FieldReader.Names(field); break;
            default: extra = extra.SetItem(field.Name, FieldReader.Raw(field.Value)); break;
        }
    }

    private Incoming Finish(string item)
    {
        var cutting = new Cutting
        {
            Headline = headline ?? throw new CuttingsException(ErrorKind.BadInput, "'headline' is missing or empty."),
            Excerpt = html ?? body ?? throw new CuttingsException(ErrorKind.BadInput, "'body' is missing (or 'html')."),
            Id = id,
            Slug = slug,
            Status = status,
            Posted = posted,
            Author = author,
            Categories = categories,
            Tags = tags,
            Language = language,
            Credit = credit,
            Permalink = permalink,
            Sources = sources,
            Corrections = corrections,
            Extra = extra,
            Suggested = suggested,
        };
        return new(cutting, item, ExchangeOrigin.Of(cutting), id, missing ?? Missing(cutting));
    }

    private static ImmutableArray<string> Missing(Cutting cutting)
    {
        (string Field, bool Lacks)[] fields =
        [
            ("posted", cutting.Posted is null),
            ("author", cutting.Author is null),
            ("categories", cutting.Categories.IsEmpty),
            ("credit", cutting.Credit.Printed is null),
            ("outlet", cutting.Credit.Outlet is null),
        ];
        return [.. fields.Where(field => field.Lacks).Select(field => field.Field)];
    }

    private static string? Slug(JsonProperty field)
    {
        var name = FieldReader.Name(field);
        return name is null || (name.Length <= 200 && name is not ("." or "..") && name.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || IsMark(rune) || rune.Value is '-' or '_' or '.' or '~'))
            ? name
            : throw FieldReader.Wrong(field, "the last part of an address: letters, digits, - _ . ~, at most 200 of them");
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static CuttingStatus Status(JsonProperty field) => FieldReader.Text(field) switch
    {
        null or "published" => CuttingStatus.Published,
        "draft" => CuttingStatus.Draft,
        "review" => CuttingStatus.Review,
        "scheduled" => CuttingStatus.Scheduled,
        "withdrawn" => CuttingStatus.Withdrawn,
        _ => throw FieldReader.Wrong(field, "published, draft, review, scheduled or withdrawn"),
    };

    private static ImmutableArray<Correction> Corrections(JsonProperty field) =>
        [.. SourceItem.Objects(field).Select(correction =>
        {
            PostedDate? date = null;
            string? text = null;
            foreach (var part in correction.EnumerateObject())
            {
                (date, text) = part.Name switch { "date" => (FieldReader.Date(part), text), "text" => (date, FieldReader.Text(part)), _ => (date, text) };
            }

            return date is not null && text is not null ? new Correction(date, text) : throw new CuttingsException(ErrorKind.BadInput, "Each of 'corrections' needs a 'date' and a 'text'.");
        })];

    private static ImmutableSortedDictionary<string, string> Suggested(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Null => NoPairs,
        JsonValueKind.Object => NoPairs.SetItems(field.Value.EnumerateObject().Select(part => KeyValuePair.Create(part.Name, part.Value.ValueKind == JsonValueKind.String ? part.Value.GetString()! : FieldReader.Raw(part.Value)))),
        _ => throw FieldReader.Wrong(field, "an object of field and value"),
    };
}
