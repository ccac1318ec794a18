namespace Cuttings.Import.Pages.Facts;

/// <summary>What a part of a page is for, as its element and its class say.</summary>
[Flags]
internal enum Zone
{
    None = 0,

    /// <summary>The site's own head: logo, today's date.</summary>
    SiteHeader = 1,

    /// <summary>A menu.</summary>
    Navigation = 2,

    /// <summary>The site's or an article's foot.</summary>
    Footer = 4,

    /// <summary>A sidebar.</summary>
    Aside = 8,

    /// <summary>What readers wrote.</summary>
    Comments = 16,

    /// <summary>Other articles.</summary>
    Related = 32,

    /// <summary>What is not shown.</summary>
    Hidden = 64,

    /// <summary>Inside article or main.</summary>
    Article = 128,

    /// <summary>A picture or film with its caption.</summary>
    Figure = 256,

    /// <summary>Where an author is described.</summary>
    Biography = 512,

    /// <summary>What tells nothing of the article.</summary>
    Elsewhere = Navigation | Footer | Aside | Comments | Related | Hidden,
}
