using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cuttings.Archiving;
using Cuttings.Collation;
using Cuttings.Dating;
using Cuttings.Sources;
using Cuttings.Vocabulary;
using Cuttings.Web.Site.Sources;

namespace Cuttings.Web.Site.Collation;

/// <summary>`/cutting/{slug}/collation`: what was taken, cut, changed, moved or added, for any reader to see.</summary>
internal static class CollationPage
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async ValueTask<Answer> AnswerAsync(Context context, StoredCutting stored, CancellationToken cancel)
    {
        var cutting = stored.Cutting;
        var path = $"/cutting/{cutting.Slug}/collation";
        var side = context.Query["view"] == "side";
        var html = new StringBuilder("<article class=\"collation\"><p class=\"kind\">Collation</p><h1").Append(Languages.Attributes(cutting.Language)).Append('>').Append(Page.Link("/cutting/" + cutting.Slug, cutting.Headline)).Append("</h1>");
        var collations = CuttingCollator.Collate(cutting);
        if (collations.IsEmpty)
        {
            html.Append("<p class=\"empty\">No copy of the source is kept, so nothing could be compared.</p></article>");
            return Page.Of(context, "Collation: " + cutting.Headline, "", html.ToString(), path);
        }

        var whole = await IsShownAsync(context, stored, cancel);
        var rule = await RuleAsync(context, stored, cancel);
        if (whole)
        {
            html.Append("<nav class=\"views\" aria-label=\"Views\">").Append(side ? $"<a href=\"{Page.Encode(Context.Encoded(path))}\">Reading view</a> · <strong aria-current=\"page\">Side by side</strong>" : $"<strong aria-current=\"page\">Reading view</strong> · <a href=\"{Page.Encode(Context.Encoded(path))}?view=side\">Side by side</a>")
                .Append(" · <a href=\"").Append(Page.Encode(Context.Encoded(path))).Append(".json\">JSON</a></nav>");
        }

        for (var n = 0; n < collations.Length; n++)
        {
            var source = cutting.Sources[collations[n].Source];
            html.Append("<section class=\"source\"><h2>").Append(collations.Length > 1 ? $"Source {n + 1} of {collations.Length}: " : "").Append(Page.Encode(source.Title ?? source.Outlet ?? "The source")).Append("</h2>");
            var (original, gone) = source.Url is null ? (null, true) : await OriginalLink.WriteAsync(context, stored, source, OriginalLink.Unnamed, cancel);
            Copy(html, source, original, source.Editions[collations[n].Edition], collations[n].Edition);
            html.Append("<p class=\"statement\">").Append(Page.Encode(Sentence(collations[n].Collated))).Append("</p>");
            Notes(html, collations[n].Collated, rule);
            if (whole)
            {
                var shown = Disclosure.Limit(collations[n].Collated, rule);
                var prefix = n == 0 ? "" : $"{n + 1}-";
                if (side || rule == SourceRule.Facts)
                {
                    SideBySide.Write(html, shown, cutting.Language, gone ? null : source.Url, prefix);
                }
                else
                {
                    ReadingView.Write(html, shown, cutting.Language, prefix, $"{Context.Encoded(path)}?view=side");
                }
            }
            else
            {
                html.Append("<p class=\"note\">This archive does not show its excerpts from this outlet whole, so the texts are not set side by side here.</p>");
            }

            html.Append("</section>");
        }

        html.Append("</article>");
        return Page.Of(context, "Collation: " + cutting.Headline, "", html.ToString(), path);
    }

    /// <summary>The same facts as JSON; null where there is nothing to tell.</summary>
    public static async ValueTask<Answer> JsonAsync(Context context, StoredCutting stored, CancellationToken cancel)
    {
        var cutting = stored.Cutting;
        var collations = CuttingCollator.Collate(cutting);
        var rule = await RuleAsync(context, stored, cancel);
        if (collations.IsEmpty || !await IsShownAsync(context, stored, cancel))
        {
            var why = collations.IsEmpty ? "No copy of the source is kept, so nothing could be compared." : "This archive does not show its excerpts from this outlet whole.";
            return new(404, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["error"] = why }));
        }

        var bytes = new ArrayBufferWriter<byte>(16 << 10);
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            Write(json, collations[0], () => Others());
            void Others()
            {
                json.WriteString("cutting", context.Absolute("/cutting/" + cutting.Slug));
                json.WriteNumber("revision", stored.Revision);
                json.WriteString("shown", rule.ToString().ToLowerInvariant());
                json.WriteStartArray("others");
                foreach (var other in collations.Skip(1))
                {
                    Write(json, other, null);
                }

                json.WriteEndArray();
            }
        }

        return new(200, "application/json; charset=utf-8", bytes.WrittenSpan.ToArray());

        void Write(Utf8JsonWriter json, SourceCollation collation, Action? more)
        {
            var source = cutting.Sources[collation.Source];
            var edition = source.Editions[collation.Edition];
            CollationJson.Write(
                json,
                Disclosure.Limit(collation.Collated, rule),
                json =>
                {
                    json.WriteStartObject("edition");
                    json.WriteNumber("source", collation.Source + 1);
                    json.WriteNumber("n", collation.Edition + 1);
                    json.WriteString("url", source.Url);
                    json.WriteString("title", source.Title);
                    json.WriteString("outlet", source.Outlet);
                    json.WriteString("captured", edition.Captured?.ToString("yyyy-MM-dd'T'HH:mm:ssK"));
                    json.WriteString("digest", edition.Digest);
                    json.WriteBoolean("truncated", edition.Truncated);
                    json.WriteEndObject();
                },
                _ => more?.Invoke());
        }
    }

    /// <summary>What came of it, for the cutting's own page.</summary>
    public static void WriteStatement(StringBuilder html, StoredCutting stored, IReadOnlyList<SourceCollation> collations)
    {
        foreach (var collation in collations)
        {
            var source = stored.Cutting.Sources[collation.Source];
            var edition = source.Editions[collation.Edition];
            var warnings = collation.Collated.Warnings.Count();
            html.Append("<p class=\"checked\">").Append(Page.Link($"/cutting/{stored.Cutting.Slug}/collation", edition.Captured is { } captured ? "Checked against the copy of " + CopyName(captured, source) : "Compared with the text that came with it")).Append(collations.Count > 1 ? $" from {Page.Encode(source.Outlet ?? source.Title ?? "source " + (collation.Source + 1))}" : "").Append(": ")
                .Append(Page.Encode(Statement.Of(CollationSummary.Of(collation.Collated)))).Append(warnings == 0 ? "." : $"; {warnings} {(warnings == 1 ? "warning" : "warnings")}.").Append("</p>");
        }
    }

    /// <summary>How much of the outlet's articles may be shown.</summary>
    public static async ValueTask<SourceRule> RuleAsync(Context context, StoredCutting stored, CancellationToken cancel)
    {
        var rules = context.Kept.Sources ??= (await context.Archive.VocabularyAsync(TermKind.Outlet, cancel)).ToDictionary(outlet => outlet.Term.Id, outlet => outlet.Sources);
        return stored.Outlet is { } outlet ? rules.GetValueOrDefault(outlet.Id) : SourceRule.Passages;
    }

    private static async ValueTask<bool> IsShownAsync(Context context, StoredCutting stored, CancellationToken cancel) =>
        stored.Outlet is not { } outlet || (await Entry.DisplayAsync(context, cancel)).GetValueOrDefault(outlet.Id) == DisplayRule.Full;

    private static string Sentence(Collated collated)
    {
        var statement = Statement.Of(CollationSummary.Of(collated));
        return $"{char.ToUpperInvariant(statement[0])}{statement[1..]}.";
    }

    private static void Copy(StringBuilder html, Source source, string? original, Edition edition, int number)
    {
        html.Append("<p class=\"copy\">").AppendJoin(" · ", new[]
        {
            source.Outlet is { } outlet ? Page.Encode(outlet) : null,
            source.Byline is { } byline ? "by " + Page.Encode(byline) : null,
            source.Published is { } published ? "published " + Entry.Date(published) : null,
            original,
            edition.Captured is { } captured ? "compared with the copy of " + Page.Encode(CopyName(captured, source)) : "compared with the text that came with it, capture time unknown",
            source.Editions.Length > 1 ? $"edition {number + 1} of {source.Editions.Length}, the one that fits best" : null,
        }.Where(part => part is not null)).Append("</p>");
    }

    private static void Notes(StringBuilder html, Collated collated, SourceRule rule)
    {
        if (collated.AnotherEdition)
        {
            html.Append("<p class=\"note\">The differences look like those of <strong>another edition</strong> of the article. Compare with that one before you blame the cutting.</p>");
        }

        if (collated.Elsewhere.Length > 0)
        {
            html.Append("<p class=\"note\">").Append(collated.Elsewhere.Length == 1 ? "1 sentence stands" : $"{collated.Elsewhere.Length} sentences stand").Append(" in another source of this cutting and ").Append(collated.Elsewhere.Length == 1 ? "is" : "are").Append(" not judged by this one.</p>");
        }

        html.Append(rule switch
        {
            SourceRule.Facts => "<p class=\"note\">This outlet’s articles are not shown here: these are the facts without its words.</p>",
            SourceRule.Passages => "<p class=\"note\">Of the article only the passages around what was taken are shown; […] stands for the rest.</p>",
            _ => "",
        });
    }

    private static string CopyName(DateTimeOffset captured, Source source) => CopyName(captured, source.Editions.Select(edition => edition.Captured).OfType<DateTimeOffset>());

    /// <summary>What a copy is called: by its day, and where another one of the article is of that day, by the time too; in UTC.</summary>
    public static string CopyName(DateTimeOffset captured, IEnumerable<DateTimeOffset> copies)
    {
        var (time, minute) = ($"{captured.UtcDateTime:HH:mm:ss}", $"{captured.UtcDateTime:HH:mm}");
        var others = copies.Where(copy => copy.UtcDateTime.Date == captured.UtcDateTime.Date).Select(copy => $"{copy.UtcDateTime:HH:mm:ss}").Where(other => other != time).ToList();
        return Day(captured) + (others.Count == 0 ? "" : others.Exists(other => other.StartsWith(minute, StringComparison.Ordinal)) ? $", {time} UTC" : $", {minute} UTC");
    }

    /// <summary>The day of a copy, as it fell in UTC.</summary>
    public static string Day(DateTimeOffset captured) => PostedDate.TryParse(captured.UtcDateTime.ToString("yyyy-MM-dd"), out var day) ? DateWords.Display(day!) : "";
}
