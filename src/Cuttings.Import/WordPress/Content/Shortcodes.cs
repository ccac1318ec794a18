using System.Collections.Frozen;

namespace Cuttings.Import.WordPress.Content;

/// <summary>
/// Which brackets of a post are shortcodes. A digest's text is full of brackets of its own: credits, cuts, insertions, remarks.
/// To lose one is worse than to keep a stray shortcode: what is not known must have a quoted attribute, an end tag or a name with an underscore.
/// </summary>
internal sealed class Shortcodes
{
    // WordPress's own and Jetpack's; none is a word that an editor would put in brackets.
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "youtube", "vimeo", "googlevideo", "dailymotion", "wpvideo", "videopress", "soundcloud", "slideshare", "scribd", "ted", "bandcamp", "blip.tv",
        "flickr", "instagram", "facebook", "tweet", "twitter", "gist", "googlemaps", "polldaddy", "crowdsignal", "contact-form", "contact-form-7", "contact-field", "sourcecode", "archiveorg", "houzz", "kickstarter", "spotify", "tiktok",
        "latex", "ngg", "nggallery", "singlepic", "slideshow", "recipe", "toc", "jetpack-email-subscribe", "sharethis", "addtoany", "google-translator", "ads", "adsense");

    private readonly string html;
    private readonly Dictionary<string, List<int>> ends = [];
    private readonly HashSet<string> opened = [];

    public Shortcodes(string html)
    {
        this.html = html;
        for (var at = html.IndexOf("[/", StringComparison.Ordinal); at >= 0; at = html.IndexOf("[/", at + 2, StringComparison.Ordinal))
        {
            if (Shortcode.TryRead(html, at, out var end))
            {
                if (!ends.TryGetValue(end.Name, out var places))
                {
                    ends[end.Name] = places = [];
                }

                places.Add(at);
            }
        }
    }

    /// <summary>The shortcode that begins at this place; null where the bracket is text.</summary>
    public Shortcode? At(int at)
    {
        if (!Shortcode.TryRead(html, at, out var read))
        {
            return null;
        }

        if (read.Closes)
        {
            return Known.Contains(read.Name) || opened.Contains(read.Name) ? read : null;
        }

        if (Known.Contains(read.Name) || read.Name.Contains('_', StringComparison.Ordinal) || HasQuotedValue(read.Attributes) || EndOf(read) is not null)
        {
            opened.Add(read.Name);
            return read;
        }

        return null;
    }

    /// <summary>Where the next `[/name]` begins; null where there is none.</summary>
    public int? EndOf(Shortcode shortcode)
    {
        if (!ends.TryGetValue(shortcode.Name, out var places))
        {
            return null;
        }

        var next = places.BinarySearch(shortcode.End);
        next = next < 0 ? ~next : next;
        return next < places.Count ? places[next] : null;
    }

    private static bool HasQuotedValue(string attributes)
    {
        for (var equals = attributes.IndexOf('='); equals >= 0; equals = attributes.IndexOf('=', equals + 1))
        {
            if (equals > 0 && char.IsAsciiLetterOrDigit(attributes[equals - 1]) && equals + 1 < attributes.Length && attributes[equals + 1] is '"' or '\'')
            {
                return true;
            }
        }

        return false;
    }
}
