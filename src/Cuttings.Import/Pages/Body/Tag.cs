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
    private static readonly FrozenDictionary<string, Tag> Known = new (Tag Tag, string Names)[]
    {
        (Tag.Link, "a"),
        (Tag.Break, "br"),
        (Tag.Block, "amp-fit-text"),
        (Tag.Paragraph, "p"),
        (Tag.Heading, "h1 h2 h3 h4 h5 h6"),
        (Tag.List, "ul ol menu dir dl"),
        (Tag.Item, "li dt dd"),
        (Tag.Quotation, "blockquote"),
        (Tag.Preformatted, "pre listing"),
        (Tag.Table, "table"),
        (Tag.Row, "tr"),
        (Tag.Cell, "td th"),
        (Tag.Article, "article"),
        (Tag.Section, "section"),
        (Tag.Main, "main"),
        (Tag.Header, "header"),
        (Tag.Footer, "footer"),
        (Tag.Aside, "aside"),
        (Tag.Navigation, "nav"),
        (Tag.Figure, "figure"),
        (Tag.Caption, "figcaption caption"),
        (Tag.Form, "form fieldset"),
        (Tag.Address, "address"),
        (Tag.Rule, "hr"),
        (Tag.Time, "time"),
        (Tag.NoScript, "noscript"),
        (Tag.Dropped, "input embed link meta label menuitem amp-ad amp-sidebar amp-embed amp-social-share"),
        (Tag.Dropped, string.Join(' ', Html.HtmlNames.Dropped.Where(name => name != "noscript"))),
    }.SelectMany(kind => kind.Names.Split(' '), (kind, name) => KeyValuePair.Create(name, kind.Tag)).ToFrozenDictionary(StringComparer.Ordinal);

    public static Tag Of(string name) => Known.TryGetValue(name, out var tag) ? tag : Html.HtmlNames.Blocks.Contains(name) ? Tag.Block : Tag.Inline;

    /// <summary>Whether text before and after its edges belongs to different blocks.</summary>
    public static bool EndsBlock(this Tag tag) => tag is >= Tag.Block and not Tag.Time and not Tag.NoScript and not Tag.Dropped;
}
