using System.Text;
using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>Markup that stands as elements in a feed (XHTML, or HTML that nobody escaped), written out as HTML for the sanitizer, with its addresses made absolute by xml:base.</summary>
internal static class Markings
{
    public static string Write(Element element)
    {
        var html = new StringBuilder();
        WriteContent(element, html);
        return html.ToString();
    }

    // As deep as FeedLimits.Deepest allows.
    private static void WriteContent(Element element, StringBuilder html)
    {
        foreach (var part in element.Content)
        {
            if (part is string text)
            {
                html.Append(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
                continue;
            }

            var child = (Element)part;
            var name = child.Name.ToLowerInvariant();
            if (!name.All(char.IsAsciiLetterOrDigit))
            {
                WriteContent(child, html);
                continue;
            }

            html.Append('<').Append(name);
            foreach (var (key, value) in child.Attributes)
            {
                if (key is "href" or "src")
                {
                    Attribute(html, key, Addresses.Resolve(value, child.Base) ?? value);
                }
                else if (key is "alt" or "lang" or "xml:lang" or "title")
                {
                    Attribute(html, key == "xml:lang" ? "lang" : key, value);
                }
            }

            html.Append('>');
            WriteContent(child, html);
            if (!HtmlElements.Void.Contains(name))
            {
                html.Append("</").Append(name).Append('>');
            }
        }
    }

    private static void Attribute(StringBuilder html, string name, string value) =>
        html.Append(' ').Append(name).Append("=\"").Append(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)).Append('"');
}
