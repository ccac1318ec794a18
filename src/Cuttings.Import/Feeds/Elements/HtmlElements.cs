using System.Collections.Frozen;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>The elements by whose tags a text is told to be HTML.</summary>
internal static class HtmlElements
{
    public static FrozenSet<string> Known { get; } =
        ("a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup data dd del details dfn dialog dir div dl dt "
        + "em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee menu meta nav nobr noscript "
        + "object ol optgroup option p param picture pre q rb rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td textarea tfoot th thead time title tr track tt u ul var video wbr "
        + "math o:p").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those whose text no reader of a page sees as text of it, or that have none.</summary>
    public static FrozenSet<string> Unseen { get; } = "base body button canvas embed frame frameset form head html iframe input link meta noscript object option param script select style svg textarea title".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static FrozenSet<string> Void { get; } = "area base br col embed hr img input link meta param source track wbr".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
