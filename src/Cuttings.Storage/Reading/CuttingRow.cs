using System.Data.Common;
using Cuttings.Archiving;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Listing;
using Cuttings.Vocabulary;

namespace Cuttings.Storage.Reading;

/// <summary>From a row of the table to what the archive hands out.</summary>
internal static class CuttingRow
{
    /// <summary>The columns of a listed cutting, in this order.</summary>
    public const string Listed = "c.number, c.id, c.slug, c.headline, c.excerpt, c.posted, c.author, c.outlet, c.categories, c.tags, c.language, c.credit, c.byline, c.source_url, c.changed, c.sort";

    /// <summary>All columns.</summary>
    public const string Stored = Listed + ", c.status, c.permalink, c.rest, c.revision, c.added, c.digest";

    public static ListedCutting ToListed(DbDataReader row, Words words) => new()
    {
        Number = row.GetInt64(0),
        Id = row.GetString(1),
        Slug = row.GetString(2),
        Headline = row.GetString(3),
        ExcerptHtml = row.GetString(4),
        Posted = Date(row.TextOrNull(5)),
        Author = words.Find(row.NumberOrNull(6)),
        Outlet = words.Find(row.NumberOrNull(7)),
        Categories = words.Many(row.GetString(8)),
        Tags = words.Many(row.GetString(9)),
        Language = row.TextOrNull(10),
        Credit = row.TextOrNull(11),
        Byline = row.TextOrNull(12),
        SourceUrl = row.TextOrNull(13),
        Changed = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(14)),
        Position = new ListPosition(row.GetInt64(15), row.GetInt64(0)),
    };

    public static StoredCutting ToStored(DbDataReader row, Func<long?, Term?> term, Func<string, IReadOnlyList<Term>> many)
    {
        var author = term(row.NumberOrNull(6));
        var outlet = term(row.NumberOrNull(7));
        var categories = many(row.GetString(8));
        var tags = many(row.GetString(9));
        var cutting = new Cutting
        {
            Id = row.GetString(1),
            Slug = row.GetString(2),
            Headline = row.GetString(3),
            Excerpt = Excerpt.FromHtml(row.GetString(4)),
            Posted = Date(row.TextOrNull(5)),
            Author = author?.Name,
            Categories = [.. categories.Select(category => category.Name)],
            Tags = [.. tags.Select(tag => tag.Name)],
            Language = row.TextOrNull(10),
            Credit = new Credit { Printed = row.TextOrNull(11), Outlet = outlet?.Name, Byline = row.TextOrNull(12) },
            Status = (CuttingStatus)row.GetInt64(16),
            Permalink = row.TextOrNull(17),
        };
        return new StoredCutting(
            row.GetInt64(0),
            ContentJson.WithRest(cutting, row.TextOrNull(18)),
            author,
            outlet,
            categories,
            tags,
            row.GetInt64(19),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(14)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(20)));
    }

    private static PostedDate? Date(string? text) => text is null ? null : PostedDate.Parse(text);
}
