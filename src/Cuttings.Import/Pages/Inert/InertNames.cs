using System.Collections.Frozen;

namespace Cuttings.Import.Pages.Inert;

/// <summary>The elements and attributes that an inert page may have. Everything else gives way to its content, or goes with it.</summary>
internal static class InertNames
{
    /// <summary>Elements that stay.</summary>
    public static FrozenSet<string> Kept { get; } = Set(
        "article aside section header footer nav main hgroup address div p br hr wbr h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption ul ol li dl dt dd details summary table caption colgroup col thead tbody tfoot tr th td "
        + "a abbr b bdi bdo big center cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span strike strong sub sup time tt u var");

    /// <summary>Elements that go with everything in them.</summary>
    public static FrozenSet<string> Dropped { get; } = Set("script style iframe noscript noembed noframes template title textarea svg math select datalist plaintext");

    /// <summary>Elements that have no end tag.</summary>
    public static FrozenSet<string> Void { get; } = Set("br hr wbr col");

    /// <summary>Elements at whose start an open paragraph ends.</summary>
    public static FrozenSet<string> EndsParagraph { get; } = Set(
        "article aside section header footer nav main hgroup address div p hr h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption ul ol li dl dt dd details summary table center");

    /// <summary>Elements that mean something inside a table only.</summary>
    public static FrozenSet<string> TableParts { get; } = Set("caption colgroup col thead tbody tfoot tr td th");

    /// <summary>Elements that an end tag from within does not close.</summary>
    public static FrozenSet<string> Walls { get; } = Set("table caption tr td th thead tbody tfoot");

    /// <summary>Elements inside a line: where their end tag comes too late, what it closes is opened anew.</summary>
    public static FrozenSet<string> Inline { get; } = Set(
        "a abbr b bdi bdo big cite code data del dfn em i ins kbd mark q s samp small span strike strong sub sup time tt u var");

    /// <summary>Which open elements a start tag ends, up to where.</summary>
    public static (FrozenSet<string> Ended, FrozenSet<string> Within)? EndedBy(string start) => start switch
    {
        "li" => (Items, Lists),
        "dt" or "dd" => (Terms, DefinitionLists),
        "td" or "th" => (Cells, Rows),
        "tr" => (RowParts, Bodies),
        "thead" or "tbody" or "tfoot" => (BodyParts, Tables),
        "rt" or "rp" or "rb" => (RubyParts, Rubies),
        _ => null,
    };

    private static readonly FrozenSet<string> Items = Set("li");
    private static readonly FrozenSet<string> Lists = Set("ul ol table td th");
    private static readonly FrozenSet<string> Terms = Set("dt dd");
    private static readonly FrozenSet<string> DefinitionLists = Set("dl table td th");
    private static readonly FrozenSet<string> Cells = Set("td th");
    private static readonly FrozenSet<string> Rows = Set("tr table");
    private static readonly FrozenSet<string> RowParts = Set("td th tr caption colgroup");
    private static readonly FrozenSet<string> Bodies = Set("thead tbody tfoot table");
    private static readonly FrozenSet<string> BodyParts = Set("td th tr thead tbody tfoot caption colgroup");
    private static readonly FrozenSet<string> Tables = Set("table");
    private static readonly FrozenSet<string> RubyParts = Set("rt rp rb");
    private static readonly FrozenSet<string> Rubies = Set("ruby");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
