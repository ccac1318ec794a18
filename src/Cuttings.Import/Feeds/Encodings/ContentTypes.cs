namespace Cuttings.Import.Feeds.Encodings;

/// <summary>What a Content-Type says.</summary>
internal static class ContentTypes
{
    /// <summary>Its charset parameter, or null.</summary>
    public static string? Charset(string? contentType)
    {
        foreach (var part in (contentType ?? "").Split(';').Skip(1))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim().Trim('"', '\'')) : ("", "");
            if (name.Equals("charset", StringComparison.OrdinalIgnoreCase) && value.Length is > 0 and <= 40)
            {
                return value;
            }
        }

        return null;
    }
}
