using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace Cuttings.Import.Html;

/// <summary>The names of HTML elements by what becomes of them.</summary>
internal static class HtmlNames
{
    /// <summary>Elements that go with everything in them.</summary>
    public static FrozenSet<string> Dropped { get; } = Set(
        "script style iframe object applet svg math template noscript noembed noframes head title textarea select button datalist audio video canvas map frameset xmp plaintext");

    /// <summary>Elements at whose edges a block ends.</summary>
    public static FrozenSet<string> Blocks { get; } = Set(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul");

    /// <summary>Start tags that end an unclosed svg or math (WHATWG HTML 13.2.6.5).</summary>
    public static FrozenSet<string> LeaveDrawing { get; } = Set(
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var");

    /// <summary>How the text inside a dropped element is to be read, so that its end is found where a browser finds it.</summary>
    public static HtmlParseMode TextOf(string element) => element switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noscript" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
