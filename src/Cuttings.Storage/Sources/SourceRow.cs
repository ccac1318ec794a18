using System.Data.Common;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Sources;

namespace Cuttings.Storage.Sources;

/// <summary>From rows of the tables of sources to what the archive hands out.</summary>
internal static class SourceRow
{
    public const string Source = "s.id, s.key, s.address, s.title, s.outlet, s.byline, s.published, s.language, s.found, s.intake, s.subscription, s.state, s.why, s.moved_to, s.looked, s.next, s.failures, s.editions, s.etag, s.modified, s.credited, s.story";
    public const string Edition = "e.source, e.number, e.captured, e.title, e.byline, e.published, e.text, e.truncated, e.snapshot";
    public const string Snapshot = "p.id, p.address, p.captured, p.digest, p.media_type, p.length, p.against_robots, p.timestamp_token";

    public static KeptSource ToSource(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Key = row.GetString(1),
        Address = row.GetString(2),
        Title = row.TextOrNull(3),
        Outlet = row.TextOrNull(4),
        Byline = row.TextOrNull(5),
        Published = Date(row.TextOrNull(6)),
        Language = row.TextOrNull(7),
        Found = Time(row.GetInt64(8)),
        Intake = (IntakeState)row.GetInt64(9),
        Subscription = row.NumberOrNull(10),
        State = (SourceState)row.GetInt64(11),
        Why = row.TextOrNull(12),
        MovedTo = row.TextOrNull(13),
        Looked = TimeOrNull(row, 14),
        Next = TimeOrNull(row, 15),
        Failures = (int)row.GetInt64(16),
        Editions = (int)row.GetInt64(17),
        ETag = row.TextOrNull(18),
        LastModified = row.TextOrNull(19),
        Credited = row.TextOrNull(20),
        Story = row.NumberOrNull(21),
    };

    public static KeptEdition ToEdition(DbDataReader row) => new()
    {
        Source = row.GetInt64(0),
        Number = (int)row.GetInt64(1),
        Captured = Time(row.GetInt64(2)),
        Title = row.TextOrNull(3),
        Byline = row.TextOrNull(4),
        Published = Date(row.TextOrNull(5)),
        Text = Excerpt.FromHtml(row.GetString(6)),
        Truncated = row.GetInt64(7) != 0,
        Snapshot = row.NumberOrNull(8),
    };

    public static Snapshot ToSnapshot(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Address = row.GetString(1),
        Captured = Time(row.GetInt64(2)),
        Digest = row.GetString(3),
        MediaType = row.TextOrNull(4),
        Length = row.GetInt64(5),
        AgainstRobots = row.GetInt64(6) != 0,
        Timestamp = BytesOrNull(row, 7),
    };

    public static Look ToLook(DbDataReader row) =>
        new(row.GetInt64(0), Time(row.GetInt64(1)), (SourceState)row.GetInt64(2), (int)row.GetInt64(3), (int?)row.NumberOrNull(4), row.TextOrNull(5));

    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? TimeOrNull(DbDataReader row, int column) => row.NumberOrNull(column) is { } at ? Time(at) : null;

    public static ReadOnlyMemory<byte>? BytesOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? (ReadOnlyMemory<byte>?)null : row.GetFieldValue<byte[]>(column);

    private static PostedDate? Date(string? text) => PostedDate.TryParse(text, out var date) ? date : null;
}
