using System.Collections.Frozen;

namespace Cuttings.Import.Feeds.Markup;

/// <summary>
/// Reads the tags of a feed that is not well-formed: end tags close what they name and all that stands open in it, elements that hold only
/// text end where another of the feed's own begins, undeclared prefixes and HTML's entities are known, and where the text ends all is closed.
/// One pass, in linear time.
/// </summary>
internal sealed partial class LooseReading(string text, TreeBuilder tree, Damage damage)
{
    private static readonly FrozenSet<string> OnlyText = Set(
        "title link guid pubdate category author comments copyright language managingeditor webmaster generator docs ttl rating lastbuilddate hour day "
        + "atom:id atom:updated atom:published atom:issued atom:modified atom:created atom:name atom:uri atom:email atom:url atom:icon atom:logo atom:generator "
        + "dc:title dc:creator dc:date dc:subject dc:language dc:rights dc:publisher dc:identifier dc:source dc:type dc:format dc:contributor dcterms:issued dcterms:created dcterms:modified prism:publicationdate "
        + "sy:updateperiod sy:updatefrequency sy:updatebase slash:comments wfw:commentrss wfw:comment feedburner:origlink itunes:author itunes:duration itunes:keywords");

    private static readonly FrozenSet<string> Marked = Set("description content:encoded atom:summary atom:content atom:title atom:subtitle atom:rights atom:tagline itunes:summary itunes:subtitle dc:description");

    // Those that have attributes, and nothing in them but more of their own kind.
    private static readonly FrozenSet<string> Bare = Set("enclosure media:content media:thumbnail itunes:image atom:link");

    // Elements of HTML that are never closed, and that no feed has for its own.
    private static readonly FrozenSet<string> Empty = "br hr img wbr input embed area col param track meta".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Those of the feed that are no elements of HTML.
    private static readonly FrozenSet<string> FeedsOwn = Set(
        "item channel guid pubdate category author comments copyright managingeditor webmaster generator lastbuilddate description enclosure atom:entry atom:id atom:updated atom:published "
        + "atom:issued atom:modified atom:created atom:summary atom:content atom:author atom:category atom:rights atom:contributor content:encoded "
        + "dc:title dc:creator dc:date dc:subject dc:language dc:rights dc:publisher dc:identifier dc:description slash:comments wfw:commentrss feedburner:origlink "
        + "itunes:summary itunes:subtitle itunes:author itunes:duration itunes:keywords itunes:image media:content media:thumbnail media:group");

    private readonly Entities entities = new();
    private readonly List<(int Depth, string Prefix, string Address)> declared = [];
    private bool noComment;
    private bool noData;
    private bool noSubset;
    private int at;

    public void Read()
    {
        while (at < text.Length)
        {
            var next = text.IndexOf('<', at);
            if (next < 0)
            {
                Say(text.AsSpan(at));
                break;
            }

            Say(text.AsSpan(at, next - at));
            at = next;
            if (!Tag())
            {
                tree.Text('<');
                at++;
            }
        }

        if (tree.Depth > 0)
        {
            damage.Add("It is cut off: it ends inside an element.");
        }

        tree.EndAll();
    }

    private bool Tag()
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            return Comment();
        }

        if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            Data(9);
            return true;
        }

        if (rest.StartsWith("<!CDATA[", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("<[CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            damage.Add("A CDATA section begins wrongly.");
            Data(8);
            return true;
        }

        if (rest is ['<', '!', ..])
        {
            return Doctype();
        }

        if (rest is ['<', '?', ..])
        {
            var end = text.IndexOf('>', at);
            at = end < 0 ? text.Length : end + 1;
            return true;
        }

        return rest is ['<', '/', ..] ? EndTag() : StartTag();
    }

    private bool Comment()
    {
        var end = noComment ? -1 : text.IndexOf("-->", at + 4, StringComparison.Ordinal);
        if (end >= 0)
        {
            at = end + 3;
            return true;
        }

        // One that never ends hides no more than its first line.
        noComment = true;
        damage.Add("A comment does not end.");
        var line = text.AsSpan(at).IndexOfAny('\n', '>');
        at = line < 0 ? text.Length : at + line + 1;
        return true;
    }

    private void Data(int length)
    {
        var start = at + length;
        var end = noData ? -1 : text.IndexOf("]]>", start, StringComparison.Ordinal);
        if (end >= 0)
        {
            tree.Text(text.AsSpan(start, end - start));
            at = end + 3;
            return;
        }

        noData = true;
        damage.Add("A CDATA section does not end.");
        var close = tree.Open is { } open ? text.IndexOf("</" + Written(open), start, StringComparison.OrdinalIgnoreCase) : -1;
        end = close < 0 ? text.Length : close;
        tree.Text(text.AsSpan(start, end - start));
        at = end;
    }

    private static string Written(Element open) => open.Key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !open.Key.StartsWith("atom:", StringComparison.Ordinal) && open.Key[0] != '?' ? open.Key[..(colon + 1)] + open.Name : open.Name;

    private void Say(ReadOnlySpan<char> raw)
    {
        if (raw.IsEmpty || tree.Open is null)
        {
            return;
        }

        while (!raw.IsEmpty)
        {
            var stop = raw.IndexOfAny('&', '\0', '\r');
            var controls = stop;
            if (stop < 0)
            {
                Clean(raw);
                return;
            }

            Clean(raw[..controls]);
            if (raw[stop] != '&')
            {
                if (raw[stop] == '\r')
                {
                    tree.Text('\n');
                    stop += raw[(stop + 1)..] is ['\n', ..] ? 1 : 0;
                }

                raw = raw[(stop + 1)..];
                continue;
            }

            var entity = entities.Read(raw[stop..], out var length);
            tree.Text(entity ?? "&");
            raw = raw[(stop + (entity is null ? 1 : length))..];
        }
    }

    // Control characters are no characters of XML.
    private void Clean(ReadOnlySpan<char> part)
    {
        while (!part.IsEmpty)
        {
            var end = part.IndexOfAnyInRange('\u0001', '\u001F');
            while (end >= 0 && part[end] is '\t' or '\n')
            {
                var further = part[(end + 1)..].IndexOfAnyInRange('\u0001', '\u001F');
                end = further < 0 ? -1 : end + 1 + further;
            }

            tree.Text(end < 0 ? part : part[..end]);
            part = end < 0 ? [] : part[(end + 1)..];
        }
    }

    private static FrozenSet<string> Set(string keys) => keys.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
