namespace Cuttings.Import.Pages.Facts;

/// <summary>Chooses the writers by what the printed byline, JSON-LD and meta elements say together; the printed one decides where they differ.</summary>
internal static class WritersFact
{
    public static List<string> Find(ScannedPage page, LinkedArticle? article, SiteEvidence site, FoundTitle? title)
    {
        var printed = PrintedByline.Find(page, title);
        var linked = StatedWriters.Linked(article, site);
        var meta = StatedWriters.Meta(page, site);
        var chosen = Choose(page, printed, linked, meta, title, site);
        return [.. chosen.Select(writer => writer.Name)];
    }

    private static List<Writer> Choose(ScannedPage page, Byline printed, List<Writer> linked, List<Writer> meta, FoundTitle? title, SiteEvidence site)
    {
        // Somebody may write a site that bears the own name.
        var persons = printed.Writers.FindAll(writer => !writer.IsBody && (!site.IsNearSite(writer.Name) || printed.IsSure && WriterNames.LooksPersonal(writer.Name)));
        foreach (var other in new[] { linked, meta })
        {
            var named = other.FindAll(writer => !writer.IsBody && (writer.IsSaidPerson && WriterNames.LooksPersonal(writer.Name) || !site.IsNearSite(writer.Name)));
            if (named.Count == 0)
            {
                continue;
            }

            if (persons.Count == 0)
            {
                // Bodies that are printed as the byline are its writers, whoever the CMS names.
                return printed.IsLabelled && printed.Writers.Count > 0 && !IsSeen(page, named[0], title) ? printed.Writers : named;
            }

            var common = persons.Count(writer => named.Exists(one => one.IsSame(writer)));
            if (common > 0)
            {
                return Joined(persons, named, common);
            }

            if (!printed.IsSure && named.Exists(writer => IsSeen(page, writer, title)))
            {
                return named;
            }
        }

        if (persons.Count > 0)
        {
            return printed.IsSure || linked.Count == 0 ? persons : linked.FindAll(writer => !writer.IsBody) is { Count: > 0 } named ? named : persons;
        }

        if (printed.Writers.Count > 0 && (printed.IsLabelled || !site.IsNearSite(printed.Writers[0].Name)))
        {
            return printed.Writers[..1].Concat(printed.Writers.Skip(1).Where(writer => !site.IsNearSite(writer.Name))).ToList();
        }

        // A body that only the machine-readable part names counts where it is another than the site.
        return linked.FindAll(writer => writer.IsBody && !site.IsNearSite(writer.Name));
    }

    // They agree: whoever names more, as long as the printed line does not name fewer on purpose; in small letters where one has them.
    private static List<Writer> Joined(List<Writer> printed, List<Writer> other, int common)
    {
        var chosen = common == other.Count || common < printed.Count ? printed : other;
        // What stands beside a name that both give must itself be one; buttons run into a name leave it as the other gives it.
        return chosen.FindAll(writer => other.Exists(one => one.IsSame(writer)) || WriterNames.LooksPersonal(writer.Name) || TextWeight.IsEastAsian(writer.Name[0])).ConvertAll(writer => other.Find(one => one.IsSame(writer)) is { Name: not null } shorter && shorter.Key.Length < writer.Key.Length && WriterNames.LooksPersonal(shorter.Name) ? shorter : writer).ConvertAll(writer => NameForm.IsAllCapitals(writer.Name) && other.Find(one => one.IsSame(writer)) is { Name: not null } better && !NameForm.IsAllCapitals(better.Name) ? better : writer);
    }

    private static bool IsSeen(ScannedPage page, Writer writer, FoundTitle? title)
    {
        var from = title is { Line: >= 0 } ? Math.Max(0, title.Line - PrintedByline.Before) : 0;
        var to = Math.Min(page.Lines.Count, from + PrintedByline.Before + PrintedByline.After);
        for (var n = from; n < to; n++)
        {
            if (page.Lines[n].Text.Contains(writer.Name, StringComparison.OrdinalIgnoreCase) && page.Lines[n].Text.Length < 300)
            {
                return true;
            }
        }

        return false;
    }
}
