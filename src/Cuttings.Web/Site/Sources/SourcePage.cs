using System.Text;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Site.Sources;

/// <summary>`/source/{id}`: a source as evidence.</summary>
internal static class SourcePage
{
    private const int MostShown = 50;

    public static Answer Answer(Context context, PublicSource source)
    {
        var standing = SourceStanding.Of(source.Source, source.Looks);
        var html = new StringBuilder("<article class=\"evidence\"><p class=\"kind\">Source</p><h1").Append(Languages.Attributes(source.Source.Language)).Append('>').Append(Page.Encode(source.Name)).Append("</h1>");
        Credit(html, source);
        html.Append("<p class=\"address\">");
        Original(html, source, standing);
        html.Append("</p><p class=\"statement\">").Append(standing.Sentence()).Append("</p>");
        Standing(html, context, source, standing);
        Editions(html, context, source);
        CitedBy(html, source, context.Zone);
        Proves(html, source);
        html.Append("</article>");
        return Page.Of(context, "Source: " + source.Name, "", html.ToString(), source.Path);
    }

    /// <summary>Outlet, byline and date.</summary>
    public static void Credit(StringBuilder html, PublicSource source)
    {
        var parts = new[]
        {
            source.Source.Outlet is { } outlet ? Page.Encode(outlet) : null,
            source.Source.Byline is { } byline ? "by " + Page.Encode(byline) : null,
            source.Source.Published is { } published ? "published " + Entry.Date(published) : null,
            source.Source.Language is { } language ? "in " + Page.Encode(Languages.Name(language)) : null,
        }.Where(part => part is not null).ToList();
        html.Append(parts.Count == 0 ? "" : "<p class=\"copy\">").AppendJoin(" · ", parts).Append(parts.Count == 0 ? "" : "</p>");
    }

    // What is gone is named, but leads nowhere.
    private static void Original(StringBuilder html, PublicSource source, SourceStanding standing)
    {
        html.Append("The original: ").Append(standing.IsGone ? $"<span class=\"gone\">{Page.Encode(source.Source.Address)}</span>" : External(source.Source.Address));
        html.Append(source.Source.MovedTo is { } moved ? $". It has moved to {External(moved)}" : "");
    }

    private static void Standing(StringBuilder html, Context context, PublicSource source, SourceStanding standing)
    {
        html.Append("<p class=\"note\">").AppendJoin(" ", new[]
        {
            source.Source.State is SourceState.SoftGone && source.Source.Why is { } why ? Page.Encode(why) : null,
            source.Source.Looked is { } looked ? $"Last looked at {Moments.Whole(context, looked)}." : null,
            standing.IsGone && standing.LastSeen is { } seen ? $"Last found there on {Moments.Day(seen)}." : null,
        }.Where(part => part is not null)).Append("</p>");
    }

    private static void Editions(StringBuilder html, Context context, PublicSource source)
    {
        var slice = EditionSlice.Of(context, source);
        html.Append("<section><h2>").Append(source.Editions.Count switch { 0 => "No copy is kept", 1 => "One edition is kept", var count => $"{count} editions are kept" }).Append("</h2>");
        html.Append(source.Editions.Count > 1 ? "<p class=\"note\">A new one is kept only where the words of the article have changed. The newest stands first.</p>" : "").Append(slice.Editions.Count == 0 ? "" : "<ol class=\"editions\">");
        foreach (var (at, changes) in slice.Editions)
        {
            var edition = source.Editions[at];
            html.Append("<li><h3>").Append(Page.Link(PublicSource.PathOf(source.Source.Id, edition.Number), $"Edition {edition.Number}")).Append(" <span class=\"when\">").Append(Moments.Day(edition.Captured)).Append("</span></h3>");
            Changes(html, source, changes);
            Facts(html, context, source, at);
            html.Append("</li>");
        }

        html.Append(slice.Editions.Count == 0 ? "" : "</ol>").Append(slice.Before is { } before ? $"<nav class=\"pages\" aria-label=\"Pages\"><a rel=\"next\" href=\"{source.Path}?before={before}\">Earlier editions →</a></nav>" : "").Append("</section>");
    }

    /// <summary>What changed from the edition before: the headline first.</summary>
    public static void Changes(StringBuilder html, PublicSource source, EditionChanges? changes)
    {
        if (changes is null)
        {
            html.Append("<p class=\"changes\">The first copy.</p>");
            return;
        }

        var language = Languages.Attributes(source.Source.Language);
        html.Append(changes.HeadlineAfter is null || source.Rule == SourceRule.Facts ? "" : $"<p class=\"changes\">The headline was <del{language}>{Page.Encode(Named(changes.HeadlineBefore))}</del> and became <ins{language}>{Page.Encode(Named(changes.HeadlineAfter))}</ins>.</p>");
        var words = changes.ToString();
        html.Append(changes.Any || changes.Collated is null ? "<p class=\"changes\">" : "<p class=\"changes trivia\">").Append("Changed from the edition before: ").Append(Page.Encode(words)).Append(".</p>");
    }

    /// <summary>When it was captured and what was kept.</summary>
    public static void Facts(StringBuilder html, Context context, PublicSource source, int at)
    {
        var edition = source.Editions[at];
        html.Append("<dl class=\"kept\"><div><dt>captured</dt><dd>").Append(Moments.Whole(context, edition.Captured)).Append("</dd></div>");
        if (source.Snapshots[at] is { } snapshot)
        {
            html.Append("<div><dt>SHA-256</dt><dd><code>").Append(Page.Encode(snapshot.Digest.Replace("sha-256:", "", StringComparison.Ordinal))).Append("</code> of the page as received, ").Append(snapshot.Length.ToString("N0")).Append(" bytes</dd></div><div><dt>time stamp</dt><dd>")
                .Append(snapshot.Timestamp is null ? "none" : $"a token (RFC 3161) over that digest is kept: <a href=\"{PublicSource.PathOf(source.Source.Id, edition.Number)}/token\">download</a>").Append("</dd></div>");
            html.Append(snapshot.AgainstRobots ? "<div><dt>robots.txt</dt><dd>asks programs to keep away; an editor had this page fetched by hand</dd></div>" : "");
        }
        else
        {
            html.Append("<div><dt>kept</dt><dd>the text only; the page itself is not kept</dd></div>");
        }

        html.Append(edition.Truncated ? "<div><dt>text</dt><dd>ends before the article does</dd></div>" : "").Append("</dl>");
    }

    private static void CitedBy(StringBuilder html, PublicSource source, TimeZoneInfo zone)
    {
        html.Append("<section><h2>Cut here</h2><ul class=\"citing\">");
        foreach (var stored in source.CitedBy.Take(MostShown))
        {
            html.Append("<li").Append(Languages.Attributes(stored.Cutting.Language)).Append('>').Append(Page.Link("/cutting/" + stored.Cutting.Slug, stored.Cutting.Headline)).Append(" <span class=\"when\" lang=\"en\">").Append(Entry.Date(stored.Cutting.Posted, zone)).Append("</span></li>");
        }

        html.Append("</ul>").Append(source.Citing > MostShown ? $"<p class=\"note\">and {source.Citing - MostShown} more</p>" : "").Append("</section>");
    }

    private static void Proves(StringBuilder html, PublicSource source)
    {
        html.Append("<section><h2>What this proves</h2><p>");
        html.Append(source.Editions.Count == 0
            ? "Nothing yet: no copy is kept. "
            : "The digest shows that a kept page is, to the byte, the one that this archive recorded. The time of capture is this archive’s own clock; only a time-stamp token is somebody else’s word for it. Neither shows that the site sent this page to others, or that what it says is true. ");
        html.Append("<a href=\"/evidence\">What a kept copy proves, and how to check one</a>. The same facts <a href=\"").Append(source.Path).Append(".json\">as JSON</a>.</p></section>");
    }

    private static string External(string address) => $"<a rel=\"noreferrer external\" href=\"{Page.Encode(address)}\">{Page.Encode(address)}</a>";

    private static string Named(string? headline) => string.IsNullOrWhiteSpace(headline) ? "(no headline)" : headline;
}
