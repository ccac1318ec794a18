using System.Security.Cryptography;
using System.Text;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Site.Sources;

/// <summary>`/source/{id}/edition/{n}/page`: the kept page itself, inert: cleaned, and locked up by the browser as well.</summary>
internal static class KeptCopyPage
{
    private const string Style = "body{margin:0;font:1.05rem/1.6 Georgia,\"Liberation Serif\",\"DejaVu Serif\",serif;color:#1c1a17;background:#fff;overflow-wrap:anywhere}"
        + ".banner{all:initial;display:block;font:.95rem/1.5 Georgia,\"Liberation Serif\",serif;color:#1c1a17;background:#f3e2b0;border-bottom:.2rem solid #8a2b1f;padding:.8rem 1.25rem;overflow-wrap:anywhere;unicode-bidi:isolate}"
        + ".banner p{margin:0 0 .2rem}.banner a{color:#7a2116}.banner code{font:.85em/1.4 ui-monospace,\"DejaVu Sans Mono\",monospace}"
        + ".page{display:block;max-width:42rem;margin:0 auto;padding:1rem 1.25rem 3rem;unicode-bidi:isolate}.page img{max-width:100%;height:auto}.page pre{white-space:pre-wrap}.page table{border-collapse:collapse;max-width:100%}"
        + ".page :is(td,th){vertical-align:top;padding:.1rem .5rem .1rem 0;text-align:start}.picture{color:#5b564e;font-style:italic}a{color:#7a2116}";

    /// <summary>The address of the kept page of an edition; null where it may not or cannot be shown.</summary>
    public static string? PathOf(Context context, PublicSource source, int at) =>
        context.Pages is not null && source.Rule == SourceRule.Full && source.Snapshots[at] is not null ? PublicSource.PathOf(source.Source.Id, source.Editions[at].Number) + "/page" : null;

    public static async ValueTask<Answer?> AnswerAsync(Context context, PublicSource source, int at, CancellationToken cancel)
    {
        if (PathOf(context, source, at) is null || source.Snapshots[at] is not { } snapshot)
        {
            return null;
        }

        var records = await context.Archive.Sources.RecordsAsync(snapshot.Id, cancel);
        if (records is not { } kept || await context.Pages!.OpenAsync(kept, cancel) is not { } page)
        {
            return Instead(context, source, at, "The kept page could not be read from its records: they are damaged.");
        }

        var digest = "sha-256:" + Convert.ToHexStringLower(SHA256.HashData(page.Body.Span));
        if (digest != snapshot.Digest)
        {
            return Instead(context, source, at, "The kept page no longer has the digest that was recorded with it, and so is not shown as evidence of anything.");
        }

        return context.Pages.Inert(page) is { } inert
            ? Answer.Html(Write(source, source.Editions[at], snapshot, inert)) with { Foreign = true }
            : Instead(context, source, at, $"What was kept is no page that can be shown here ({snapshot.MediaType ?? "of unknown type"}, {snapshot.Length:N0} bytes).");
    }

    private static string Write(PublicSource source, KeptEdition edition, Snapshot snapshot, InertPage inert)
    {
        var html = new StringBuilder(inert.Html.Length + 4096);
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex, nofollow\"><meta name=\"referrer\" content=\"no-referrer\"><title>Kept copy: ").Append(Page.Encode(inert.Title ?? source.Name)).Append("</title><link rel=\"icon\" href=\"data:,\"><style>").Append(Style).Append("</style></head><body><div class=\"banner\" role=\"region\" aria-label=\"About this copy\" dir=\"ltr\"><p><strong>Kept copy</strong> of <a rel=\"noreferrer external\" href=\"").Append(Page.Encode(snapshot.Address)).Append("\">").Append(Page.Encode(snapshot.Address)).Append("</a>, captured ").Append(Page.Encode($"{edition.Captured.UtcDateTime:d MMMM yyyy, HH:mm:ss} UTC")).Append(", digest <code>").Append(Page.Encode(snapshot.Digest)).Append("</code>. Scripts, styles and pictures from elsewhere are left out.")
            .Append(inert.CutOff ? " The page was too long to be shown to its end." : "").Append("</p><p><a href=\"").Append(source.Path).Append("\">About this source and its editions</a></p></div><div class=\"page\"").Append(Languages.Attributes(inert.Language ?? source.Source.Language)).Append(inert.RightToLeft && !Languages.Attributes(inert.Language ?? source.Source.Language).Contains("dir=", StringComparison.Ordinal) ? " dir=\"rtl\"" : "").Append(" role=\"main\">").Append(inert.Html).Append("</div></body></html>\n");
        return html.ToString();
    }

    private static Answer Instead(Context context, PublicSource source, int at, string why) => Page.Of(
        context,
        "No page to show",
        "<meta name=\"robots\" content=\"noindex\">",
        $"<h1>No page to show</h1><p>{Page.Encode(why)}</p><p>{Page.Link(PublicSource.PathOf(source.Source.Id, source.Editions[at].Number), "To the text of this edition")}</p>",
        status: 404);
}
