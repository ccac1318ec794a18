using System.Collections.Frozen;

namespace Cuttings.Import.Pages.Body;

/// <summary>What kind of element it is, as far as that tells about its text.</summary>
internal enum Tag
{
    /// <summary>Text itself.</summary>
    Text,
    Inline,
    Link,
    Break,
    Block,
    Paragraph,
    Heading,
    List,
    Item,
    Quotation,
    Preformatted,
    Table,
    Row,
    Cell,
    Article,
    Section,
    Main,
    Header,
    Footer,
    Aside,
    Navigation,
    Figure,
    Caption,
    Form,
    Address,
    Rule,
    Time,

    /// <summary>An element that goes with everything in it.</summary>
    Dropped,

    /// <summary>A copy for readers without scripts.</summary>
    NoScript,
}

/// <summary>Tells the kind of an element by its name.</summary>
internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> Known = new Dictionary<string, Tag>(StringComparer.Ordinal)
    {
        ["a"] = Tag.Link, ["br"] = Tag.Break, ["p"] = Tag.Paragraph, ["pre"] = Tag.Preformatted, ["listing"] = Tag.Preformatted,
        ["h1"] = Tag.Heading, ["h2"] = Tag.Heading, ["h3"] = Tag.Heading, ["h4"] = Tag.Heading, ["h5"] = Tag.Heading, ["h6"] = Tag.Heading,
        ["ul"] = Tag.List, ["ol"] = Tag.List, ["menu"] = Tag.List, ["dir"] = Tag.List, ["dl"] = Tag.List, ["li"] = Tag.Item, ["dt"] = Tag.Item, ["dd"] = Tag.Item,
        ["blockquote"] = Tag.Quotation, ["table"] = Tag.Table, ["tr"] = Tag.Row, ["td"] = Tag.Cell, ["th"] = Tag.Cell,
        ["article"] = Tag.Article, ["section"] = Tag.Section, ["main"] = Tag.Main, ["header"] = Tag.Header, ["footer"] = Tag.Footer, ["aside"] = Tag.Aside, ["nav"] = Tag.Navigation,
        ["figure"] = Tag.Figure, ["figcaption"] = Tag.Caption, ["caption"] = Tag.Caption, ["amp-fit-text"] = Tag.Block, ["form"] = Tag.Form, ["fieldset"] = Tag.Form, ["address"] = Tag.Address,
        ["hr"] = Tag.Rule, ["time"] = Tag.Time, ["noscript"] = Tag.NoScript,
        ["script"] = Tag.Dropped, ["style"] = Tag.Dropped, ["input"] = Tag.Dropped, ["embed"] = Tag.Dropped, ["link"] = Tag.Dropped, ["meta"] = Tag.Dropped,
        ["amp-ad"] = Tag.Dropped, ["amp-sidebar"] = Tag.Dropped, ["amp-embed"] = Tag.Dropped, ["amp-social-share"] = Tag.Dropped, ["label"] = Tag.Dropped, ["menuitem"] = Tag.Dropped,
        ["rt"] = Tag.Inline, ["rp"] = Tag.Inline,
    }.Concat(Html.HtmlNames.Dropped.Where(name => name is not ("script" or "style" or "noscript")).Select(name => KeyValuePair.Create(name, Tag.Dropped)))
    .ToFrozenDictionary(StringComparer.Ordinal);

    public static Tag Of(string name) => Known.TryGetValue(name, out var tag) ? tag : Html.HtmlNames.Blocks.Contains(name) ? Tag.Block : Tag.Inline;

    /// <summary>Whether text before and after its edges belongs to different blocks.</summary>
    public static bool EndsBlock(this Tag tag) => tag is >= Tag.Block and not Tag.Time and not Tag.NoScript and not Tag.Dropped;
}
