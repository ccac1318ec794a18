using System.Net;
using System.Text.RegularExpressions;
using Cuttings.Duplicates;
using Cuttings.Excerpts;

namespace Cuttings.Import.Html;

/// <summary>Takes out of an excerpt the links that only say that the text goes on elsewhere (`Read more`), where their address is kept as the source's.</summary>
internal static partial class MoreLinks
{
    private const string Start = "<a href=\"";
    private const string End = "</a>";
    private const int LongestText = 120;

    /// <summary>The blocks without those lines, and tails of lines, that are nothing but such a link to this address; all of them where nothing else would be left.</summary>
    public static List<Block> Without(IReadOnlyList<Block> blocks, string? address)
    {
        if (CanonicalAddress.Of(address) is not { } key)
        {
            return [.. blocks];
        }

        var left = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            if (Before(block.Html.Markup, key) is not { } before)
            {
                left.Add(block);
            }
            else if (before.Length > 0)
            {
                // Through the sanitizer, since nothing else vouches for markup.
                left.AddRange(ExcerptSanitizer.Sanitize($"<p>{before}</p>").Blocks.Select(kept => block with { Html = kept.Html }));
            }
        }

        return left.Count > 0 ? left : [.. blocks];
    }

    // What stands before the link at the end, with what was open there closed; null where no such link is at the end.
    private static string? Before(string markup, string key)
    {
        var (from, to) = (markup.LastIndexOf(Start, StringComparison.Ordinal), markup.LastIndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from || markup.IndexOf('"', from + Start.Length) is var quote && (quote < 0 || quote > to) || markup.Length - to > LongestText)
        {
            return null;
        }

        var (address, inside, after) = (WebUtility.HtmlDecode(markup[(from + Start.Length)..quote]), markup[(quote + 2)..to], markup[(to + End.Length)..]);
        if (!Closing().IsMatch(after) || inside.Length > LongestText || !More().IsMatch(InlineHtml.FromSanitized(inside).ToText().Trim()) || CanonicalAddress.Of(address) != key)
        {
            return null;
        }

        var before = Opening().Replace(markup[..from], "$1");
        var text = InlineHtml.FromSanitized(before).ToText().TrimEnd(' ');
        var isLine = text.EndsWith('\n');
        text = text.TrimEnd();
        // Within a sentence the link is a part of it: `You can <a>read more</a>`.
        return text.Length == 0 ? "" : isLine || Sentence().IsMatch(text[^Math.Min(text.Length, 4)..]) ? Breaks().Replace(before, "") + string.Concat(Tags().Matches(after).Select(tag => tag.Value)) : null;
    }

    [GeneratedRegex(@"^[\[(]?\s*(?:(?:continue|keep) reading|read (?:more|on|it all|the rest|the (?:full|original|whole|entire|rest of the) (?:story|article|report|piece|post|text))(?: here)?|(?:full|original|whole) (?:story|article|report|piece|text)|더 ?보기|계속 ?읽기|자세히 ?보기|전문 ?보기|원문 ?보기|기사 ?원문|阅读(?:原文|全文|更多)|閱讀(?:原文|全文|更多)|继续阅读|繼續閱讀|続きを読む|weiterlesen|lire la suite|leer más|seguir leyendo)\s*[….:»›→>\])]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex More();

    // What may stand behind the link: closing tags and signs that say nothing.
    [GeneratedRegex(@"^(?:\s|</[a-z]+>|<br>|[….:»›→\])]|&gt;)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Closing();

    // Space and an opening bracket before the link, but not those of the text.
    [GeneratedRegex(@"\s*[\[(]?\s*((?:<(?!br>)[a-z]+>)*)$", RegexOptions.RightToLeft | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:\s|<br>)+((?:<(?!br>)[a-z]+>)*)$", RegexOptions.RightToLeft | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex("[.!?…。！？”’\"')\\]]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex("</[a-z]+>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();
}
