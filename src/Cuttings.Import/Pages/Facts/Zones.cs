using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Tells what a part of a page is for.</summary>
internal static class Zones
{
    public static Zone Of(IElement element, string words, Zone around)
    {
        var name = element.LocalName;
        var zone = NodeText.IsUnseen(element) ? Zone.Hidden : Zone.None;
        switch (name)
        {
            case "article" or "main":
                return zone | Zone.Article;
            case "nav":
                return zone | Zone.Navigation;
            case "aside":
                return zone | Zone.Aside;
            case "footer":
                return zone | Zone.Footer;
            case "figure" or "figcaption" or "picture" or "video":
                return zone | Zone.Figure;
            case "header" when !around.HasFlag(Zone.Article):
                zone |= Zone.SiteHeader;
                break;
        }

        if (element.GetAttribute("role") is { } role)
        {
            zone |= role switch
            {
                "banner" => Zone.SiteHeader,
                "navigation" or "menu" or "menubar" => Zone.Navigation,
                "contentinfo" => Zone.Footer,
                "complementary" => Zone.Aside,
                "main" or "article" => Zone.Article,
                _ => Zone.None,
            };
        }

        if (words.Length == 0 || name is "body" or "html" or "h1" or "h2" or "time" or "meta")
        {
            return zone;
        }

        if (ElementWords.HasAny(words, "comments", "commentlist", "comment", "disqus", "respond", "replies", "livefyre"))
        {
            // A link to the comments is not the comments.
            zone |= name is "a" or "span" or "p" ? Zone.None : Zone.Comments;
        }

        if (ElementWords.HasAny(words, "related", "recommended", "recommendations", "recirc", "recirculation", "trending", "outbrain", "taboola", "popular", "promo", "newsletter", "readnext", "morefrom", "upnext", "ranking")
            || ElementWords.HasAny(words, "teaser", "teasers") && !ElementWords.HasAny(words, "node", "post", "hentry")
            || ElementWords.Has(words, "more") && ElementWords.HasAny(words, "stories", "news", "articles", "from")
            || ElementWords.Has(words, "most") && ElementWords.HasAny(words, "read", "viewed", "shared"))
        {
            zone |= name is "article" or "main" or "section" && ElementWords.Has(words, "story") ? Zone.None : Zone.Related;
        }

        if (ElementWords.HasAny(words, "sidebar", "widget", "widgets") && !ElementWords.HasAny(words, "content", "main", "layout", "with", "has", "no"))
        {
            zone |= Zone.Aside;
        }

        if (ElementWords.HasAny(words, "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs"))
        {
            zone |= Zone.Navigation;
        }

        if (ElementWords.HasAny(words, "footer", "colophon", "copyright") && !ElementWords.HasAny(words, "post", "entry", "article"))
        {
            zone |= Zone.Footer;
        }

        if (ElementWords.HasAny(words, "masthead", "banner", "topbar", "siteheader", "sitename", "logo") || ElementWords.Has(words, "header") && (ElementWords.HasAny(words, "site", "page", "global", "main") || words == " header "))
        {
            zone |= !around.HasFlag(Zone.Article) ? Zone.SiteHeader : Zone.None;
        }

        if (ElementWords.HasAny(words, "bio", "biography", "authorbox", "aboutauthor") && !ElementWords.HasAny(words, "hasnt", "no", "without") || ElementWords.Has(words, "author") && ElementWords.HasAny(words, "box", "about", "description", "card"))
        {
            zone |= Zone.Biography;
        }

        return ElementWords.HasAny(words, "caption", "wp-caption", "gallery") ? zone | Zone.Figure : zone;
    }
}
