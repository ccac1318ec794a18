namespace Cuttings.Duplicates;

/// <summary>The parameters that tell one article from another, by name; those of one name keep their order.</summary>
internal static class CanonicalQuery
{
    /// <summary>The query without its question mark; empty where nothing tells.</summary>
    public static string Of(string query, string path)
    {
        if (query.Length == 0)
        {
            return "";
        }

        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => PercentEncoding.Normal(pair.Replace("+", "%20", StringComparison.Ordinal)))
            .Select(pair => (Pair: pair, Name: Name(pair), Value: Value(pair)))
            .Where(pair => !Tracking.IsAlways(pair.Name, pair.Value))
            .ToList();
        var telling = pairs.Where(pair => !Tracking.IsPerhaps(pair.Name, pair.Value)).ToList();
        // Where the path is a script or nothing, what looks like a mark of a campaign may be all that tells.
        var kept = telling.Count > 0 || Names(path) ? telling : pairs;
        return string.Join('&', kept.OrderBy(pair => pair.Name, StringComparer.Ordinal).Select(pair => pair.Pair));
    }

    private static string Name(string pair) => pair.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? pair[..at] : pair;

    private static string Value(string pair) => pair.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? pair[(at + 1)..] : "";

    private static bool Names(string path)
    {
        var last = path.TrimEnd('/');
        last = last[(last.LastIndexOf('/') + 1)..];
        var dot = last.LastIndexOf('.');
        return last.Length > 0 && (dot < 0 || last[dot..].ToLowerInvariant() is ".html" or ".htm" or ".shtml" or ".ece" or ".story");
    }
}
