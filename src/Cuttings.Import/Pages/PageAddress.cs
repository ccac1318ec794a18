using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cuttings.Sources;

namespace Cuttings.Import.Pages;

/// <summary>Gives a parsed page its address, as its `base`, so that every link is read against it.</summary>
internal static class PageAddress
{
    /// <param name="document">The page.</param>
    /// <param name="address">Its address.</param>
    /// <param name="mayHaveBase">Whether the page may have a `base` of its own.</param>
    public static void Set(IHtmlDocument document, string address, bool mayHaveBase)
    {
        if (!WebAddress.TryParse(address, out var known) || document.Head is not { } head)
        {
            return;
        }

        var own = mayHaveBase ? document.QuerySelector("base[href]") : null;
        if (own?.GetAttribute("href") is { } href)
        {
            own.SetAttribute("href", Uri.TryCreate(new Uri(known), href.Trim(), out var joined) ? joined.AbsoluteUri : known);
            return;
        }

        var made = document.CreateElement("base");
        made.SetAttribute("href", known);
        head.Prepend(made);
    }
}
