using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Finds a byline among the lines of a page, where no element is marked as one.</summary>
internal static partial class BylineLines
{
    /// <summary>The first line near the headline that is a byline, those behind it first.</summary>
    public static Byline? Find(ScannedPage page, int from, int to, FoundTitle? title)
    {
        var start = title is { Line: >= 0 } ? title.Line : 0;
        for (var n = start; n < Math.Min(page.Lines.Count, to); n++)
        {
            if (Line(page.Lines[n]) is { } found)
            {
                return found;
            }
        }

        for (var n = start - 1; n >= Math.Max(0, from); n--)
        {
            if (n < page.Lines.Count && Line(page.Lines[n]) is { } found)
            {
                return found;
            }
        }

        return Last(page);
    }

    private static Byline? Line(TextLine line)
    {
        if (line.Text.Length > 160 || line.Heading == 1 || (line.Zone & (Zone.Elsewhere | Zone.Figure)) != Zone.None)
        {
            return null;
        }

        if (Inside().Match(line.Text) is { Success: true } inside && WriterNames.Read(inside.Groups[1].Value, isStrict: true) is { Count: > 0 } named)
        {
            return new(named, true, true);
        }

        if (!BylineLabel.Begins(line.Text) && !EastAsian().IsMatch(line.Text))
        {
            // `Posted in Harbour by Nora Quill`, `3 March 2021 | By Nora Quill`
            return By().Match(line.Text) is { Success: true } by && WriterNames.Read(by.Groups[1].Value, isStrict: true) is { Count: > 0 } after ? new(after, true, true) : null;
        }

        var writers = WriterNames.Read(line.Text, isStrict: true);
        return writers.Count == 0 ? null : new(writers, true, true);
    }

    // Korean papers print the reporter below the text, with an address.
    private static Byline? Last(ScannedPage page)
    {
        for (var n = page.Lines.Count - 1; n >= 0; n--)
        {
            var line = page.Lines[n];
            if (line.Text.Length < 80 && (line.Zone & Zone.Elsewhere) == Zone.None && Korean().Match(line.Text) is { Success: true } match && WriterNames.Read(match.Groups[1].Value, isStrict: true) is { Count: > 0 } writers)
            {
                return new(writers, true, true);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:(?:Posted|Published|Filed|Written|Submitted|Updated)\b.{0,80}?\sby|.{4,60}?\s[|•·–—]\s*[Bb]y)\s+(\p{Lu}.{2,80})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"(?:记者|記者|作者|撰文|文)\s*[:：]\s*([\u4E00-\u9FFF]{2,4})(?=$|[\s）)|/])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inside();

    [GeneratedRegex(@"^(?:[\[(（【][^\])）】]{0,30}[\])）】=]\s*)?[\uAC00-\uD7A3]{2,4}\s?(?:[\uAC00-\uD7A3]{2})?(?:기자|특파원|논설위원)(?:\s|$)|[\u4E00-\u9FFF]{2,4}\s?[（(]?記者[）)]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"^[^\p{L}]{0,4}([\uAC00-\uD7A3]{2,4}\s?(?:선임|인턴|전문|객원|수습)?(?:기자|특파원|논설위원))\s*[\(\[]?\s*(?:\S+@\S+)?\s*[\)\]]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Korean();
}
