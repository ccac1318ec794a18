namespace Cuttings.Import.Pages.Body;

/// <summary>What an element says of itself by its name, class, id, role and microdata. The words are in `Words/classes.txt`.</summary>
[Flags]
internal enum Traits
{
    None = 0,
    Body = 1 << 0,
    Comments = 1 << 1,
    Related = 1 << 2,
    Share = 1 << 3,
    Newsletter = 1 << 4,
    Advert = 1 << 5,
    Navigation = 1 << 6,
    Author = 1 << 7,
    Meta = 1 << 8,
    Caption = 1 << 9,
    Footer = 1 << 10,
    Sidebar = 1 << 11,
    Hidden = 1 << 12,
    Title = 1 << 13,
    Standfirst = 1 << 14,
    Tags = 1 << 15,
    Paywall = 1 << 16,
    Pullquote = 1 << 17,
    Notice = 1 << 18,
    Content = 1 << 19,
    Control = 1 << 20,

    /// <summary>One of several cards, each with a linked heading and a few lines.</summary>
    Teaser = 1 << 21,

    /// <summary>What may hold more prose than the article and is still none of it.</summary>
    Apart = Comments | Teaser | Related,

    /// <summary>What never belongs to the text.</summary>
    Foreign = Comments | Related | Share | Newsletter | Advert | Navigation | Author | Meta | Caption | Footer | Sidebar | Hidden | Title | Tags | Paywall | Pullquote | Notice | Control | Teaser,
}

/// <summary>Asks of traits.</summary>
internal static class TraitsAsked
{
    /// <summary>Whether any of these is among them.</summary>
    public static bool Any(this Traits traits, Traits of) => (traits & of) != Traits.None;
}
