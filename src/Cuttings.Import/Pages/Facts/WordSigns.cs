using System.Collections.Frozen;

namespace Cuttings.Import.Pages.Facts;

/// <summary>What the words of an element's class and id can be signs of; a word may be several.</summary>
[Flags]
internal enum WordSign : ulong
{
    None = 0,
    Comments = 1UL << 0,
    Related = 1UL << 1,
    Teaser = 1UL << 2,
    BlogPost = 1UL << 3,
    More = 1UL << 4,
    MoreOf = 1UL << 5,
    Most = 1UL << 6,
    MostOf = 1UL << 7,
    Story = 1UL << 8,
    Sidebar = 1UL << 9,
    Layout = 1UL << 10,
    Menu = 1UL << 11,
    Footer = 1UL << 12,
    OwnText = 1UL << 13,
    Masthead = 1UL << 14,
    Header = 1UL << 15,
    Whole = 1UL << 16,
    Biography = 1UL << 17,
    Without = 1UL << 18,
    Author = 1UL << 19,
    AuthorBox = 1UL << 20,
    Caption = 1UL << 21,
    Title = 1UL << 22,
    Titled = 1UL << 23,
    Microformat = 1UL << 24,
    Name = 1UL << 25,
    Secondary = 1UL << 26,
    Writer = 1UL << 27,
    By = 1UL << 28,
    ByOf = 1UL << 29,
    Date = 1UL << 30,
    Standfirst = 1UL << 31,
    Sub = 1UL << 32,
    SubOf = 1UL << 33,
    Logo = 1UL << 34,
    Site = 1UL << 35,
    SiteOf = 1UL << 36,
    Section = 1UL << 37,
    Tag = 1UL << 38,
    Post = 1UL << 39,
}

/// <summary>The words themselves.</summary>
internal static class WordSigns
{
    private static readonly FrozenDictionary<string, WordSign> Known = Read(new()
    {
        [WordSign.Comments] = "comments commentlist comment disqus respond replies livefyre comentarios commentaires kommentare kommentarer commenti reacties komentarze",
        [WordSign.Related] = "related recommended recommendations recirc recirculation trending outbrain taboola popular promo newsletter readnext morefrom upnext ranking",
        [WordSign.Teaser] = "teaser teasers",
        [WordSign.BlogPost] = "node post hentry",
        [WordSign.More] = "more",
        [WordSign.MoreOf] = "stories news articles from",
        [WordSign.Most] = "most",
        [WordSign.MostOf] = "read viewed shared",
        [WordSign.Story] = "story",
        [WordSign.Sidebar] = "sidebar widget widgets",
        [WordSign.Layout] = "content main layout with has no",
        [WordSign.Menu] = "nav navbar navigation menu breadcrumb breadcrumbs",
        [WordSign.Footer] = "footer colophon copyright",
        [WordSign.OwnText] = "post entry article",
        [WordSign.Masthead] = "masthead banner topbar siteheader sitename logo",
        [WordSign.Header] = "header",
        [WordSign.Whole] = "site page global main",
        [WordSign.Biography] = "bio biography authorbox aboutauthor",
        [WordSign.Without] = "hasnt no without",
        [WordSign.Author] = "author",
        [WordSign.AuthorBox] = "box about description card",
        [WordSign.Caption] = "caption captions figcaption cutline gallery bildunterschrift piefoto photocaption imagecaption",
        [WordSign.Title] = "headline title",
        [WordSign.Titled] = "headline entry post article story news blog main",
        [WordSign.Microformat] = "p",
        [WordSign.Name] = "name",
        [WordSign.Secondary] = "sub secondary",
        [WordSign.Writer] = "byline bylines author authors writer reporter journalist vcard contributor contributors auteur auteurs autor autores autore autori autora autheur verfasser redakteur firma signature bylinename authorname credits redaktion",
        [WordSign.By] = "by",
        [WordSign.ByOf] = "line entry post article",
        [WordSign.Date] = "date dates time published publish pubdate timestamp datetime updated modified posted dateline postdate pubtime created publishdate publication datum fecha data when ago",
        [WordSign.Standfirst] = "standfirst subtitle subhead subheadline subheading dek deck strapline chapo bajada summary intro excerpt tagline description subtitulo sottotitolo catenaccio",
        [WordSign.Sub] = "sub",
        [WordSign.SubOf] = "title head headline heading",
        [WordSign.Logo] = "logo",
        [WordSign.Site] = "site",
        [WordSign.SiteOf] = "title name",
        [WordSign.Section] = "category categories kicker section eyebrow cat",
        [WordSign.Tag] = "tags tag keywords",
        [WordSign.Post] = "hentry blogbody blogpost",
    });

    private static readonly FrozenDictionary<string, WordSign>.AlternateLookup<ReadOnlySpan<char>> Spans = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What any of the words between the spaces says.</summary>
    public static WordSign Of(ReadOnlySpan<char> words)
    {
        var signs = WordSign.None;
        for (var at = 1; at < words.Length;)
        {
            var length = words[at..].IndexOf(' ');
            signs |= Spans.TryGetValue(words.Slice(at, length), out var sign) ? sign : WordSign.None;
            at += length + 1;
        }

        return signs;
    }

    private static FrozenDictionary<string, WordSign> Read(Dictionary<WordSign, string> lists)
    {
        var known = new Dictionary<string, WordSign>(StringComparer.Ordinal);
        foreach (var (sign, words) in lists)
        {
            foreach (var word in words.Split(' '))
            {
                known[word] = known.GetValueOrDefault(word) | sign;
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
