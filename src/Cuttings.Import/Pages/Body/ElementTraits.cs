using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>Reads the traits of one element, and whether it is hidden.</summary>
internal static class ElementTraits
{
    public static Traits Of(IElement element, Tag tag, ClassWords words, out bool hidden)
    {
        hidden = false;
        var traits = tag switch
        {
            Tag.Navigation => Traits.Navigation,
            Tag.Footer => Traits.Footer,
            Tag.Aside => Traits.Sidebar,
            Tag.Caption => Traits.Caption,
            Tag.Main or Tag.Article => Traits.Content,
            _ => Traits.None,
        };
        var attributes = element.Attributes;
        for (var n = 0; n < attributes.Length; n++)
        {
            if (attributes[n] is not { } attribute)
            {
                continue;
            }

            switch (attribute.Name)
            {
                case "id":
                    traits |= words.Of(attribute.Value) is var said && said.Any(Traits.Foreign) && Slugs.Is(element, tag, attribute.Value) ? Traits.None : said;
                    break;
                case "class" or "role" or "data-component" or "data-component-name" or "data-testid" or "data-module" or "data-type" or "data-block":
                    traits |= words.Of(attribute.Value);
                    break;
                case "itemprop":
                    traits |= Property(attribute.Value);
                    break;
                case "rel":
                    traits |= attribute.Value.Contains("author", StringComparison.OrdinalIgnoreCase) ? Traits.Author : attribute.Value.Contains("tag", StringComparison.OrdinalIgnoreCase) ? Traits.Tags : Traits.None;
                    break;
                case "hidden":
                    hidden = true;
                    break;
                case "aria-hidden":
                    hidden |= attribute.Value == "true";
                    break;
                case "style":
                    hidden |= Hides(attribute.Value);
                    break;
            }
        }

        // A link that opens in a window of its own is no window.
        traits &= tag == Tag.Link ? ~Traits.Notice : (Traits)(-1);
        return tag is Tag.Text || element.LocalName is "body" or "html" ? Traits.None : traits;
    }

    private static Traits Property(string value) => value switch
    {
        "articleBody" => Traits.Body,
        "headline" => Traits.Title,
        "author" => Traits.Author,
        "datePublished" or "dateModified" or "dateCreated" => Traits.Meta,
        "comment" or "comments" => Traits.Comments,
        "caption" => Traits.Caption,
        "keywords" => Traits.Tags,
        "description" => Traits.Standfirst,
        _ => Traits.None,
    };

    private static bool Hides(string style)
    {
        var rest = style.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(';');
            var rule = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var colon = rule.IndexOf(':');
            if (colon > 0 && Is(rule[..colon], "display") && Is(First(rule[(colon + 1)..]), "none")
                || colon > 0 && Is(rule[..colon], "visibility") && Is(First(rule[(colon + 1)..]), "hidden"))
            {
                return true;
            }
        }

        return false;

        static bool Is(ReadOnlySpan<char> text, string word) => text.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

        static ReadOnlySpan<char> First(ReadOnlySpan<char> text)
        {
            var mark = text.IndexOf('!');
            return mark < 0 ? text : text[..mark];
        }
    }
}
