using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cuttings.Credits;

/// <summary>Credits at the head of a text, in the forms that stand below it elsewhere.</summary>
public static partial class CreditReader
{
    /// <summary>A credit in brackets that begins a line of text, such as `[Excerpted from The Lantern] I came …` or `[Harbour Echo] The ferry …`; its printed form, or null.</summary>
    public static (string Printed, ReadCredit Credit)? AtHead(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var head = line.Length > Longest ? line[..Longest] : line;
        if (Beginning().Match(head) is { Success: true } beginning)
        {
            return (beginning.Groups[1].Value, Inside(beginning.Groups[1].Value[1..^1]));
        }

        // `[The] minister said` is an editor's word in a sentence: a credit names an outlet, and a sentence begins after it.
        return Opening().Match(head) is { Success: true } opening && BeginsSentence(head, opening.Groups[3].Index, opening.Groups[2].Length > 0) && Inside(opening.Groups[1].Value[1..^1]) is var read && OutletName.IsTold(read.Outlet)
            ? (opening.Groups[1].Value, read)
            : null;
    }

    /// <summary>A line above the excerpt that is nothing but a credit in a form that stands below elsewhere: `[Harbour Echo]`, `Source: Harbour Echo`, before a quotation also `From the Harbour Echo:`; null where it is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isQuotationNext">Whether a quotation follows it.</param>
    public static ReadCredit? Heading(string line, bool isQuotationNext)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = line.Trim();
        if (text.Length is < 3 or > Longest)
        {
            return null;
        }

        if (Enclosed().Match(text) is { Success: true } enclosed && !Mark().IsMatch(text))
        {
            var read = Inside(enclosed.Groups[1].Value);
            return OutletName.IsTold(read.Outlet) ? read : null;
        }

        if (Labelled().Match(text) is { Success: true } labelled)
        {
            return Inside(labelled.Groups[1].Value);
        }

        return isQuotationNext && Introduced().Match(text) is { Success: true } introduced && Inside(introduced.Groups[1].Value) is var named && OutletName.IsTold(named.Outlet) ? named : null;
    }

    private static bool BeginsSentence(string text, int at, bool isApart)
    {
        var category = Rune.GetUnicodeCategory(Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar);
        return category is UnicodeCategory.OtherLetter
            || isApart && category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.DecimalDigitNumber
            || isApart && "“\"‘'«「『…".Contains(text[at], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*(\[Excerpt(?:s|ed)? (?:from|of) [^\[\]]{2,120}\])\s+\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\s*([\[【][^\[\]【】]{2,120}[\]】])(\s*)(\S)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:[Ff]rom\s+)?(?:[Tt]he\s+)?(\S[^:：]{1,80})\s*[:：]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Introduced();
}
