using System.Net;
using System.Text.RegularExpressions;
using Cuttings.Excerpts;
using Cuttings.Sources;

namespace Cuttings.Import.WordPress;

/// <summary>The links of a post that lead out of the blog, and which of them leads to the original.</summary>
internal sealed partial class PostLinks
{
    private readonly string host;

    public PostLinks(string? blog) => host = Bare(WebAddress.HostOf(blog));

    /// <summary>The address of the original: the link in the credit's lines, else in a line that sends to the full story, else the only one there is where the credit names an outlet; null where none can be told.</summary>
    public string? Original(IReadOnlyList<InlineHtml> credit, IReadOnlyList<Block> text, bool isCredited)
    {
        if (credit.SelectMany(Of).FirstOrDefault() is { Address: { } named })
        {
            return named;
        }

        var links = text.SelectMany(block => Of(block.Html)).ToList();
        if (links.FindLast(link => SendsOn(link.Text)) is { Address: { } story })
        {
            return story;
        }

        var addresses = links.Select(link => link.Address).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return isCredited && addresses.Count == 1 ? addresses[0] : null;
    }

    /// <summary>True for words that send to the full story, in a line or a link of their own.</summary>
    public static bool SendsOn(string text) => text.Length <= 120 && ToOriginal().IsMatch(text.Trim());

    private IEnumerable<(string Address, string Text)> Of(InlineHtml html)
    {
        var markup = html.Markup;
        const string Start = "<a href=\"";
        for (var at = markup.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = markup.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            var end = markup.IndexOf('"', at + Start.Length);
            var close = markup.IndexOf("</a>", end, StringComparison.Ordinal);
            var address = WebUtility.HtmlDecode(markup[(at + Start.Length)..end]);
            var text = markup[(end + 2)..(close < 0 ? markup.Length : close)];
            if (Bare(WebAddress.HostOf(address)) is { Length: > 0 } where && where != host)
            {
                yield return (address, text.Length > 200 ? "" : InlineHtml.FromSanitized(text).ToText().Trim());
            }
        }
    }

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    [GeneratedRegex(@"^[\[(]?\s*(?:(?:continue|keep) reading|(?:you can )?read (?:the |much )?(?:more|full|rest|whole|original|entire)\b.*|(?:the )?(?:full|original|whole|rest of the|source) (?:story|article|report|piece|text)|(?:click )?here|source|original|link|원문(?: ?보기)?|더 ?보기|계속 ?읽기|자세히 ?보기|阅读更多|閱讀更多|继续阅读|繼續閱讀|続きを読む|기사 ?원문|전문 ?보기|阅读(?:原文|全文)|閱讀(?:原文|全文)|原文(?:链接|連結)?)\s*[….:»→\])]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ToOriginal();
}
