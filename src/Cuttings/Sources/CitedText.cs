namespace Cuttings.Sources;

/// <summary>The text that a cutting brings with its source.</summary>
public static class CitedText
{
    /// <summary>The last edition's text, paragraphs parted by a blank line; null where only bytes, or nothing, were kept.</summary>
    public static string? Of(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Editions.LastOrDefault(edition => !edition.Text.IsEmpty) is { } edition ? string.Join("\n\n", edition.Text) : null;
    }
}
