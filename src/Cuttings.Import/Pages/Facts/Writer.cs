namespace Cuttings.Import.Pages.Facts;

/// <summary>A writer as read from a byline.</summary>
/// <param name="Name">As printed, without "By" and without titles of office.</param>
/// <param name="IsBody">An agency, a desk, a newspaper.</param>
internal readonly record struct Writer(string Name, bool IsBody)
{
    public string Key => TitleWords.Key(Name);

    /// <summary>Whether the page says for machines that it is a person.</summary>
    public bool IsSaidPerson { get; init; }

    /// <summary>Whether both are one person or body, one of them perhaps with more of the name.</summary>
    public bool IsSame(Writer other) => Key == other.Key || Key.Length > 6 && other.Key.Length > 6 && (Key.Contains(other.Key, StringComparison.Ordinal) || other.Key.Contains(Key, StringComparison.Ordinal));
}
