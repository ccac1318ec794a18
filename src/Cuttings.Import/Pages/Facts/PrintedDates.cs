namespace Cuttings.Import.Pages.Facts;

/// <summary>A date that is seen on the page, or that a time element carries.</summary>
/// <param name="Date">The date.</param>
/// <param name="Label">What it says that it is.</param>
/// <param name="Trust">0 to 100.</param>
/// <param name="Text">The line, as the body must lose it.</param>
/// <param name="IsSeen">Whether a reader sees it, rather than an attribute.</param>
internal readonly record struct PrintedDay(FoundDate Date, DateLabel Label, int Trust, string Text, bool IsSeen);

/// <summary>Finds the dates that stand near the title, in time elements, in elements named for dates and in plain lines.</summary>
internal static class PrintedDates
{
    private const int Before = 8;
    private const int After = 25;
    private const int FirstPages = 1990;

    public static List<PrintedDay> Find(ScannedPage page, FoundTitle? title, DayOrder order)
    {
        var found = new List<PrintedDay>();
        var anchor = title is { Line: >= 0 } ? title.Line : 0;
        var (from, to) = (anchor - Before, anchor + After + (title is { Line: >= 0 } ? 0 : 20));
        var isTitleInHead = title?.Element is { } heading && page.Marks.Find(mark => mark.Element == heading)?.Zone.HasFlag(Zone.SiteHeader) == true;
        foreach (var mark in page.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Date)).Take(600))
        {
            // The date of today in the site's head.
            if (title?.Element is not null && !isTitleInHead && mark.Zone.HasFlag(Zone.SiteHeader) && mark.Line < anchor)
            {
                continue;
            }

            if ((mark.Zone & (Zone.Elsewhere | Zone.Biography)) != Zone.None || mark.Zone.HasFlag(Zone.SiteHeader) && (mark.Line < anchor - 2 || title is not { Line: >= 0 }))
            {
                continue;
            }

            var isNear = mark.Line >= from && mark.Line <= to;
            AddMark(found, mark, order, isNear, mark.Line < anchor - 2);
        }

        for (var n = Math.Max(0, from); n < Math.Min(page.Lines.Count, to); n++)
        {
            AddLine(found, page.Lines[n], order, n < anchor ? 45 : 55);
        }

        // At the end of the text only a label tells.
        for (var n = Math.Max(0, to); n < Math.Min(page.Lines.Count, 3000); n++)
        {
            AddFoot(found, page.Lines[n], order);
        }

        return found;
    }

    private static void AddMark(List<PrintedDay> found, Mark mark, DayOrder order, bool isNear, bool isAbove)
    {
        var element = mark.Element;
        var property = element.GetAttribute("itemprop") ?? element.GetAttribute("property") ?? "";
        var vouched = property.Contains("datePublished", StringComparison.Ordinal) || element.HasAttribute("pubdate") || ElementWords.HasAny(mark.Words, "published", "entry-date") || ElementWords.Has(mark.Words, "entry") && ElementWords.Has(mark.Words, "date");
        if (!isNear && !vouched && !property.Contains("dateModified", StringComparison.Ordinal))
        {
            return;
        }

        var label = property.Contains("odified", StringComparison.Ordinal) || ElementWords.HasAny(mark.Words, "updated", "modified") && !ElementWords.Has(mark.Words, "published") ? DateLabel.Modified : vouched ? DateLabel.Published : DateLabel.None;
        var trust = (vouched ? 80 : element.LocalName == "time" ? 70 : 60) - (isAbove ? 15 : 0) - (isNear ? 0 : 10);
        var text = mark.Text;
        if (text.Length > 220)
        {
            return;
        }

        var written = element.LocalName switch
        {
            "time" => element.GetAttribute("datetime") ?? element.GetAttribute("data-datetime") ?? element.GetAttribute("data-timestamp"),
            "abbr" => element.GetAttribute("title"),
            _ => element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.GetAttribute("data-datetime") ?? element.GetAttribute("data-published") ?? element.GetAttribute("data-timestamp"),
        };
        if (WrittenInstant.Read(written) is { IsDay: true } instant)
        {
            var own = LabelBefore(mark, text);
            found.Add(new(instant, own == DateLabel.None ? label : own, trust, text, false));
        }

        AddTexts(found, text, order, label, trust, mark);
    }

    // `Updated` may stand before the element in the same line.
    private static DateLabel LabelBefore(Mark mark, string text)
    {
        var own = DateLabels.Of(text.Length > 40 ? text[..40] : text);
        if (own != DateLabel.None || mark.Element.Parent is not AngleSharp.Dom.IElement parent)
        {
            return own;
        }

        var around = NodeText.Of(parent, 200);
        var at = text.Length > 0 ? around.IndexOf(text, StringComparison.Ordinal) : -1;
        return at > 0 ? DateLabels.Of(around[..at]) : DateLabel.None;
    }

    private static void AddTexts(List<PrintedDay> found, string text, DayOrder order, DateLabel label, int trust, Mark? mark)
    {
        var end = 0;
        foreach (var date in DatesInText.Find(text, order))
        {
            var before = DateLabels.Of(text[end..date.At]);
            before = before == DateLabel.None && end == 0 && mark is not null && date.At < 4 ? LabelBefore(mark, text) : before;
            end = date.At + date.Length;
            found.Add(new(date.Date, before == DateLabel.None ? label : before, trust - (date.IsSure ? 0 : 10), text, true));
        }
    }

    private static void AddLine(List<PrintedDay> found, TextLine line, DayOrder order, int trust)
    {
        if (line.Text.Length > 200 || line.Heading == 1 || (line.Zone & (Zone.Elsewhere | Zone.SiteHeader | Zone.Figure)) != Zone.None)
        {
            return;
        }

        var dates = DatesInText.Find(line.Text, order);
        if (dates.Count == 0)
        {
            return;
        }

        // Much text besides the date is a sentence that tells of a day, and so is a day long before there were pages.
        var rest = line.Text.Length - dates.Sum(date => date.Length);
        var label = DateLabels.Of(line.Text[..dates[0].At]);
        if (label == DateLabel.None && (IsTold(line.Text[..dates[0].At], 4) || IsTold(line.Text[(dates[^1].At + dates[^1].Length)..], 7) || dates[0].Date.Year < FirstPages))
        {
            return;
        }

        if (rest > (label is DateLabel.Published or DateLabel.Modified ? 140 : 90) || label == DateLabel.None && rest > 30 && line.Text.TrimEnd().EndsWith('.') && !line.Text.TrimEnd().EndsWith("m.", StringComparison.Ordinal))
        {
            return;
        }

        AddTexts(found, line.Text, order, DateLabel.None, trust - (rest > 50 ? 10 : 0), null);
    }

    // Words in small letters, as sentences have them and bylines have not.
    private static bool IsTold(string text, int most)
    {
        var words = 0;
        var isBefore = true;
        foreach (var sign in text)
        {
            words += isBefore && char.IsLower(sign) ? 1 : 0;
            isBefore = !char.IsLetterOrDigit(sign) && sign is not ('\'' or '’');
        }

        return words >= most;
    }

    private static void AddFoot(List<PrintedDay> found, TextLine line, DayOrder order)
    {
        if (line.Text.Length > 220 || line.Heading > 0 || (line.Zone & (Zone.Elsewhere & ~Zone.Footer)) != Zone.None)
        {
            return;
        }

        foreach (var date in DatesInText.Find(line.Text, order).Take(1))
        {
            var label = DateLabels.Of(line.Text[..date.At]);
            if (label is DateLabel.Published or DateLabel.Modified && date.At < 60)
            {
                found.Add(new(date.Date, label, label == DateLabel.Published ? 50 : 40, line.Text, true));
            }
        }
    }
}
