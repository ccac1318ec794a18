using System.Text.RegularExpressions;
using Cuttings.Sources;

namespace Cuttings.Import.Pages;

/// <summary>Pages that a browser or a web archive saved: where they stood before, and without what the archive put in.</summary>
internal static partial class SavedFrom
{
    private const string ToolbarStart = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->";
    private const string ToolbarEnd = "<!-- END WAYBACK TOOLBAR INSERT -->";

    /// <summary>The page as it was, with its original address where it can be told.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">Where it was found, or null.</param>
    public static (ReadOnlyMemory<char> Html, string? Address) Mend(ReadOnlyMemory<char> page, string? address)
    {
        var original = Original(address) ?? Named(page.Span) ?? address;
        if (!page.Span.Contains("web.archive.org", StringComparison.Ordinal))
        {
            return (page, original);
        }

        var html = page.ToString();
        var start = html.IndexOf(ToolbarStart, StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf(ToolbarEnd, start, StringComparison.Ordinal);
        var bare = end < 0 ? html : string.Concat(html.AsSpan(0, start), html.AsSpan(end + ToolbarEnd.Length));
        // The archive rewrites every address of the page.
        return (Rewritten().Replace(bare, "$1").AsMemory(), original ?? Original(FirstRewritten(html)));
    }

    /// <summary>The address inside a web archive's own: `https://web.archive.org/web/2019…/http://…`, `https://archive.ph/2019…/https://…`; null for another.</summary>
    public static string? Original(string? address) =>
        address is { Length: < WebAddress.Longest } && Wrapped().Match(address) is { Success: true } match && WebAddress.TryParse(match.Groups[1].Value, out var inner) ? inner : null;

    /// <summary>Whether the page is archive.today's copy of another.</summary>
    public static bool IsArchiveToday(string? canonical) => canonical is { Length: < WebAddress.Longest } && ArchiveToday().IsMatch(canonical);

    // What browsers and SingleFile write at the head of what they save.
    private static string? Named(ReadOnlySpan<char> html)
    {
        var head = html.Length > 4096 ? html[..4096] : html;
        return Comment().IsMatch(head) && Comment().Match(head.ToString()) is { Success: true } match && WebAddress.TryParse(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value, out var address) ? Original(address) ?? address : null;
    }

    private static string? FirstRewritten(string html)
    {
        var head = html.Length > 200_000 ? html[..200_000] : html;
        return CanonicalLink().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/(https?://|mailto:)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Rewritten();

    [GeneratedRegex(@"^https?://(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?|(?:www\.)?archive\.(?:is|today|ph|li|vn|fo|md)/(?:o/)?[\d.-]{4,20}|wayback\.[\w.-]{3,40}/[\w/-]{0,40}?\d{8,14})/(https?://.+)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"^https?://(?:www\.)?archive\.(?:is|today|ph|li|vn|fo|md)/", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArchiveToday();

    [GeneratedRegex(@"<!--\s*(?:saved from url=\(\d{1,6}\)(https?://[^\s>]{4,2000})|Page saved with SingleFile\s+url:\s*(https?://[^\s>]{4,2000}))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<link[^>]{0,200}?rel=[""']?canonical[""']?[^>]{0,200}?href=[""'](https?://web\.archive\.org/web/[^""']{10,2000})[""']", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CanonicalLink();
}
