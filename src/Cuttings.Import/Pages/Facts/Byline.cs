namespace Cuttings.Import.Pages.Facts;

/// <summary>The writers that a page prints.</summary>
/// <param name="Writers">Who they are.</param>
/// <param name="IsSure">Whether the page leaves no doubt that they wrote it.</param>
/// <param name="IsLabelled">Whether the line says that it is a byline.</param>
internal sealed record Byline(List<Writer> Writers, bool IsSure, bool IsLabelled)
{
    /// <summary>The class names and the like of its element.</summary>
    public string Words { get; init; } = "";

    public int Count => Writers.Count;
}
