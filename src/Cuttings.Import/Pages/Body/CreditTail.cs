using System.Text.RegularExpressions;
using Cuttings.Credits;
using Cuttings.Excerpts;

namespace Cuttings.Import.Pages.Body;

/// <summary>Takes the credit that ends an article (`(Yonhap)`, `Source: …`, `This article was first published in …`) out of its text, as printed.</summary>
internal static partial class CreditTail
{
    private const int LinesLookedAt = 4;

    /// <summary>A line of its own among the last lines, kept or not; null where there is none.</summary>
    public static string? Line(List<BodyBlock> blocks)
    {
        var last = blocks.FindLastIndex(block => block.IsProse);
        var end = Math.Max(last, blocks.FindLastIndex(block => block.IsKept)) + 1 + LinesLookedAt;
        for (var n = Math.Max(last, 1); last >= 0 && n < Math.Min(blocks.Count, end); n++)
        {
            var text = blocks[n].Text;
            if (blocks[n].Weight <= CreditReader.Longest && blocks[n] is { IsQuotation: false, LeftOut: not ("phrase" or "byline" or "pointer") } && !blocks[n].Traits.Any(Traits.Foreign & ~(Traits.Meta | Traits.Footer)) && IsCredit(text))
            {
                blocks[n].LeaveOut("credit");
                return text;
            }
        }

        return null;
    }

    /// <summary>A credit in brackets that ends the last paragraph; the paragraph then ends before it.</summary>
    public static string? Ending(List<Block> written)
    {
        if (written.Count == 0 || CreditReader.AtEnd(written[^1].Html.ToText()) is not { } credit || !Agency().IsMatch(credit.Printed))
        {
            return null;
        }

        var (markup, printed) = (written[^1].Html.Markup, InlineHtml.Encode(credit.Printed));
        if (markup.EndsWith(printed, StringComparison.Ordinal) && markup.Length > printed.Length)
        {
            written[^1] = written[^1] with { Html = InlineHtml.FromSanitized(markup[..^printed.Length].TrimEnd()) };
        }

        return credit.Printed;
    }

    private static bool IsCredit(string text) =>
        Published().IsMatch(text) || Reporting().IsMatch(text)
        || Marked().IsMatch(text) && CreditReader.Below(text) is { Outlet: { } outlet } && CreditReader.IsName(outlet);

    [GeneratedRegex(@"^(?:[\[(（【].{2,100}[\])）】]\.?|(?i:source|via|credit|출처|来源|來源)\s*[:：].{2,100}|[—–-]{1,2}\s?\p{Lu}.{1,80})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^[(\[]?(?:this|the) (?:article|story|piece|post|essay|report)\b.{0,40}\b(?:was|is|has been) (?:first |originally |also )?(?:published|posted|appeared|republished)\b|^[(\[]?originally (?:published|posted) (?:in|on|at|by)\b|^[(\[]?this (?:article|story) (?:originally|first) appeared\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"^[(\[]?(?i:additional |with )?(?i:reporting|writing|editing) by \p{Lu}|\bcontributed (?:to this (?:report|story|article)|reporting)\b[^.]{0,40}\.?[)\]]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reporting();

    // In the middle of a sentence's brackets stands anything; a credit is a name or two.
    [GeneratedRegex(@"^[\[(（](?:[A-Z][\p{L}.&-]*|[\p{L}-]*(?:통신|뉴스|일보|신문|연합|社|报|報|网|網|通讯|通訊))(?:[ /·,]{1,2}[A-Z][\p{L}.&-]*){0,4}[\])）]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Agency();
}
