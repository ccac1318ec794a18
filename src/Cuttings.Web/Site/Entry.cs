using System.Text;
using Cuttings.Archiving;
using Cuttings.Dating;
using Cuttings.Listing;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Site;

/// <summary>A cutting as pages show it.</summary>
internal static class Entry
{
    public static void Write(StringBuilder html, ListedCutting cutting, IReadOnlyDictionary<int, DisplayRule> display, TimeZoneInfo zone, string heading = "h3")
    {
        html.Append("<article class=\"cutting\"><").Append(heading).Append(Languages.Attributes(cutting.Language)).Append('>').Append(Page.Link("/cutting/" + cutting.Slug, cutting.Headline)).Append("</").Append(heading).Append('>');
        // What is lost stands once, in the heading over them.
        html.Append(cutting.Posted is null && cutting.Author is null ? "" : "<p class=\"by\">" + Date(cutting.Posted, zone));
        if (cutting.Author is { } author)
        {
            html.Append(" · cut by ").Append(Page.Link("/author/" + author.Slug, author.Name));
        }

        html.Append(cutting.Posted is null && cutting.Author is null ? "" : "</p>").Append("<div class=\"excerpt\"").Append(Languages.Attributes(cutting.Language)).Append('>');
        Marks.Write(html, Shown(cutting, display), '4');
        html.Append("</div><p class=\"credit\">").Append(Credit(cutting.Credit, cutting.Outlet));
        html.Append("</p>");
        AlsoIn(html, cutting.AlsoIn);
        Filed(html, cutting.Categories, cutting.Tags);
        html.Append("</article>");
    }

    /// <summary>The other copies of its story, each linked.</summary>
    public static void AlsoIn(StringBuilder html, IReadOnlyList<ListedCopy> copies)
    {
        if (copies.Count > 0)
        {
            html.Append("<p class=\"also\">Also in ").AppendJoin(", ", copies.Select(copy => Page.Link("/cutting/" + copy.Slug, copy.Outlet?.Name ?? copy.Headline))).Append("</p>");
        }
    }

    public static void Filed(StringBuilder html, IReadOnlyList<Term> categories, IReadOnlyList<Term> tags)
    {
        if (categories.Count + tags.Count == 0)
        {
            return;
        }

        html.Append("<p class=\"filed\">").AppendJoin(", ", categories.Select(term => Page.Link("/category/" + term.Slug, term.Name)).Concat(tags.Select(term => "#" + Page.Link("/tag/" + term.Slug, term.Name)))).Append("</p>");
    }

    /// <summary>What the outlet's display rule lets readers see.</summary>
    public static string Shown(ListedCutting cutting, IReadOnlyDictionary<int, DisplayRule> display)
    {
        var rule = cutting.Outlet is { } outlet ? display.GetValueOrDefault(outlet.Id) : DisplayRule.Full;
        return rule switch
        {
            DisplayRule.Full => cutting.ExcerptHtml,
            DisplayRule.FirstParagraph => new Excerpts.Excerpt(Excerpts.Excerpt.FromHtml(cutting.ExcerptHtml).Blocks.Take(1)).ToHtml(),
            _ => "",
        };
    }

    // HTML's time element takes no other dates than plain ones.
    /// <summary>A date as a reader sees it; of an instant the day that it falls on in the zone, or, without one, by its own offset, which is its outlet's.</summary>
    public static string Date(PostedDate? posted, TimeZoneInfo? zone = null) =>
        posted is null ? "<span class=\"lost\">posted date lost</span>"
        : PlainDate.Of(posted) is { } plain ? $"<time datetime=\"{plain}\">{Page.Encode(DateWords.Display(posted, zone))}</time>"
        : $"<span>{Page.Encode(DateWords.Display(posted, zone))}</span>";

    public static string Credit(string? printed, Term? outlet)
    {
        if (printed is null)
        {
            return outlet is null ? "<span class=\"lost\">credit lost</span>" : Page.Link("/outlet/" + outlet.Slug, outlet.Name);
        }

        var encoded = Page.Encode(printed).Replace("\n", "<br>", StringComparison.Ordinal);
        var name = outlet is null ? "" : Page.Encode(outlet.Name);
        var at = name.Length == 0 ? -1 : encoded.IndexOf(name, StringComparison.Ordinal);
        return outlet is null ? encoded : at < 0 ? $"{encoded} {Page.Link("/outlet/" + outlet.Slug, outlet.Name)}" : $"{encoded[..at]}{Page.Link("/outlet/" + outlet.Slug, outlet.Name)}{encoded[(at + name.Length)..]}";
    }

    /// <summary>A cutting as machines may have it: within its outlet's display rule, without what is only inferred, and without the kept texts of the original.</summary>
    public static Cutting Public(StoredCutting stored, IReadOnlyDictionary<int, DisplayRule> display)
    {
        var cutting = stored.Cutting;
        var rule = stored.Outlet is { } outlet ? display.GetValueOrDefault(outlet.Id) : DisplayRule.Full;
        return cutting with
        {
            Excerpt = rule == DisplayRule.Full ? cutting.Excerpt : new Excerpts.Excerpt(rule == DisplayRule.FirstParagraph ? cutting.Excerpt.Blocks.Take(1) : []),
            Sources = [.. cutting.Sources.Select(source => source with { Editions = [.. source.Editions.Select(edition => edition with { Text = [] })] })],
            Suggested = cutting.Suggested.Clear(),
        };
    }

    /// <summary>The outlets whose cuttings are not shown whole.</summary>
    public static async ValueTask<IReadOnlyDictionary<int, DisplayRule>> DisplayAsync(Context context, CancellationToken cancel) => context.Kept.Display ??= await RulesAsync(context, cancel);

    private static async ValueTask<Dictionary<int, DisplayRule>> RulesAsync(Context context, CancellationToken cancel)
    {
        var outlets = await context.Archive.VocabularyAsync(TermKind.Outlet, cancel);
        return outlets.Where(outlet => outlet.Display != DisplayRule.Full).ToDictionary(outlet => outlet.Term.Id, outlet => outlet.Display);
    }
}
