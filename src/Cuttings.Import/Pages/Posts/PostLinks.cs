using AngleSharp.Dom;
using Cuttings.Import.Pages.Facts;
using Cuttings.Sources;

namespace Cuttings.Import.Pages.Posts;

/// <summary>A link inside a post.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="Text">What it says.</param>
/// <param name="Element">The element.</param>
internal sealed record PostLink(string Address, string Text, IElement Element);

/// <summary>Finds where a post stands by itself, and the article that it was cut from.</summary>
internal static class PostLinks
{
    private static readonly string[] Shared = ["facebook.com", "twitter.com", "x.com", "pinterest.com", "linkedin.com", "reddit.com", "tumblr.com", "digg.com", "stumbleupon.com", "del.icio.us", "addthis.com", "addtoany.com", "feedburner.com", "wordpress.com/press-this", "google.com/bookmarks", "plus.google.com", "t.co", "wa.me", "t.me", "blogger.com", "gravatar.com", "disqus.com", "amazon.com", "wordpress.org", "instagram.com", "youtube.com", "bsky.app", "mastodon.social", "line.me", "kakao.com", "weibo.com"];

    public static List<PostLink> Of(IElement post, string? against) =>
        [.. post.QuerySelectorAll("a[href]").Take(500)
            .Select(link => (Link: link, Address: AddressFact.Resolve(link.GetAttribute("href"), against)))
            .Where(pair => pair.Address is not null)
            .Select(pair => new PostLink(pair.Address!, NodeText.Of(pair.Link, 300), pair.Link))];

    /// <summary>The post's own address: rel=bookmark, its title's link, u-url, a link called Permalink.</summary>
    public static string? Permalink(PostPart part, List<PostLink> links, string? against)
    {
        var inTitle = part.Heading.LocalName == "a" ? part.Heading : part.Heading.QuerySelector("a[href]") ?? (part.Heading.ParentElement is { LocalName: "a" } around ? around : null);
        var titled = AddressFact.Resolve(inTitle?.GetAttribute("href"), against);
        var marked = links.Find(link => link.Element.GetAttribute("rel") is { } rel && rel.Contains("bookmark", StringComparison.Ordinal))?.Address
            ?? links.Find(link => link.Element.ClassList.Contains("u-url"))?.Address;
        if (titled is not null && (marked is null || Same(titled, marked) || IsOwnSite(titled, against)))
        {
            return Bare(titled);
        }

        return Bare(marked ?? links.Find(link => link.Text.Length < 40 && (link.Text.Contains("permalink", StringComparison.OrdinalIgnoreCase) || link.Text.Equals("#", StringComparison.Ordinal) || link.Text.Equals("∞", StringComparison.Ordinal)))?.Address ?? titled);
    }

    /// <summary>The links to other sites that are no buttons for sharing.</summary>
    public static List<PostLink> Elsewhere(List<PostLink> links, string? own) =>
        links.FindAll(link => !IsOwnSite(link.Address, own) && !Shared.Any(host => link.Address.Contains(host, StringComparison.OrdinalIgnoreCase)) && !(link.Element.GetAttribute("rel")?.Contains("tag", StringComparison.Ordinal) == true));

    public static bool IsOwnSite(string address, string? own)
    {
        var (there, here) = (WebAddress.HostOf(address), WebAddress.HostOf(own));
        return here.Length > 0 && (there == here || AddressFact.Site(there) == AddressFact.Site(here) && !IsShared(here));
    }

    // One owner each below these.
    private static bool IsShared(string host) => host.EndsWith(".wordpress.com", StringComparison.Ordinal) || host.EndsWith(".blogspot.com", StringComparison.Ordinal) || host.EndsWith(".typepad.com", StringComparison.Ordinal) || host.EndsWith(".tumblr.com", StringComparison.Ordinal) || host.EndsWith(".github.io", StringComparison.Ordinal) || host.EndsWith(".substack.com", StringComparison.Ordinal);

    private static bool Same(string one, string other) => Bare(one)!.TrimEnd('/') == Bare(other)!.TrimEnd('/');

    private static string? Bare(string? address) => address?.Split('#')[0] is { Length: > 0 } bare ? bare : address;
}
