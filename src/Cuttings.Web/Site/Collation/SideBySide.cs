using System.Text;
using Cuttings.Collation;

namespace Cuttings.Web.Site.Collation;

/// <summary>Sentence by sentence: the cutting on the one side, what it was made of on the other.</summary>
internal static class SideBySide
{
    // Longer stretches between two passages of one sentence are not shown.
    private const int Bridge = 40;

    public static void Write(StringBuilder html, Collated collated, string? language, string? url, string prefix)
    {
        html.Append("<p class=\"legend\"><del>Struck</del> was left out of a sentence, <ins>underlined</ins> was put in; dotted where the excerpt shows it by a mark.</p><div class=\"side\"").Append(Languages.Attributes(language)).Append("><div class=\"row head\" lang=\"en\"><p>The cutting</p><p>The source</p></div>");
        if (collated.Headline is { } headline)
        {
            Row(html, collated, headline, url, prefix);
        }

        LeftOut(html, collated, 0, prefix);
        foreach (var sentence in collated.Sentences)
        {
            Row(html, collated, sentence, url, prefix);
            LeftOut(html, collated, sentence.Number, prefix);
        }

        html.Append("</div>");
    }

    private static void Row(StringBuilder html, Collated collated, CollatedSentence sentence, string? url, string prefix)
    {
        var elsewhere = collated.Elsewhere.Contains(sentence.Number);
        html.Append("<div class=\"row\" id=\"").Append(prefix).Append('c').Append(sentence.Number).Append("\"><p class=\"here\"><span class=\"n\">").Append(sentence.Number == 0 ? "headline" : sentence.Number.ToString()).Append("</span> ");
        Here(html, collated, sentence);
        html.Append("</p><p class=\"there\"><span class=\"verdict\">").Append(elsewhere ? "in another source" : CollationJson.Name(sentence.Verdict)).Append("</span> ");
        There(html, collated, sentence);
        if (url is not null && sentence.Source is [var first, ..] && collated.SourceText.Length > 0 && Fragment(collated.SourceText, first) is { } fragment)
        {
            html.Append(" <a class=\"place\" rel=\"noreferrer external\" href=\"").Append(Page.Encode(url.Split('#')[0] + fragment)).Append("\">in the original</a>");
        }

        html.Append("</p>");
        if (!elsewhere && sentence.Warnings.Length > 0)
        {
            html.Append("<div class=\"beside\" lang=\"en\">");
            Differences.Warnings(html, sentence.Warnings, "");
            html.Append("</div>");
        }

        html.Append("</div>");
    }

    private static void Here(StringBuilder html, Collated collated, CollatedSentence sentence)
    {
        var at = sentence.Cutting.Start;
        foreach (var variant in sentence.Variants.Where(variant => variant.CuttingAt.Length > 0 && !Differences.MovesAll(sentence, variant)).OrderBy(variant => variant.CuttingAt.Start))
        {
            if (variant.CuttingAt.Start < at)
            {
                continue;
            }

            html.Append(Differences.Text(collated.CuttingText[at..variant.CuttingAt.Start]));
            Differences.PutIn(html, variant, brackets: false);
            at = variant.CuttingAt.End;
        }

        html.Append(Differences.Text(collated.CuttingText[Math.Min(at, sentence.Cutting.End)..sentence.Cutting.End]));
    }

    private static void There(StringBuilder html, Collated collated, CollatedSentence sentence)
    {
        var pieces = sentence.Source.Where(passage => passage.Length > 0).Select(passage => (At: passage, Variant: (Variant?)null))
            .Concat(sentence.Variants.Where(variant => variant.SourceAt.Length > 0 && !Differences.MovesAll(sentence, variant)).Select(variant => (At: variant.SourceAt, Variant: (Variant?)variant)))
            .OrderBy(piece => piece.At.Start).ThenByDescending(piece => piece.Variant is null)
            .ToList();
        var at = -1;
        foreach (var (passage, variant) in pieces)
        {
            var start = Math.Max(passage.Start, at);
            if (start >= passage.End)
            {
                continue;
            }

            html.Append(at < 0 ? "" : start - at <= Bridge ? Differences.Text(collated.SourceText[at..start]) : " <span class=\"grey\">…</span> ");
            var words = collated.SourceText[start..passage.End];
            if (variant is null)
            {
                html.Append("<span class=\"taken\">").Append(Differences.Text(words)).Append("</span>");
            }
            else
            {
                Differences.LeftOut(html, words, variant.Marked);
            }

            at = passage.End;
        }
    }

    private static void LeftOut(StringBuilder html, Collated collated, int after, string prefix)
    {
        foreach (var omission in collated.Omissions.Where(omission => omission.After == after))
        {
            var text = omission.Source.Of(collated.SourceText);
            if (omission.Words > 0)
            {
                html.Append("<div class=\"row gap\" id=\"").Append(prefix).Append("after-").Append(after).Append("\"><p class=\"here grey\" lang=\"en\">").Append(omission.Marked ? "left out, marked" : "left out, no mark").Append("</p>");
                html.Append(text.Length == 0 ? $"<p class=\"there grey\" lang=\"en\">{omission.Words} words</p>" : $"<details class=\"there left\"><summary lang=\"en\">show {omission.Words} {(omission.Words == 1 ? "word" : "words")}</summary>{Page.Encode(text).Replace("\n\n", "<br>", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)}</details>");
            }
            else
            {
                html.Append("<div class=\"row gap\"><p class=\"here grey\" lang=\"en\">a mark between sentences</p>");
            }

            if (omission.Warnings.Length > 0)
            {
                html.Append("<div class=\"beside\" lang=\"en\">");
                Differences.Warnings(html, omission.Warnings, "");
                html.Append("</div>");
            }

            html.Append("</div>");
        }
    }

    // A text fragment (WICG) leads to the words in the page itself.
    private static string? Fragment(string text, Passage passage)
    {
        var words = passage.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3)
        {
            return null;
        }

        var start = string.Join(' ', words.Take(5));
        var end = words.Length > 12 ? string.Join(' ', words.TakeLast(4)) : null;
        return "#:~:text=" + Encode(words.Length <= 12 ? string.Join(' ', words) : start) + (end is null ? "" : "," + Encode(end));

        static string Encode(string part) => Uri.EscapeDataString(part).Replace("-", "%2D", StringComparison.Ordinal);
    }
}
