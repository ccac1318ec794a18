namespace Cuttings.Import.WordPress;

/// <summary>The prefixes of an export's namespaces: WordPress always writes the same ones, another program may not.</summary>
internal sealed class WxrNames
{
    private readonly Dictionary<string, string> usual = [];

    /// <summary>Reads the namespaces that a start tag declares.</summary>
    public void Declare(ReadOnlySpan<char> attributes)
    {
        foreach (var (name, value) in WxrAttributes.Read(attributes))
        {
            if (name.StartsWith("xmlns:", StringComparison.Ordinal) && Usual(value) is { } prefix && name[6..] != prefix)
            {
                usual[name[6..]] = prefix;
            }
        }
    }

    /// <summary>The name with its usual prefix.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> name)
    {
        var colon = usual.Count == 0 ? -1 : name.IndexOf(':');
        return colon > 0 && usual.TryGetValue(name[..colon].ToString(), out var prefix) ? $"{prefix}{name[colon..]}" : name;
    }

    private static string? Usual(string address) => address switch
    {
        "http://purl.org/rss/1.0/modules/content/" => "content",
        "http://purl.org/dc/elements/1.1/" => "dc",
        _ when !address.StartsWith("http://wordpress.org/export/", StringComparison.Ordinal) => null,
        _ when address.EndsWith("/excerpt/", StringComparison.Ordinal) => "excerpt",
        _ => "wp",
    };
}
