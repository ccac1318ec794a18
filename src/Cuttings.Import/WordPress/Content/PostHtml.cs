using System.Text;
using Cuttings.Import.Html;

namespace Cuttings.Import.WordPress.Content;

/// <summary>
/// The text of a post as its editor stored it, made into the HTML that readers saw: blank lines part paragraphs and line ends break lines (as WordPress does when it shows a post),
/// comments that mark blocks go, shortcodes give way to what they enclose, pictures go with their captions.
/// </summary>
internal sealed partial class PostHtml
{
    private readonly string source;
    private readonly Uri? address;
    private readonly Shortcodes shortcodes;
    private readonly StringBuilder html;
    private readonly BlockMarks blocks;
    private readonly HashSet<string> endless = new(StringComparer.OrdinalIgnoreCase);
    private int breaks;
    private bool edge = true;
    private int preformatted;
    private bool inRow;
    private int keptCaptions;

    private PostHtml(string source, Uri? address)
    {
        this.source = source;
        this.address = address;
        html = new(source.Length + (source.Length / 8));
        shortcodes = new(source);
        blocks = new(source);
    }

    /// <summary>Text that was dropped, with why: `caption: …`.</summary>
    public List<string> Dropped { get; } = [];

    /// <summary>How many blocks are kept elsewhere, and only named here.</summary>
    public int Reused => blocks.Reused;

    /// <summary>Whether a rule was drawn between paragraphs.</summary>
    public bool HasRules { get; private set; }

    /// <summary>The HTML, still to be sanitized.</summary>
    public string Html => html.ToString();

    /// <summary>Reads a post's stored text.</summary>
    /// <param name="source">As stored.</param>
    /// <param name="address">The post's address: links inside the blog are made absolute by it.</param>
    public static PostHtml Read(string source, Uri? address)
    {
        if (source.Length > ExcerptSanitizer.Longest)
        {
            throw new CuttingsException(ErrorKind.BadInput, $"Its text is longer than {ExcerptSanitizer.Longest / 1024 / 1024} million characters.");
        }

        var post = new PostHtml(source, address);
        post.Read();
        return post;
    }

    private void Read()
    {
        for (var at = 0; at < source.Length;)
        {
            var next = source.AsSpan(at).IndexOfAny('<', '[');
            next = next < 0 ? source.Length : at + next;
            if (next > at)
            {
                Text(at, next);
                at = next;
                continue;
            }

            at = source[at] == '<' ? Markup(at) : Bracket(at);
        }
    }

    private int Markup(int at)
    {
        if (source.AsSpan(at).StartsWith("<!--"))
        {
            var last = endless.Contains("-->") ? -1 : source.IndexOf("-->", at + 4, StringComparison.Ordinal);
            if (last < 0)
            {
                // A comment without an end: what follows it is text.
                endless.Add("-->");
                return at + 4;
            }

            if (blocks.Take(source.AsSpan(at + 4, last - at - 4)))
            {
                Boundary();
            }

            return last + 3;
        }

        if (PostTag.TryRead(source, at, out var tag))
        {
            return Tag(tag, at);
        }

        Inline("&lt;");
        Raw(source.AsSpan(at + 1, tag.End - at - 1));
        return tag.End;
    }

    private int Bracket(int at)
    {
        if (preformatted == 0)
        {
            if (at + 1 < source.Length && source[at + 1] == '[' && shortcodes.At(at + 1) is { } shown && shown.End < source.Length && source[shown.End] == ']')
            {
                // `[[gallery]]` is how a post shows a shortcode as text.
                Inline(source.AsSpan(at + 1, shown.End - at - 1));
                return shown.End + 1;
            }

            if (shortcodes.At(at) is { } shortcode)
            {
                return Put(shortcode);
            }
        }

        Inline("[");
        return at + 1;
    }
}
