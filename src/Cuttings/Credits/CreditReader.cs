using System.Text.RegularExpressions;
using Cuttings.Dating;

namespace Cuttings.Credits;

/// <summary>Reads credits in the forms that digests use. What it cannot tell it leaves null.</summary>
public static partial class CreditReader
{
    /// <summary>Longer lines are text, not credits.</summary>
    public const int Longest = 240;

    /// <summary>A line that is nothing but a credit and stands below the excerpt; null where it is none.</summary>
    public static ReadCredit? Below(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = line.Trim();
        if (text.Length is < 3 or > Longest)
        {
            return null;
        }

        if (Enclosed().Match(text) is { Success: true } enclosed && !Mark().IsMatch(text))
        {
            return Inside(enclosed.Groups[1].Value);
        }

        if (Labelled().Match(text) is { Success: true } labelled)
        {
            return Inside(labelled.Groups[1].Value);
        }

        if (Dashed().Match(text) is { Success: true } dashed)
        {
            return Inside(dashed.Groups[1].Value);
        }

        if (Published().Match(text) is { Success: true } published)
        {
            return new(published.Groups[1].Value.Trim(), Or(published.Groups[2].Value));
        }

        var piped = text.Split('|', 2, StringSplitOptions.TrimEntries);
        if (piped.Length == 2 && PrintedDateOrNumbers(piped[0], out var date) && IsName(piped[1]))
        {
            return new(piped[1], Published: date);
        }

        return null;
    }

    /// <summary>A line above the excerpt that introduces it (`According to X:`); null where it is none.</summary>
    public static ReadCredit? Above(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = line.Trim();
        if (text.Length is < 8 or > Longest)
        {
            return null;
        }

        if (According().Match(text) is { Success: true } according && IsName(according.Groups[1].Value))
        {
            return new(Outlet(according.Groups[1].Value), Via: Or(according.Groups[2].Value));
        }

        if (ExcerptsFrom().Match(text) is { Success: true } from)
        {
            var inside = Inside(from.Groups[1].Value);
            return inside;
        }

        return Quoting().IsMatch(text) ? new ReadCredit(null) : null;
    }

    /// <summary>A credit in brackets or parentheses that ends a line of text, such as `… he said. (Yonhap)`; its printed form, or null.</summary>
    public static (string Printed, ReadCredit Credit)? AtEnd(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = line.TrimEnd();
        var tail = text.Length > Longest ? text[^Longest..] : text;
        if (Ending().Match(tail) is not { Success: true } ending || Mark().IsMatch(ending.Groups[1].Value))
        {
            return null;
        }

        var inner = ending.Groups[1].Value[1..^1];
        return IsName(inner.Split(',')[0]) && inner.Split(' ').Length <= 9 ? (ending.Groups[1].Value, Inside(inner)) : null;
    }

    /// <summary>What stands inside brackets or after a label.</summary>
    public static ReadCredit Inside(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var inner = Label().Replace(text.Trim(), "").Trim().TrimEnd('.', ':').Trim();
        if (ArticleBy().Match(inner) is { Success: true } by)
        {
            return new(Outlet(by.Groups[2].Value), Or(by.Groups[1].Value));
        }

        if (OutletArticleBy().Match(inner) is { Success: true } article)
        {
            return new(Outlet(article.Groups[1].Value), Or(article.Groups[2].Value));
        }

        if (InOutlet().Match(inner) is { Success: true } editorial)
        {
            return new(Outlet(editorial.Groups[1].Value));
        }

        inner = ExcerptFrom().Replace(inner, "").Trim();
        string? via = null;
        if (Via().Match(inner) is { Success: true } carried)
        {
            via = Or(carried.Groups[2].Value);
            inner = carried.Groups[1].Value.Trim();
        }

        PostedDate? published = null;
        for (var comma = inner.IndexOf(','); comma > 0; comma = inner.IndexOf(',', comma + 1))
        {
            if (PrintedDateOrNumbers(inner[(comma + 1)..], out published))
            {
                inner = inner[..comma].Trim();
                break;
            }
        }

        var parts = inner.Split(',', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Writers().IsMatch(parts[1])
            ? new(Outlet(parts[0]), parts[1], via, Published: published)
            : new(Outlet(inner), Via: via, Published: published);
    }

    /// <summary>True for a few words that could be the name of an outlet.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim();
        return name.Length is > 1 and <= 80
            && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 8
            && name.EnumerateRunes().Any(System.Text.Rune.IsLetter)
            && !char.IsLower(name[0])
            && name.IndexOfAny(['!', '?', ';', '…', '“', '”', '"']) < 0
            && !name.Contains("...", StringComparison.Ordinal)
            && !name.EndsWith('.');
    }

    private static bool PrintedDateOrNumbers(string text, out PostedDate? date) =>
        PrintedDate.TryParse(text, out date) || Numbers().IsMatch(text.Trim());

    private static string? Outlet(string text) => Or(text.Trim().Trim('“', '”', '"').Trim());

    private static string? Or(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^[\[(（【]\s*([^\[\]()（）【】]{2,220}?)\s*[\])）】]\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Enclosed();

    [GeneratedRegex(@"^[\[(（]?\s*(?:…|\.{2,4}|\. \. \.|snip|sic|emphasis\b.*|continue reading.*|read more.*|editor.s note.*|photo.*|video.*|updated?\b.*)\s*[\])）]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:(?:source|sources|via|credit|publication|출처|来源|來源)\s*[:：]|via(?=\s+\p{Lu}))\s*(.{2,200})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^[—–-]{1,2}\s*(\p{Lu}[^.!?]{1,120})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"^This (?:post|article|story) was originally published (?:on|in|by) (?:the )?(.{2,80}?)(?: by (.{3,120}?))?\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"^According to (.{2,80}?)(?:\s*\(via ([^()]{2,80})\))?\s*:$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex According();

    [GeneratedRegex(@"^(Excerpt(?:s|ed)? (?:from|of) .{3,200}):$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExcerptsFrom();

    [GeneratedRegex(@"^Quoting from the (?:article|story|report)\s*:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoting();

    [GeneratedRegex(@"([\[(（][^\[\]()（）]{2,100}[\])）])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:source|출처|来源|來源)\s*[:：]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^Excerpts? (?:of|from) (?:an? |the )?(?:article|story|report|editorial|column|piece)s? by (.{3,80}?),\s*(?:as printed in |in )?(?:the )?(.{2,80})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArticleBy();

    [GeneratedRegex(@"^(?:Excerpts? (?:of|from) (?:an? |the )?)?(.{2,80}?) (?:article|story|report|editorial|column)s? by (?:writers? |reporters? )?(.{3,80})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutletArticleBy();

    [GeneratedRegex(@"^Excerpts? from (?:.{1,100} )?(?:article|story|report|editorial|column|piece|book) in (?:the )?(.{2,80})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InOutlet();

    [GeneratedRegex(@"^Excerpt(?:s|ed)? (?:from|of)\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExcerptFrom();

    [GeneratedRegex(@"^(.{2,80}?),?\s+\(?via\s+([^()]{2,80})\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Via();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]*){1,4}(?:(?:,| and|,? &) \p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]*){1,4})*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Writers();

    [GeneratedRegex(@"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
