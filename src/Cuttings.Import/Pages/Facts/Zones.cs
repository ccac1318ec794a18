namespace Cuttings.Import.Pages.Facts;

/// <summary>Tells what a part of a page is for.</summary>
internal static class Zones
{
    public static Zone Of(string name, in ElementNames names, ElementWords words, Zone around)
    {
        var zone = NodeText.IsUnseen(name, names) ? Zone.Hidden : Zone.None;
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

        if (names.Role is { } role)
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

        if (words.Text.Length == 0 || name is "body" or "html" or "h1" or "h2" or "time" or "meta")
        {
            return zone;
        }

        return words.Signs == WordSign.None ? zone : zone | Said(name, words, around);
    }

    private static Zone Said(string name, ElementWords words, Zone around)
    {
        var zone = Zone.None;
        if (words.Say(WordSign.Comments) && (!words.Say(WordSign.Writer) || words.Text.Contains(" comment ", StringComparison.Ordinal)))
        {
            // A link to the comments is not the comments.
            zone |= name is "a" or "span" or "p" ? Zone.None : Zone.Comments;
        }

        if (words.Say(WordSign.Related)
            || words.Say(WordSign.Teaser) && !words.Say(WordSign.BlogPost)
            || words.Say(WordSign.More) && words.Say(WordSign.MoreOf)
            || words.Say(WordSign.Most) && words.Say(WordSign.MostOf))
        {
            zone |= name is "article" or "main" or "section" && words.Say(WordSign.Story) ? Zone.None : Zone.Related;
        }

        if (words.Say(WordSign.Sidebar) && !words.Say(WordSign.Layout))
        {
            zone |= Zone.Aside;
        }

        if (words.Say(WordSign.Menu))
        {
            zone |= Zone.Navigation;
        }

        if (words.Say(WordSign.Footer) && !words.Say(WordSign.OwnText))
        {
            zone |= Zone.Footer;
        }

        if (words.Say(WordSign.Masthead) || words.Say(WordSign.Header) && (words.Say(WordSign.Whole) || words.Text == " header "))
        {
            zone |= !around.HasFlag(Zone.Article) ? Zone.SiteHeader : Zone.None;
        }

        if (words.Say(WordSign.Biography) && !words.Say(WordSign.Without) || words.Say(WordSign.Author) && words.Say(WordSign.AuthorBox))
        {
            zone |= Zone.Biography;
        }

        return words.Say(WordSign.Caption) ? zone | Zone.Figure : zone;
    }
}
