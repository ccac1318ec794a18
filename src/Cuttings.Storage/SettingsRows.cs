using Cuttings.Settings;

namespace Cuttings.Storage;

/// <summary>The settings as rows; a name without a row has its default.</summary>
internal static class SettingsRows
{
    public static async ValueTask<ArchiveSettings> ReadAsync(Statements statements, CancellationToken cancel)
    {
        var rows = (await statements.RowsAsync(cancel, row => (Name: row.GetString(0), Value: row.GetString(1)), "SELECT name, value FROM settings"))
            .ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);
        var none = new ArchiveSettings();
        return new ArchiveSettings
        {
            Title = rows.GetValueOrDefault("title", none.Title),
            Description = rows.GetValueOrDefault("description", none.Description),
            BaseAddress = rows.GetValueOrDefault("base-address"),
            Proxy = rows.GetValueOrDefault("proxy"),
            TimeZone = rows.GetValueOrDefault("time-zone", none.TimeZone),
            Language = rows.GetValueOrDefault("language", none.Language),
            PageLength = rows.TryGetValue("page-length", out var length) ? int.Parse(length) : none.PageLength,
            TimestampServer = rows.GetValueOrDefault("timestamp-server"),
            About = rows.GetValueOrDefault("about", none.About),
            Privacy = rows.GetValueOrDefault("privacy", none.Privacy),
            Takedown = rows.GetValueOrDefault("takedown", none.Takedown),
        };
    }

    public static async ValueTask WriteAsync(Statements statements, ArchiveSettings settings, CancellationToken cancel)
    {
        foreach (var (name, value) in new (string, string?)[]
        {
            ("title", settings.Title), ("description", settings.Description), ("base-address", settings.BaseAddress), ("proxy", settings.Proxy), ("time-zone", settings.TimeZone), ("language", settings.Language),
            ("page-length", settings.PageLength.ToString()), ("timestamp-server", settings.TimestampServer), ("about", settings.About), ("privacy", settings.Privacy), ("takedown", settings.Takedown),
        })
        {
            await statements.RunAsync(cancel, "DELETE FROM settings WHERE name = @p0", name);
            if (value is not null)
            {
                await statements.RunAsync(cancel, "INSERT INTO settings (name, value) VALUES (@p0, @p1)", name, value);
            }
        }
    }

    public static TimeZoneInfo Zone(ArchiveSettings settings) => TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
