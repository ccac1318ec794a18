namespace Cuttings.Import;

/// <summary>A format that can be read.</summary>
public enum ImportFormat
{
    /// <summary>The exchange format: `exchange`.</summary>
    Exchange,

    /// <summary>The text of a saved page: `saved-page`.</summary>
    SavedPage,
}

/// <summary>The formats by the names that the command line gives them.</summary>
public static class ImportFormats
{
    /// <summary>The names, `auto` first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", "exchange", "saved-page"];

    /// <summary>Reads a name; `auto` gives null: guess each file by its content.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.Usage"/> for another name.</exception>
    public static ImportFormat? Parse(string name) => name switch
    {
        "auto" => null,
        "exchange" => ImportFormat.Exchange,
        "saved-page" => ImportFormat.SavedPage,
        _ => throw new CuttingsException(ErrorKind.Usage, $"There is no format '{name}': choose {string.Join(", ", Names)}."),
    };
}
