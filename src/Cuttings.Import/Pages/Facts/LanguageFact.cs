using Cuttings.Vocabulary;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Chooses the language: what the page declares, unless its own words are of another one.</summary>
internal static class LanguageFact
{
    public static string? Find(ScannedPage page, LinkedArticle? article)
    {
        var declared = new[] { page.HtmlLanguage, page.Meta("content-language"), article?.Language, page.Meta("og:locale"), page.Meta("dc.language", "dcterms.language", "language") }
            .Select(Tag).FirstOrDefault(tag => tag is not null);
        var prose = page.Lines.Where(line => line.IsProse && (line.Zone & Zone.Elsewhere) == Zone.None).Select(line => line.Text).ToList();
        var told = LanguageOfText.Of(prose.Count > 0 ? prose : page.Lines.Where(line => (line.Zone & Zone.Elsewhere) == Zone.None).Select(line => line.Text));
        if (told is null)
        {
            return declared;
        }

        if (declared is null)
        {
            return told;
        }

        // zh, zh-TW and zh-Hant are one, and so are the Norwegians'; the declared tag may say more.
        var (one, other) = (Primary(declared), Primary(told));
        return one == other || one is "nb" or "nn" && other == "no" || other is "no" or "da" && one is "no" or "nb" or "nn" or "da" || one is "ms" or "id" && other == "id" || one is "gl" or "ca" ? declared : told;
    }

    private static string Primary(string tag) => tag.Split('-')[0];

    private static string? Tag(string? text)
    {
        var plain = text?.Split(',', ';')[0].Trim().Replace('_', '-') ?? "";
        return plain.ToLowerInvariant() switch
        {
            "" or "und" or "x-default" or "mul" or "default" => null,
            "english" => "en",
            "korean" or "kr" => "ko",
            "chinese" or "cn" => "zh",
            "jp" => "ja",
            "deutsch" or "german" => "de",
            _ => LanguageTag.TryParse(plain, out var tag) ? tag : null,
        };
    }
}
