using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Chooses the writers by what the printed byline, JSON-LD and meta elements say together; the printed one decides where they differ.</summary>
internal static partial class WritersFact
{
    private const string Names = "[itemprop=name],[rel~=author],.fn,.author-name,[itemprop=author],a[class*=author],a[href*='/author/'],a[href*='/people/'],a[href*='/by/'],a[href*='/profile'],a[href*='/staff/'],a[href*='/auteur/'],a[href*='/autor/'],a[href*='/journalist'],a[href*='/contributors/'],a[href*='/contributor/'],a[href*='/authors/'],a[href*='/autoren/'],a[href*='/auteurs/'],a[href*='/autores/'],a[href*='/columnists/'],a[href*='/reporters/'],a[href*='/writers/']";

    private const int Before = 8;
    private const int After = 30;

    public static List<string> Find(ScannedPage page, LinkedArticle? article, SiteEvidence site, FoundTitle? title)
    {
        var printed = Printed(page, site, title);
        var linked = Linked(article, site);
        var meta = Meta(page, site);
        var chosen = Choose(page, printed, linked, meta, title, site);
        return [.. chosen.Select(writer => writer.Name)];
    }

    private static List<Writer> Choose(ScannedPage page, Byline printed, List<Writer> linked, List<Writer> meta, FoundTitle? title, SiteEvidence site)
    {
        // Somebody may write a site that bears the own name.
        var persons = printed.Writers.FindAll(writer => !writer.IsBody && (!site.IsNearSite(writer.Name) || printed.IsSure && LooksPersonal(writer.Name)));
        foreach (var other in new[] { linked, meta })
        {
            var named = other.FindAll(writer => !writer.IsBody && (writer.IsSaidPerson && LooksPersonal(writer.Name) || !site.IsNearSite(writer.Name)));
            if (named.Count == 0)
            {
                continue;
            }

            if (persons.Count == 0)
            {
                // Bodies that are printed as the byline are its writers, whoever the CMS names.
                return printed.IsLabelled && printed.Writers.Count > 0 && !IsSeen(page, named[0], title) ? printed.Writers : named;
            }

            var common = persons.Count(writer => named.Exists(one => IsSame(one, writer)));
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
        return chosen.FindAll(writer => other.Exists(one => IsSame(one, writer)) || LooksPersonal(writer.Name) || TextWeight.IsEastAsian(writer.Name[0])).ConvertAll(writer => other.Find(one => IsSame(one, writer)) is { Name: not null } shorter && shorter.Key.Length < writer.Key.Length && LooksPersonal(shorter.Name) ? shorter : writer).ConvertAll(writer => WriterNames.IsAllCapitals(writer.Name) && other.Find(one => IsSame(one, writer)) is { Name: not null } better && !WriterNames.IsAllCapitals(better.Name) ? better : writer);
    }

    private static bool IsSame(Writer one, Writer other) => one.Key == other.Key || one.Key.Length > 6 && other.Key.Length > 6 && (one.Key.Contains(other.Key, StringComparison.Ordinal) || other.Key.Contains(one.Key, StringComparison.Ordinal));

    private static bool IsSeen(ScannedPage page, Writer writer, FoundTitle? title)
    {
        var from = title is { Line: >= 0 } ? Math.Max(0, title.Line - Before) : 0;
        var to = Math.Min(page.Lines.Count, from + Before + After);
        for (var n = from; n < to; n++)
        {
            if (page.Lines[n].Text.Contains(writer.Name, StringComparison.OrdinalIgnoreCase) && page.Lines[n].Text.Length < 300)
            {
                return true;
            }
        }

        return false;
    }

    private static List<Writer> Linked(LinkedArticle? article, SiteEvidence site)
    {
        var writers = new List<Writer>();
        foreach (var name in article?.Writers ?? [])
        {
            var read = WriterNames.Read(name.Name);
            if (read.Count == 0 && name is { IsBody: true, Name.Length: > 2 and < 60 })
            {
                writers.Add(new(name.Name, true));
            }

            writers.AddRange(read.Select(writer => writer with { IsSaidPerson = name.IsPerson, IsBody = writer.IsBody || name.IsBody && (site.IsNearSite(writer.Name) || !LooksPersonal(writer.Name)) }));
        }

        var distinct = writers.DistinctBy(writer => writer.Key, StringComparer.Ordinal).ToList();
        return distinct.Exists(writer => !writer.IsBody) ? distinct.FindAll(writer => !writer.IsBody) : distinct;
    }

    private static bool LooksPersonal(string name) => WriterNames.Read(name, isStrict: true) is [{ IsBody: false }];

    private static List<Writer> Meta(ScannedPage page, SiteEvidence site)
    {
        foreach (var name in new[] { "parsely-author", "sailthru.author", "byl", "citation_author", "dc.creator", "dcterms.creator", "dc:creator", "author", "article:author", "og:article:author", "dc.creator.personalname", "cxenseparse:author", "dcsext.author", "article.author", "creator", "byline", "twitter:data1", "content_author", "authors", "dable:author", "author-name", "article:author_name" })
        {
            if (name == "twitter:data1" && page.Meta("twitter:label1") is not { } label || name == "twitter:data1" && !page.Meta("twitter:label1")!.Contains("ritten", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var writers = page.All(name).Take(20)
                .Where(value => !value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !value.Contains("facebook.com", StringComparison.OrdinalIgnoreCase))
                .SelectMany(value => WriterNames.Read(name.StartsWith("citation", StringComparison.Ordinal) || name.StartsWith("dc", StringComparison.Ordinal) ? WriterNames.Turned(value) : value))
                .Where(writer => !site.IsNearSite(writer.Name))
                .DistinctBy(writer => writer.Key, StringComparer.Ordinal)
                .ToList();
            if (writers.Count > 0)
            {
                return writers;
            }
        }

        return [];
    }

    private static Byline Printed(ScannedPage page, SiteEvidence site, FoundTitle? title)
    {
        var (from, to) = title is { Line: >= 0 } ? (title.Line - Before, title.Line + After) : (0, 60);
        var near = page.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Writer) && mark.Element.LocalName is not ("meta" or "img" or "article" or "body" or "time") && (mark.Zone & (Zone.Elsewhere | Zone.Figure)) == Zone.None && (!mark.Zone.HasFlag(Zone.Biography) || title is { Line: >= 0 } && mark.Line >= title.Line && mark.Line <= title.Line + 8)).Take(300).ToList();
        var inside = near.Where(mark => mark.Line >= from && mark.Line <= to).ToList();
        var found = FromMarks(inside.Where(mark => mark.Line >= (title?.Line ?? 0)).Concat(inside.Where(mark => mark.Line < (title?.Line ?? 0)).Reverse()));
        if (found is null && FromLines(page, from, to, title) is { } line)
        {
            return line;
        }

        // Below the text: only what microdata or rel=author vouch for.
        found ??= FromMarks(page.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Writer) && mark.Line > (title?.Line ?? 0) && IsVouched(mark.Element) && (mark.Zone & (Zone.Elsewhere & ~(mark.Zone.HasFlag(Zone.Article) ? Zone.Footer | Zone.Aside : Zone.Footer))) == Zone.None).Take(50));
        // Beside the text: where all that is vouched for there is one name.
        return found ?? Alone(page.Marks.Where(mark => mark.Zone.HasFlag(Zone.Aside) && (mark.Zone & Zone.Elsewhere & ~Zone.Aside) == Zone.None && IsVouched(mark.Element)).Take(20).Select(Read).Where(read => read.Writers.Count > 0).ToList()) ?? new([], false, false);
    }

    private static Byline? Alone(List<Byline> read) => read.Count > 0 && read.TrueForAll(one => one.Writers is [{ IsBody: false } writer] && IsSame(writer, read[0].Writers[0])) ? read[0] : null;

    private static bool IsVouched(IElement element) => element.GetAttribute("itemprop") is "author" or "creator" || element.GetAttribute("rel")?.Contains("author", StringComparison.Ordinal) == true;

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

            var read = Read(mark);
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
                foreach (var writer in read.Writers.Where(writer => !first.Writers.Exists(one => IsSame(one, writer)) && (read.IsLabelled || IsVouched(mark.Element) || first.Count < 2) && LooksPersonal(writer.Name) && (IsVouched(mark.Element) || mark.Words == first.Words)))
                {
                    first.Writers.Add(writer);
                }

                first = first with { IsSure = first.IsSure || read.IsSure };
            }
        }

        return first;
    }

    private static Byline Read(Mark mark)
    {
        var text = mark.Text;
        if (text.Length is < 2 or > 300)
        {
            return new([], false, false);
        }

        var isLabelled = Labelled().IsMatch(text);
        var names = Inner(mark.Element);
        var writers = names.Count > 0 ? names : WriterNames.Read(NodeText.Of(mark.Element, 600, apart: " | "), isStrict: text.Length > 80 && !isLabelled);
        if (names.Count > 0 && isLabelled && WriterNames.Read(text) is { Count: > 0 } whole && whole.Count > names.Count && names.TrueForAll(name => whole.Exists(one => one.Key == name.Key)) && whole.TrueForAll(one => one.IsBody || LooksPersonal(one.Name) || names.Exists(name => name.Key == one.Key)))
        {
            writers = whole;
        }

        var isSure = writers.Count > 0 && (isLabelled || IsVouched(mark.Element) || names.Count > 0 || ElementWords.HasAny(mark.Words, "byline", "author", "authors", "reporter", "journalist", "writer")) && (writers[0].IsBody || LooksPersonal(writers[0].Name) || TextWeight.IsEastAsian(writers[0].Name[0]));
        return new(writers, isSure, isLabelled || ElementWords.Has(mark.Words, "byline")) { Words = mark.Words };
    }

    // The names that stand in elements of their own inside a byline.
    private static List<Writer> Inner(IElement byline)
    {
        var writers = new List<Writer>();
        if (byline.Children.Length == 0)
        {
            return writers;
        }

        foreach (var element in byline.QuerySelectorAll(Names).Take(40))
        {
            if (element.QuerySelector(Names) is null)
            {
                writers.AddRange(WriterNames.Read(NodeText.Of(element, 200)));
            }
        }

        return writers.DistinctBy(writer => writer.Key, StringComparer.Ordinal).ToList();
    }

    private static Byline? FromLines(ScannedPage page, int from, int to, FoundTitle? title)
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

        if (!Labelled().IsMatch(line.Text) && !EastAsian().IsMatch(line.Text))
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

    private sealed record Byline(List<Writer> Writers, bool IsSure, bool IsLabelled)
    {
        public string Words { get; init; } = "";

        public int Count => Writers.Count;
    }

    [GeneratedRegex(@"^\W{0,3}(?:(?:(?:Posted|Published|Written|Reported|Submitted|Story|Words|Text|Analysis|Report|Guest post|Review|Opinion)\s+)?(?:by|By|BY)\b|Author\b\s*:?|Von\s+\p{Lu}|Par\s+\p{Lu}|Por\s+\p{Lu}|Di\s+\p{Lu}|Door\s+\p{Lu}|Text\s*:|Texte\s*:|Texto\s*:|Autor\w*\s*:|Автор\s*:|글\s*[·=:]|글쓴이|(?:文|撰文|作者|記者|记者|本报记者)\s*[:：／/ ])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:(?:Posted|Published|Filed|Written|Submitted|Updated)\b.{0,80}?\sby|.{4,60}?\s[|•·–—]\s*[Bb]y)\s+(\p{Lu}.{2,80})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"(?:记者|記者|作者|撰文|文)\s*[:：]\s*([\u4E00-\u9FFF]{2,4})(?=$|[\s）)|/])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inside();

    [GeneratedRegex(@"^(?:[\[(（【][^\])）】]{0,30}[\])）】=]\s*)?[\uAC00-\uD7A3]{2,4}\s?(?:[\uAC00-\uD7A3]{2})?(?:기자|특파원|논설위원)(?:\s|$)|[\u4E00-\u9FFF]{2,4}\s?[（(]?記者[）)]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"^[^\p{L}]{0,4}([\uAC00-\uD7A3]{2,4}\s?(?:선임|인턴|전문|객원|수습)?(?:기자|특파원|논설위원))\s*[\(\[]?\s*(?:\S+@\S+)?\s*[\)\]]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Korean();
}
