namespace Cuttings.Import;

/// <summary>A format that can be read.</summary>
public enum ImportFormat
{
    /// <summary>The exchange format: `exchange`.</summary>
    Exchange,

    /// <summary>The text of a saved page: `saved-page`.</summary>
    SavedPage,

    /// <summary>A web page in HTML: `page`.</summary>
    Page,

    /// <summary>A page saved with all its parts in one file (RFC 2557): `mhtml`.</summary>
    Mhtml,

    /// <summary>RSS, RDF, Atom or JSON Feed: `feed`.</summary>
    Feed,

    /// <summary>A list of subscriptions: `opml`.</summary>
    Opml,

    /// <summary>A WordPress export (WXR): `wordpress`.</summary>
    WordPress,

    /// <summary>WARC, ARC or WACZ: `web-archive`.</summary>
    WebArchive,
}

/// <summary>The formats by the names that the command line gives them.</summary>
public static class ImportFormats
{
    /// <summary>The names, `auto` first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", "exchange", "saved-page", "page", "mhtml", "feed", "opml", "wordpress", "web-archive"];

    /// <summary>Reads a name; `auto` gives null: guess each file by its content.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.Usage"/> for another name.</exception>
    public static ImportFormat? Parse(string name) => name switch
    {
        "auto" => null,
        "exchange" => ImportFormat.Exchange,
        "saved-page" => ImportFormat.SavedPage,
        "page" => ImportFormat.Page,
        "mhtml" => ImportFormat.Mhtml,
        "feed" => ImportFormat.Feed,
        "opml" => ImportFormat.Opml,
        "wordpress" => ImportFormat.WordPress,
        "web-archive" => ImportFormat.WebArchive,
        _ => throw new CuttingsException(ErrorKind.Usage, $"There is no format '{name}': choose {string.Join(", ", Names)}."),
    };
}
