namespace Cuttings.Import.Pages.Facts;

/// <summary>Finds the byline as the page prints it: above all beside the headline, else where microdata vouch for it.</summary>
internal static class PrintedByline
{
    /// <summary>How many lines before the headline a byline may stand.</summary>
    public const int Before = 8;

    /// <summary>How many lines behind it.</summary>
    public const int After = 30;

    /// <summary>The byline; one without writers where none is printed.</summary>
    public static Byline Find(ScannedPage page, FoundTitle? title)
    {
        var (from, to) = title is { Line: >= 0 } ? (title.Line - Before, title.Line + After) : (0, 60);
        var near = page.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Writer) && mark.Element.LocalName is not ("meta" or "img" or "article" or "body" or "time") && (mark.Zone & (Zone.Elsewhere | Zone.Figure)) == Zone.None && (!mark.Zone.HasFlag(Zone.Biography) || title is { Line: >= 0 } && mark.Line >= title.Line && mark.Line <= title.Line + 8)).Take(300).ToList();
        var inside = near.Where(mark => mark.Line >= from && mark.Line <= to).ToList();
        var found = FromMarks(inside.Where(mark => mark.Line >= (title?.Line ?? 0)).Concat(inside.Where(mark => mark.Line < (title?.Line ?? 0)).Reverse()));
        if (found is null && BylineLines.Find(page, from, to, title) is { } line)
        {
            return line;
        }

        // Below the text: only what microdata or rel=author vouch for.
        found ??= FromMarks(page.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Writer) && mark.Line > (title?.Line ?? 0) && BylineMark.IsVouched(mark.Element) && (mark.Zone & (Zone.Elsewhere & ~(mark.Zone.HasFlag(Zone.Article) ? Zone.Footer | Zone.Aside : Zone.Footer))) == Zone.None).Take(50));
        // Beside the text: where all that is vouched for there is one name.
        return found ?? Alone(page.Marks.Where(mark => mark.Zone.HasFlag(Zone.Aside) && (mark.Zone & Zone.Elsewhere & ~Zone.Aside) == Zone.None && BylineMark.IsVouched(mark.Element)).Take(20).Select(BylineMark.Read).Where(read => read.Writers.Count > 0).ToList()) ?? new([], false, false);
    }

    private static Byline? Alone(List<Byline> read) => read.Count > 0 && read.TrueForAll(one => one.Writers is [{ IsBody: false } writer] && writer.IsSame(read[0].Writers[0])) ? read[0] : null;

    private static Byline? FromMarks(IEnumerable<Mark> marks)
    {
        Byline? first = null;
        var line = 0;
        foreach (var mark in marks)
        {
            if (first is not null && (mark.Line < line || mark.Line > line + 4))
            {
                continue;
            }

            var read = BylineMark.Read(mark);
            if (read.Writers.Count == 0)
            {
                continue;
            }

            if (first is null)
            {
                (first, line) = (read, mark.Line);
            }
            else if (!read.Writers[0].IsBody || first.Writers[0].IsBody)
            {
                // Names that stand each in an element of their own; what lies inside the first is known already.
                foreach (var writer in read.Writers.Where(writer => !first.Writers.Exists(one => one.IsSame(writer)) && (read.IsLabelled || BylineMark.IsVouched(mark.Element) || first.Count < 2) && WriterNames.LooksPersonal(writer.Name) && (BylineMark.IsVouched(mark.Element) || mark.Words == first.Words)))
                {
                    first.Writers.Add(writer);
                }

                first = first with { IsSure = first.IsSure || read.IsSure };
            }
        }

        return first;
    }
}
