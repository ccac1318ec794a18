namespace Cuttings.Import.Pages.Body;

/// <summary>What is already known of an article, so that it can leave the text.</summary>
/// <param name="Title">The title, without the site's name.</param>
/// <param name="Standfirst">The standfirst.</param>
/// <param name="Writers">The writers' names.</param>
/// <param name="DateTexts">The dates as the page prints them.</param>
/// <param name="Outlet">The outlet's name.</param>
/// <param name="LinkedData">The page's JSON-LD; null where nobody has looked for it yet.</param>
internal sealed record BodyHints(string? Title = null, string? Standfirst = null, IReadOnlyList<string>? Writers = null, IReadOnlyList<string>? DateTexts = null, string? Outlet = null, IReadOnlyList<string>? LinkedData = null)
{
    private List<string>? names;

    /// <summary>The writers, the dates and the outlet as <see cref="Lines.Plain"/> has them, those long enough to be told in a line.</summary>
    public List<string> PlainNames => names ??= [.. (Writers ?? []).Concat(DateTexts ?? []).Append(Outlet).Select(Lines.Plain).Where(name => name.Length > 3 || name.Length > 1 && name[0] >= 0x1100)];
}
