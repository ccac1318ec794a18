namespace Cuttings.Import.WebArchives;

/// <summary>What was captured.</summary>
internal enum CapturedAs
{
    /// <summary>Nothing that articles are read from.</summary>
    Other,

    /// <summary>A page.</summary>
    Page,

    /// <summary>What may be a feed.</summary>
    Feed,
}
