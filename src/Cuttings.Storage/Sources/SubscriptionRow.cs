using System.Data.Common;
using Cuttings.Subscriptions;

namespace Cuttings.Storage.Sources;

/// <summary>From a row of the table to a subscription, and back.</summary>
internal static class SubscriptionRow
{
    private static readonly string[] Names = ["id", "address", "title", "site", "folder", "added", "active", "looked", "succeeded", "last_new", "next", "failures", "why", "etag", "modified", "pace", "brought", "hub", "hub_topic", "hub_secret", "hub_until", "hub_asked", "hub_renew", "import"];

    public static string Columns { get; } = string.Join(", ", Names);

    public static string Insert { get; } = $"INSERT INTO subscriptions ({Columns}) VALUES ({string.Join(", ", Names.Select((_, n) => "@p" + n))})";

    public static string Update { get; } = $"UPDATE subscriptions SET {string.Join(", ", Names.Select((name, n) => $"{name} = @p{n}").Skip(1))} WHERE id = @p0";

    public static Subscription Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Address = row.GetString(1),
        Title = row.TextOrNull(2),
        Site = row.TextOrNull(3),
        Folder = row.GetString(4),
        Added = SourceRow.Time(row.GetInt64(5)),
        Active = row.GetInt64(6) != 0,
        Looked = SourceRow.TimeOrNull(row, 7),
        Succeeded = SourceRow.TimeOrNull(row, 8),
        LastNew = SourceRow.TimeOrNull(row, 9),
        Next = SourceRow.TimeOrNull(row, 10),
        Failures = (int)row.GetInt64(11),
        Why = row.TextOrNull(12),
        ETag = row.TextOrNull(13),
        LastModified = row.TextOrNull(14),
        Pace = row.TextOrNull(15),
        Brought = row.GetInt64(16),
        Hub = row.TextOrNull(17),
        HubTopic = row.TextOrNull(18),
        HubSecret = row.TextOrNull(19),
        HubUntil = SourceRow.TimeOrNull(row, 20),
        HubAsked = SourceRow.TimeOrNull(row, 21),
        HubRenew = SourceRow.TimeOrNull(row, 22),
        Import = row.NumberOrNull(23),
    };

    public static object?[] Values(Subscription one) =>
    [
        one.Id, one.Address, one.Title, one.Site, one.Folder, one.Added.ToUnixTimeMilliseconds(), one.Active ? 1L : 0L,
        one.Looked?.ToUnixTimeMilliseconds(), one.Succeeded?.ToUnixTimeMilliseconds(), one.LastNew?.ToUnixTimeMilliseconds(), one.Next?.ToUnixTimeMilliseconds(),
        (long)one.Failures, one.Why, one.ETag, one.LastModified, one.Pace, one.Brought, one.Hub, one.HubTopic, one.HubSecret, one.HubUntil?.ToUnixTimeMilliseconds(), one.HubAsked?.ToUnixTimeMilliseconds(), one.HubRenew?.ToUnixTimeMilliseconds(), one.Import,
    ];
}
