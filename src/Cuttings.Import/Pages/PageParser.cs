using System.Buffers;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Cuttings.Import.Pages;

/// <summary>
/// Parses a page for reading it. Nothing is fetched and no script runs; comments and the attributes that only scripts and drawings need are left out.
/// Elements nest at most <see cref="Deepest"/> levels, and no more than <see cref="Longest"/> of the page is read, so that time and memory stay in step with its size.
/// </summary>
internal static class PageParser
{
    /// <summary>The deepest level at which elements nest; what lies deeper stands beside its parent. Browsers do the same at 512.</summary>
    public const int Deepest = 400;

    /// <summary>The most of a page that is read, in UTF-16 code units.</summary>
    public const int Longest = 16 * 1024 * 1024;

    private const int ElementsAlways = 200_000;

    // Nothing listens to changes of attributes, and links are not followed.
    private static readonly IConfiguration Parts = Configuration.Default.Without<IAttributeObserver>().Without<ILinkRelationFactory>();

    /// <summary>The page's document.</summary>
    /// <param name="html">The page.</param>
    /// <param name="address">Where it was found: its links are read against it (and against its own `base`).</param>
    public static IHtmlDocument Parse(string html, string? address = null) => Parse(html.AsMemory(), address);

    /// <summary>The page's document, which keeps nothing of the memory that the page lies in.</summary>
    public static IHtmlDocument Parse(ReadOnlyMemory<char> html, string? address)
    {
        // A page is longer than what memory is quick with, and the document keeps nothing of it.
        var length = Math.Min(html.Length, Longest);
        var page = ArrayPool<char>.Shared.Rent(length);
        try
        {
            var read = page.AsMemory(0, Nesting.Bound(html.Span[..length], page));
            var document = Document(read);
            if (address is not null)
            {
                PageAddress.Set(document, address, read.Span.Contains("<base", StringComparison.OrdinalIgnoreCase));
            }

            return document;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(page);
        }
    }

    private static IHtmlDocument Document(ReadOnlyMemory<char> page)
    {
        try
        {
            return Document(page, ElementsAlways + (page.Length / 2));
        }
        catch (TooManyElementsException)
        {
            return Document(Untagged(page.ToString()).AsMemory(), int.MaxValue);
        }
    }

    private static IHtmlDocument Document(ReadOnlyMemory<char> html, int mostElements)
    {
        var elements = 0;
        // The parts that parsers share are made once; the page is read where it lies.
        return new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            IsKeepingSourceReferences = false,
            DisableElementPositionTracking = true,
            SkipComments = true,
            SkipProcessingInstructions = true,
            MaximumDepth = Deepest,
            ShouldEmitAttribute = (ref _, name) => IsRead(name.Span),
            OnCreated = (_, _) => elements = elements < mostElements ? elements + 1 : throw new TooManyElementsException(),
        }, BrowsingContext.New(Parts)).ParseDocument(html);
    }

    // Handlers (`onclick`), the paths of drawings, sizes and what scripts keep for themselves are of no use here.
    private static bool IsRead(ReadOnlySpan<char> name) => name switch
    {
        ['o', 'n', ..] => false,
        ['d', 'a', 't', 'a', '-', .. var data] => data is "datetime" or "timestamp" or "published" or "src" or "lazy-src" or "original" or "component" or "component-name" or "testid" or "module" or "type" or "block",
        ['a', 'r', 'i', 'a', '-', .. var state] => state is "hidden" or "expanded",
        _ => name is not ("d" or "points" or "transform" or "integrity" or "nonce" or "fill" or "stroke" or "viewbox" or "xmlns" or "target" or "tabindex" or "width" or "height" or "frameborder" or "scrolling" or "srcset" or "sizes"),
    };

    // What is left to do with a page whose formatting unfolds without end: its words.
    private static string Untagged(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            text.Append(html, at, (open < 0 ? html.Length : open) - at).Append(' ');
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            at = close < 0 ? html.Length : close + 1;
        }

        return text.ToString();
    }

    private sealed class TooManyElementsException : Exception;
}
