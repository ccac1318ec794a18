namespace Cuttings.Import.Pages.Body;

/// <summary>What is already known of an article, so that it can leave the text.</summary>
/// <param name="Title">The title, without the site's name.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Writers">The writers' names.</param>
/// <param name="DateTexts">The dates as the page prints them.</param>
/// <param name="Outlet">The outlet's name.</param>
internal sealed record BodyHints(string? Title = null, string? Standfirst = null, IReadOnlyList<string>? Writers = null, IReadOnlyList<string>? DateTexts = null, string? Outlet = null);
