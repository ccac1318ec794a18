namespace Cuttings.Duplicates;

/// <summary>What <see cref="Stories"/> remembers of an article: digests and figures, no text.</summary>
internal sealed record StoryEntry(long Id, ulong Address, ulong Title, long Published, int Day, ulong Outlet, ulong Credited, int Words)
{
    /// <summary>For an article whose day of publication is not known.</summary>
    public const int NoDay = int.MinValue;

    public static StoryEntry Of(StoryArticle article)
    {
        var title = article.Title is null ? null : TitleKey.Of(article.Title);
        // A month or a year is no date to go by; of a day the end is what is certain.
        var known = article.Published is { } date && date.Latest - date.Earliest < TimeSpan.FromHours(25);
        return new(
            article.Id,
            Digest(Telling(article.Key ?? CanonicalAddress.Of(article.Address))),
            title is not null && TitleKey.IsTelling(title) ? Digest(title) : 0,
            known ? article.Published!.Latest.UtcTicks : long.MaxValue,
            known ? (int)(article.Published!.Earliest.UtcTicks / TimeSpan.TicksPerDay) : NoDay,
            Digest(Name(article.Outlet)),
            Digest(Name(article.Credited)),
            article.Words);
    }

    /// <summary>Days between two articles; null where a day is not known.</summary>
    public int? DaysTo(StoryEntry other) => Day == NoDay || other.Day == NoDay ? null : Math.Abs(Day - other.Day);

    /// <summary>True where both are known to be of one outlet.</summary>
    public bool IsOfOutletOf(StoryEntry other) => Outlet != 0 && Outlet == other.Outlet;

    // A site's front page is nobody's article, though feeds give it as the address of their entries.
    private static string? Telling(string? address) => address is null || address.IndexOf('/', "https://".Length) == address.Length - 1 ? null : address;

    private static string? Name(string? outlet) => outlet is null ? null : TitleKey.Of(outlet) is { } key && key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : TitleKey.Of(outlet);

    private static ulong Digest(string? key) => key is null ? 0 : Math.Max(1, Digests.Of(key));
}
