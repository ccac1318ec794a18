using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>What one walk over a page, or over a part of it, has collected for all the facts.</summary>
internal sealed class ScannedPage
{
    /// <summary>The meta elements by name, property or itemprop, lower case, in order.</summary>
    public Dictionary<string, List<string>> Metas { get; } = new(StringComparer.Ordinal);

    public List<PageLink> Links { get; } = [];

    /// <summary>The scripts of type application/ld+json.</summary>
    public List<string> JsonLd { get; } = [];

    public string? Title { get; set; }

    public string? HtmlLanguage { get; set; }

    /// <summary>The address that relative ones stand on, as written.</summary>
    public string? Base { get; set; }

    /// <summary>Elements that may name a fact.</summary>
    public List<Mark> Marks { get; } = [];

    /// <summary>Where a link called "Older posts" leads, as written.</summary>
    public string? Older { get; set; }

    /// <summary>Elements that blog programs put around a post.</summary>
    public List<IElement> Containers { get; } = [];

    /// <summary>The page's text as it is seen, a line each block.</summary>
    public List<TextLine> Lines { get; } = [];

    /// <summary>The comments before the page's own elements.</summary>
    public List<string> HeadComments { get; } = [];

    /// <summary>The classes of body and html, as words.</summary>
    public string BodyWords { get; set; } = "";

    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Metas.TryGetValue(name, out var values))
            {
                return values[0];
            }
        }

        return null;
    }

    public IEnumerable<string> All(params string[] names) => names.SelectMany(name => Metas.TryGetValue(name, out var values) ? values : []);
}

/// <summary>A link element of the head.</summary>
internal sealed record PageLink(string Rel, string Address, string? Type, string? Title, string? Language);

/// <summary>A line of what is seen.</summary>
/// <param name="Text">White space collapsed, cut at <see cref="PageScan.LongestLine"/>.</param>
/// <param name="Zone">Where it stands.</param>
/// <param name="Heading">1 to 6 for a heading, else 0.</param>
/// <param name="Linked">How much of it is links, in characters.</param>
internal sealed record TextLine(string Text, Zone Zone, int Heading, int Linked)
{
    private int weight = -1;

    /// <summary>How much it says (<see cref="TextWeight"/>).</summary>
    public int Weight => weight < 0 ? weight = TextWeight.Of(Text) : weight;

    public bool IsProse => Heading == 0 && Linked * 2 < Text.Length && Text.Length >= 25 && Weight >= 25;
}

/// <summary>An element that may name a fact.</summary>
/// <param name="Element">The element.</param>
/// <param name="Kind">Which fact.</param>
/// <param name="Line">The number of the line in which it begins.</param>
/// <param name="Zone">Where it stands.</param>
/// <param name="Words">Its class and id as words.</param>
internal sealed record Mark(IElement Element, MarkKind Kind, int Line, Zone Zone, string Words)
{
    private string? text;

    public string Text => text ??= NodeText.Of(Element, 600);
}

/// <summary>Which fact an element may name; several may be.</summary>
[Flags]
internal enum MarkKind
{
    None = 0,
    Heading = 1,
    Title = 2,
    Writer = 4,
    Date = 8,
    Standfirst = 16,
    Logo = 32,
    Section = 64,
    Tag = 128,
    Picture = 256,
    NextPage = 512,
}
