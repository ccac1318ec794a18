using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The title that was chosen.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Line">Its line on the page; -1 where it is not seen there.</param>
/// <param name="Element">Its heading.</param>
internal sealed record FoundTitle(string Text, int Line, IElement? Element);

/// <summary>Chooses the headline as it stands on the page: the heading on which the page's other statements of its title agree, else the best of those, without the site's name.</summary>
internal static class TitleFact
{
    private const double Alike = 0.45;

    public static FoundTitle? Find(ScannedPage page, LinkedArticle? article, SiteEvidence site)
    {
        var stated = Stated(page, article);
        var sections = article?.Sections.ToList() ?? [];
        sections.AddRange(page.All("article:section", "parsely-section", "section"));
        var references = stated.Select(text => new Reference(text)).ToList();
        if (page.Title is { } own)
        {
            references.Add(new(own));
        }

        var headings = Headings(page, site, references, stated.Count);
        var best = headings.Count == 0 ? null : headings.MaxBy(heading => heading.Score);
        if (best is not null && IsHeadline(best, headings, stated))
        {
            return new(best.Text, best.Mark.Line, best.Mark.Element);
        }

        var meta = stated.Concat(page.Title is { } title ? [title] : []).Select(text => TitleParts.Strip(text, site, sections)).FirstOrDefault(text => text.Length > 1 && !site.IsSite(text))
            ?? page.Title;
        return string.IsNullOrWhiteSpace(meta) ? null : new(meta, LineOf(page, meta), null);
    }

    private static List<string> Stated(ScannedPage page, LinkedArticle? article)
    {
        var stated = new List<string>();
        foreach (var text in new[] { article?.Headline, page.Meta("og:title"), page.Meta("twitter:title"), page.Meta("citation_title"), page.Meta("parsely-title"), page.Meta("sailthru.title"), page.Meta("dc.title", "dcterms.title", "dc:title"), page.Meta("hdl"), article?.Name })
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                stated.Add(text.Contains("&#", StringComparison.Ordinal) || text.Contains("&quot;", StringComparison.Ordinal) || text.Contains("&amp;", StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text);
            }
        }

        return stated;
    }

    private static List<Candidate> Headings(ScannedPage page, SiteEvidence site, List<Reference> references, int stated)
    {
        var found = new List<Candidate>();
        foreach (var mark in page.Marks.Where(mark => (mark.Kind & (MarkKind.Heading | MarkKind.Title)) != MarkKind.None && mark.Element.LocalName is not ("img" or "meta" or "time" or "input" or "html" or "body")).Take(400))
        {
            var isHeading = mark.Element.LocalName is ['h', _];
            if (!isHeading && (mark.Text.Length > 250 || mark.Element.LocalName is "article" or "section" or "header" || Descendants.First(mark.Element, static element => element.LocalName is "h1" or "h2" or "p") is not null))
            {
                continue;
            }

            var candidate = Read(mark, site, references, stated);
            if (candidate is not null)
            {
                found.Add(candidate);
            }
        }

        var firsts = found.Where(one => one.Mark.Element.LocalName == "h1" && !one.IsSite).ToList();
        if (firsts.Count == 1)
        {
            firsts[0].Score += 20;
        }

        return found;
    }

    private static Candidate? Read(Mark mark, SiteEvidence site, List<Reference> references, int stated)
    {
        if (mark.Zone.HasFlag(Zone.Hidden))
        {
            return null;
        }

        var (text, likeness, exact, told) = ("", 0.0, false, false);
        foreach (var reading in HeadingText.Readings(mark.Element))
        {
            if (reading.Length is < 2 or > 400)
            {
                continue;
            }

            var words = TitleWords.Of(reading);
            var (best, same, own) = (0.0, false, false);
            for (var n = 0; n < references.Count; n++)
            {
                best = Math.Max(best, references[n].Likeness(words));
                same |= n < stated && references[n].IsExactly(words);
                own |= n >= stated && words.Count >= 4 && references[n].IsExactly(words);
            }

            // Only an exact agreement makes a part better than the whole: with a stated title, or of some words with the title element.
            if (text.Length == 0 || same && !exact || own && !told && !exact)
            {
                (text, likeness, exact, told) = (reading, best, same, own);
            }

            // What has no word in common with a title has none in its parts.
            if (likeness == 0)
            {
                break;
            }
        }

        if (text.Length == 0)
        {
            return null;
        }

        var isSite = site.IsSite(text) || !exact && site.IsNearSite(text) || !exact && likeness < 0.7 && LeadsHome(mark.Element, site);
        var score = 100 * likeness;
        score += mark.Element.LocalName switch { "h1" => 30, "h2" => 10, _ => 0 };
        score += mark.Kind.HasFlag(MarkKind.Title) ? 20 : 0;
        score += mark.Zone.HasFlag(Zone.Article) ? 10 : 0;
        score -= mark.Zone.HasFlag(Zone.SiteHeader) ? 15 : 0;
        score -= (mark.Zone & Zone.Elsewhere) != Zone.None ? 60 : 0;
        score -= isSite ? 90 : 0;
        // A word or two that is only a part of what is stated: a section's name.
        score -= !exact && likeness < 0.8 && TextWeight.Of(text) <= 2 ? 20 : 0;
        return new(mark, text, likeness, exact, isSite) { Score = score };
    }

    private static bool LeadsHome(IElement heading, SiteEvidence site)
    {
        var link = heading.LocalName == "a" ? heading : Descendants.First(heading, static element => element.LocalName == "a" && element.HasAttribute("href"));
        var target = link?.GetAttribute("href")?.Trim() ?? "";
        return target is "/" or "./" or "../" or "index.html" or "/index.html" || Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.AbsolutePath.Length <= 1 && uri.Query.Length == 0 && (site.Host.Length == 0 || uri.Host == site.Host);
    }

    private static bool IsHeadline(Candidate best, List<Candidate> all, List<string> stated)
    {
        if (best.IsSite || best.Score <= 20)
        {
            return false;
        }

        if (best.IsExact)
        {
            return true;
        }

        // A word or two beside a stated title of many is a section's name.
        var weight = TextWeight.Of(best.Text);
        var said = stated.Count == 0 ? 0 : TextWeight.Of(stated[0]);
        if (weight <= 2 && said >= 5 && !stated.Exists(text => text.Contains(best.Text, StringComparison.OrdinalIgnoreCase) && TextWeight.Of(text) <= weight + 4))
        {
            return false;
        }

        var level = best.Mark.Element.LocalName;
        return best.Likeness >= Alike
            || level == "h1" && weight >= 3 && all.Count(other => other.Mark.Element.LocalName == "h1" && !other.IsSite) == 1
            || level == "h1" && best.Mark.Kind.HasFlag(MarkKind.Title) && weight >= 2
            || stated.Count == 0 && level == "h1" && (weight >= 2 || best.Likeness > 0);
    }

    private static int LineOf(ScannedPage page, string title)
    {
        var words = TitleWords.Of(title);
        for (var n = 0; n < Math.Min(page.Lines.Count, 400); n++)
        {
            var line = page.Lines[n];
            if ((line.Zone & Zone.Elsewhere) == Zone.None && line.Text.Length < (2 * title.Length) + 20 && TitleWords.Likeness(words, TitleWords.Of(line.Text)) > 0.8)
            {
                return n;
            }
        }

        return -1;
    }

    private sealed record Candidate(Mark Mark, string Text, double Likeness, bool IsExact, bool IsSite)
    {
        public double Score { get; set; }
    }

    // A stated title with its parts; a part weighs by its share, so that a section's name is no title.
    private sealed class Reference
    {
        private readonly List<string> whole;
        private readonly List<(List<string> Words, double Weight)> parts = [];

        public Reference(string text)
        {
            whole = TitleWords.Of(text);
            var split = TitleParts.Split(text);
            if (split.Count < 2)
            {
                return;
            }

            var words = split.ConvertAll(TitleWords.Of);
            for (var from = 0; from < words.Count; from++)
            {
                for (var to = from + 1; to <= words.Count; to++)
                {
                    var run = words[from..to].SelectMany(word => word).ToList();
                    if (run.Count < whole.Count)
                    {
                        parts.Add((run, 0.5 + (0.5 * run.Count / Math.Max(1, whole.Count))));
                    }
                }
            }
        }

        public bool IsExactly(List<string> words) => words.Count > 0 && (words.SequenceEqual(whole, StringComparer.Ordinal) || parts.Exists(part => part.Weight > 0.7 && part.Words.SequenceEqual(words, StringComparer.Ordinal)));

        public double Likeness(List<string> words)
        {
            var best = TitleWords.Likeness(words, whole);
            foreach (var (part, weight) in parts)
            {
                best = Math.Max(best, weight * TitleWords.Likeness(words, part));
            }

            return best;
        }
    }
}
