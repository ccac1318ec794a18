using Cuttings.Excerpts;

namespace Cuttings.Import.WordPress.Content;

/// <summary>What becomes of shortcodes.</summary>
internal sealed partial class PostHtml
{
    private const int LongestCaption = 5000;

    // Gives the place after what was taken.
    private int Put(Shortcode shortcode)
    {
        var last = shortcode.Closes ? null : shortcodes.EndOf(shortcode);
        switch (shortcode.Name)
        {
            case "caption" or "wp_caption" when last is { } end && end - shortcode.End <= LongestCaption && !source.AsSpan(shortcode.End, end - shortcode.End).Contains("[" + shortcode.Name, StringComparison.Ordinal):
                Dropped.Add("caption: " + shortcode.Value("caption") + " " + source[shortcode.End..end]);
                Boundary();
                return end + shortcode.Name.Length + 3;
            case "embed" when last is { } end && IsAddress(source.AsSpan(shortcode.End, end - shortcode.End).Trim()):
                Link(source[shortcode.End..end].Trim());
                return end + shortcode.Name.Length + 3;
            case "sourcecode" or "code" when last is { } end:
                Boundary("<pre>");
                html.Append(InlineHtml.Encode(System.Net.WebUtility.HtmlDecode(source[shortcode.End..end].Trim('\n'))));
                Boundary("</pre>");
                return end + shortcode.Name.Length + 3;
            case "quote" or "blockquote":
                Boundary(shortcode.Closes ? "</blockquote>" : last is null ? "<p>" : "<blockquote>");
                return shortcode.End;
            case "audio" or "video" or "youtube" or "vimeo" or "wpvideo" or "soundcloud" or "dailymotion" or "embed" or "ted" or "spotify" or "instagram" or "facebook" or "tweet" or "gist" when shortcode.Address() is { } address:
                Link(address);
                return shortcode.End;
        }

        // Page builders put blocks of text into theirs.
        if (shortcode.Name.Contains('_', StringComparison.Ordinal) || shortcode.Name is "gallery" or "caption" or "playlist")
        {
            Boundary();
        }

        return shortcode.End;
    }

    private void Link(string address)
    {
        if (IsAddress(address))
        {
            Boundary();
            Inline($"<a href=\"{address}\">{address}</a>");
            Boundary();
        }
    }
}
