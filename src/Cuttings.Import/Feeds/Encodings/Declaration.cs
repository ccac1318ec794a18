using System.Text.RegularExpressions;

namespace Cuttings.Import.Feeds.Encodings;

/// <summary>The encoding that an XML declaration names.</summary>
internal static partial class Declaration
{
    /// <summary>From the head of a text whose ASCII can be read; null where none is named.</summary>
    public static string? Encoding(string head)
    {
        var found = Form().Match(head);
        return found.Success ? found.Groups[1].Value : null;
    }

    [GeneratedRegex("""<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9._:-]{1,40})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Form();
}
