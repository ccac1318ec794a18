using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Cuttings.Import.Pages;

/// <summary>
/// Parses a page for reading it. Nothing is fetched and no script runs; comments, style sheets and the attributes that only scripts and drawings need are left out.
/// Elements nest at most <see cref="Deepest"/> levels, and no more than <see cref="Longest"/> of the page is read, so that time and memory stay in step with its size.
/// </summary>
internal static class PageParser
{
    /// <summary>The deepest level at which elements nest; what lies deeper stands beside its parent. Browsers do the same at 512.</summary>
    public const int Deepest = 400;

    /// <summary>The most of a page that is read, in UTF-16 code units.</summary>
    public const int Longest = 16 * 1024 * 1024;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions
    {
        IsScripting = false,
        IsKeepingSourceReferences = false,
        DisableElementPositionTracking = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        MaximumDepth = Deepest,
        ShouldEmitAttribute = (ref _, name) => IsRead(name.Span),
    });

    /// <summary>The page's document; set its address with `base` or read links against the address it came from.</summary>
    public static IHtmlDocument Parse(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return Parser.ParseDocument(html.Length > Longest ? html[..Longest] : html);
    }

    // Handlers (`onclick`) and the paths of drawings are long and of no use here.
    private static bool IsRead(ReadOnlySpan<char> name) =>
        !(name.StartsWith("on", StringComparison.Ordinal) || name is "d" or "points" or "transform" or "integrity" or "nonce" or "fill" or "stroke");
}
