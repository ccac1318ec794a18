using System.Text;
using Cuttings.Archiving;
using Cuttings.Collation;
using Cuttings.Sources;
using Cuttings.Vocabulary;
using Cuttings.Web.Site.Collation;

namespace Cuttings.Web.Site.Sources;

/// <summary>`/source/{id}/edition/{n}`: one kept edition and what changed in it, within its outlet's rule.</summary>
internal static class EditionPage
{
    // Each is collated anew.
    private const int MostPassages = 10;

    public static Answer Answer(Context context, PublicSource source, int at)
    {
        var edition = source.Editions[at];
        var changes = at == 0 ? null : EditionChanges.Between(source.Editions[at - 1], edition);
        var name = source.Rule == SourceRule.Facts ? source.Name : edition.Title ?? source.Name;
        var html = new StringBuilder("<article class=\"evidence edition\"><p class=\"kind\">Edition ").Append(edition.Number).Append(" of ").Append(source.Editions.Count).Append(" · ").Append(Page.Link(source.Path, "the source and all its editions")).Append("</p><h1").Append(Languages.Attributes(source.Source.Language)).Append('>').Append(Page.Encode(name)).Append("</h1>");
        SourcePage.Credit(html, source);
        SourcePage.Changes(html, source, changes);
        SourcePage.Facts(html, context, source, at);
        Others(html, context, source, at);
        switch (source.Rule)
        {
            case SourceRule.Full:
                EditionText.Write(html, edition, changes, source.Source.Language);
                break;
            case SourceRule.Passages:
                Passages(html, source, edition);
                break;
            default:
                html.Append("<p class=\"note\">This outlet’s articles are not shown here: these are the facts without its words.</p>");
                break;
        }

        html.Append("</article>");
        // The article is its outlet's: whoever searches for it should find it there.
        return Page.Of(context, $"Edition {edition.Number}: {name}", "<meta name=\"robots\" content=\"noindex\">", html.ToString(), PublicSource.PathOf(source.Source.Id, edition.Number));
    }

    private static void Others(StringBuilder html, Context context, PublicSource source, int at)
    {
        var links = new[]
        {
            at > 0 ? Page.Link(PublicSource.PathOf(source.Source.Id, source.Editions[at - 1].Number), "← Edition before", " rel=\"prev\"") : null,
            at + 1 < source.Editions.Count ? Page.Link(PublicSource.PathOf(source.Source.Id, source.Editions[at + 1].Number), "Next edition →", " rel=\"next\"") : null,
            KeptCopyPage.PathOf(context, source, at) is { } path ? Page.Link(path, "The page as it was kept") : null,
        }.Where(link => link is not null).ToList();
        html.Append(links.Count == 0 ? "" : "<nav class=\"views\" aria-label=\"Editions\">").AppendJoin(" · ", links).Append(links.Count == 0 ? "" : "</nav>");
    }

    // What the cuttings took from it, as their collations show it.
    private static void Passages(StringBuilder html, PublicSource source, KeptEdition edition)
    {
        html.Append("<p class=\"note\">Of this outlet’s articles only the passages around what was cut are shown; […] stands for the rest, and so the changes stand here as numbers only. Where a cutting differs, it may have been made from another edition: its own page says what came of comparing it with the one that fits best.</p>");
        var shown = 0;
        foreach (var stored in source.CitedBy.Take(MostPassages))
        {
            if (Collate(stored, edition) is not { } collated)
            {
                continue;
            }

            var path = $"/cutting/{stored.Cutting.Slug}";
            html.Append("<section class=\"source\"><h2").Append(Languages.Attributes(stored.Cutting.Language)).Append("><span lang=\"en\" dir=\"ltr\">Cut for:</span> ").Append(Page.Link(path, stored.Cutting.Headline)).Append("</h2>");
            SideBySide.Write(html, Disclosure.Limit(collated, SourceRule.Passages), stored.Cutting.Language, null, $"{++shown}-");
            html.Append("</section>");
        }

        html.Append(shown == 0 ? "<p class=\"note\">Nothing that the cuttings took stands in this edition.</p>" : "");
    }

    private static Collated? Collate(StoredCutting stored, KeptEdition edition)
    {
        try
        {
            var collated = Collator.Collate(new(stored.Cutting.Excerpt.ToText(), edition.Text.ToText()) { CreditLine = false, Truncated = edition.Truncated });
            // What an outlet changed later is no fault of the cutting: nothing here is a warning.
            return collated.WordsTaken == 0 ? null : collated with
            {
                Sentences = [.. collated.Sentences.Select(sentence => sentence with { Warnings = [] })],
                Omissions = [.. collated.Omissions.Where(omission => omission.Words > 0).Select(omission => omission with { Warnings = [] })],
            };
        }
        catch (CuttingsException error) when (error.Kind == ErrorKind.BadInput)
        {
            return null;
        }
    }
}
