using AngleSharp.Dom;
using Cuttings.Articles;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Chooses the leading picture, with its alt text and caption where it stands on the page.</summary>
internal static class ImageFact
{
    public static ArticleImage? Find(ScannedPage page, LinkedArticle? article, string? address, FoundTitle? title)
    {
        foreach (var stated in new[] { page.Meta("og:image:secure_url", "og:image", "og:image:url"), article?.Image, page.Meta("twitter:image", "twitter:image:src"), page.Meta("parsely-image-url", "sailthru.image.full"), page.Meta("image", "thumbnail") })
        {
            if (AddressFact.Resolve(stated, page.Base ?? address) is { } picture && !IsLogo(picture))
            {
                var shown = page.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Picture)).Take(200).FirstOrDefault(mark => FileName(Source(mark.Element)) is { Length: > 4 } name && name == FileName(picture));
                return new(picture, Or(shown?.Element.GetAttribute("alt")) ?? Or(page.Meta("og:image:alt", "twitter:image:alt")), shown is null ? article?.ImageCaption : Caption(shown.Element) ?? article?.ImageCaption);
            }
        }

        // The first picture of the article itself, below its title.
        var first = page.Marks.FirstOrDefault(mark => mark.Kind.HasFlag(MarkKind.Picture) && mark.Zone.HasFlag(Zone.Figure) && (mark.Zone & Zone.Elsewhere) == Zone.None && mark.Line >= (title?.Line ?? 0) && mark.Line <= Math.Max(0, title?.Line ?? 0) + 25);
        return first is not null && AddressFact.Resolve(Source(first.Element), page.Base ?? address) is { } source ? new(source, Or(first.Element.GetAttribute("alt")), Caption(first.Element)) : null;
    }

    private static string? Source(IElement image) => image.GetAttribute("src") is { Length: > 0 } source && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? source : image.GetAttribute("data-src") ?? image.GetAttribute("data-lazy-src") ?? image.GetAttribute("data-original");

    private static string? Caption(IElement image)
    {
        var around = image.ParentElement;
        for (var depth = 0; around is not null && depth < 5; depth++, around = around.ParentElement)
        {
            if (around.LocalName == "figure" || ElementWords.HasAny(ElementWords.Of(around), "caption", "figure"))
            {
                var caption = around.QuerySelector("figcaption") ?? around.QuerySelector(".caption,.wp-caption-text,[class*=caption]");
                return caption is null ? null : Or(NodeText.Of(caption, 500));
            }
        }

        return null;
    }

    private static string FileName(string? address) => address is null ? "" : address.Split('?', '#')[0].Split('/')[^1];

    private static bool IsLogo(string address) => FileName(address).Contains("logo", StringComparison.OrdinalIgnoreCase) || FileName(address).Contains("placeholder", StringComparison.OrdinalIgnoreCase);

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : NodeText.Collapse(text, 1000);
}
