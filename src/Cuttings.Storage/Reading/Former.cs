namespace Cuttings.Storage.Reading;

/// <summary>Finds cuttings by where they stood before an import brought them here.</summary>
internal static class Former
{
    /// <summary>The slug of the first cutting of a status that had this path and query.</summary>
    public static ValueTask<string?> ByPermalinkAsync(Statements statements, string pathAndQuery, CuttingStatus status, CancellationToken cancel) =>
        statements.TextAsync(cancel, "SELECT slug FROM cuttings WHERE permalink_path = @p0 AND status = @p1 ORDER BY number LIMIT 1", pathAndQuery, (long)status);

    /// <summary>The slug of the cutting of a status that a format's import brought under an id, whatever the site.</summary>
    public static async ValueTask<string?> ByForeignAsync(Statements statements, string format, string foreignId, CuttingStatus status, CancellationToken cancel)
    {
        // From origin to origin by the key, which begins with it, in whatever order the database sorts text; an archive takes over few sites.
        const int MostOrigins = 500;
        var origin = "";
        for (var n = 0; n < MostOrigins && await statements.TextAsync(cancel, "SELECT min(origin) FROM identities WHERE origin > @p0", origin) is { } next; n++, origin = next)
        {
            if (next.StartsWith(format + " ", StringComparison.Ordinal) && await statements.TextAsync(cancel, "SELECT c.slug FROM identities i JOIN cuttings c ON c.number = i.number WHERE i.origin = @p0 AND i.foreign_id = @p1 AND c.status = @p2", next, foreignId, (long)status) is { } slug)
            {
                return slug;
            }
        }

        return null;
    }
}
