using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Body;

/// <summary>Tells lines that name the writer or the time of publication and nothing else.</summary>
internal static partial class Bylines
{
    public static bool Is(string line, BodyHints hints)
    {
        var plain = Lines.Plain(line);
        if (plain.Length == 0)
        {
            return false;
        }

        return NamesOnly(plain, hints) || By().IsMatch(line) || Time().IsMatch(line) || Reporter().IsMatch(line);
    }

    // What remains of the line without the names and dates that are known.
    private static bool NamesOnly(string plain, BodyHints hints)
    {
        var rest = plain;
        foreach (var name in hints.PlainNames)
        {
            rest = rest.Replace(name, "", StringComparison.Ordinal);
        }

        return rest.Length < plain.Length && rest.Length <= Math.Min(14, plain.Length / 2);
    }

    [GeneratedRegex(@"^(?i:story |words |text |written |reported |posted |published |article )?(?i:by):? (?i:the )?\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|la|del|bin|al|and|&))*(?:,? (?:and|&) \p{Lu}[\p{L}.'’ -]+)?(?:\s*[,|•·–—/-].{0,80})?(?<![.!?”""])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:(?:posted|published|updated|last updated|first published|created|modified|on|date|time|입력|수정|등록|승인|发布时间|时间|日期)\s*[:：]?\s*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?(?:\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?,? \d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}[-/.년年] ?\d{1,2}[-/.월月] ?\d{1,2}[日일.]?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})[ ,|•·–—@-]*(?:at )?(?:오전|오후)?\s*(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|\(\p{L}+\))?)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?:\[[^\[\]]{2,30}\]\s*)?[가-힣]{2,4}\s?(?:선임|수습|인턴|객원|전문)?\s?(?:기자|특파원|논설위원)\s*(?:[\w.+-]{1,40}@[\w.-]{3,40})?$|^[\w.+-]{1,40}@[\w-]{1,30}(?:\.[\w-]{2,20}){1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reporter();
}
