namespace Cuttings.Import.Feeds;

/// <summary>How much of a feed is read, so that none can hold this program up.</summary>
public static class FeedLimits
{
    /// <summary>The largest feed, in bytes.</summary>
    public const int Largest = 32 * 1024 * 1024;

    /// <summary>The most entries; those beyond are left out, and that is said.</summary>
    public const int MostItems = 50_000;

    /// <summary>The deepest nesting of elements; what lies deeper counts as the text of the last one.</summary>
    internal const int Deepest = 96;

    /// <summary>The most elements and attributes of one entry, or of the feed without its entries.</summary>
    internal const int MostNodes = 60_000;

    /// <summary>The most sentences about damage.</summary>
    internal const int MostDamage = 20;

    /// <summary>The most values of a field that may stand several times.</summary>
    internal const int MostValues = 200;
}
