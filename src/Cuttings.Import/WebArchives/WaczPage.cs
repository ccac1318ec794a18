namespace Cuttings.Import.WebArchives;

/// <summary>A page that a WACZ file lists (WACZ 1.1.1, pages.jsonl).</summary>
/// <param name="Url">Its address.</param>
/// <param name="Captured">When it was captured (`ts`).</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its text, for the viewer's search.</param>
public sealed record WaczPage(string Url, DateTimeOffset? Captured, string? Title = null, string? Text = null);
