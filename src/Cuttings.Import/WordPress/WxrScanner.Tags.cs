using System.Buffers;

namespace Cuttings.Import.WordPress;

/// <summary>What stands between the elements of an export.</summary>
internal sealed partial class WxrScanner
{
    private static readonly SearchValues<char> InTag = SearchValues.Create("<>\"'");

    private const string CDataStart = "<![CDATA[";

    // How far it is known that none of these ends comes: what has no end is looked for once.
    private readonly long[] barren = new long[4];

    // Null where more characters are needed.
    private Found? Tag()
    {
        var open = Here.IndexOf('<');
        Discard(open < 0 ? end - start : open);
        var here = Here;
        if (here.Length < CDataStart.Length && !ended || here.IsEmpty)
        {
            return null;
        }

        var kind = EndOf(here);
        if (discarded < barren[kind])
        {
            return Skip(0, 1);
        }

        if (kind > 0)
        {
            return Skip(here.IndexOf(Ends[kind]), Ends[kind].Length);
        }

        if (here.StartsWith("<!"))
        {
            // A document type is read by nobody: its declarations go with it.
            var subset = here.IndexOfAny('[', '>') is >= 0 and var first && here[first] == '[' ? "]>" : ">";
            return Skip(here.IndexOf(subset), subset.Length);
        }

        var ends = here.Length > 1 && here[1] == '/';
        if (here.Length > (ends ? 2 : 1) && !IsNameStart(here[ends ? 2 : 1]))
        {
            return Skip(0, 1);
        }

        var close = TagEnd(here, 0);
        if (close < 0 || here[close] == '<')
        {
            return Skip(close, 0);
        }

        var tag = here[(ends ? 2 : 1)..close];
        var length = NameLength(tag);
        at = close + 1;
        if (ends)
        {
            Complete |= tag[..length] is "channel" or "rss";
            return Found.Nothing;
        }

        Names.Declare(tag[length..]);
        Name = Names.Of(tag[..length]).ToString();
        if (tag[^1] == '/' || !IsRead(Name))
        {
            return Found.Nothing;
        }

        Tokens.Clear();
        Tokens.Add(new(WxrPart.Start, 1, close - 1, length));
        (textFrom, cdata, openName) = (at, -1, (1, length));
        return Found.Element;
    }

    private static readonly string[] Ends = [">", "-->", "?>", "]]>"];

    private static int EndOf(ReadOnlySpan<char> here) => here.StartsWith("<!--") ? 1 : here.StartsWith("<?") ? 2 : here.StartsWith(CDataStart) ? 3 : 0;

    // Elements of the channel that are read whole; of others the tags are passed over.
    private static bool IsRead(string name) => name is "item" or "title" or "link" or "language" or "image" or "wp:author" or "wp:category" or "wp:base_site_url" or "wp:base_blog_url";

    private Found? Skip(int found, int length)
    {
        if (found < 0)
        {
            return null;
        }

        at = found + length;
        return Found.Nothing;
    }

    // The `>` of the tag that begins here; one inside a quoted value is not it. A `<` is where another one begins.
    private static int TagEnd(ReadOnlySpan<char> text, int open)
    {
        for (var n = open + 1; n < text.Length;)
        {
            var next = text[n..].IndexOfAny(InTag);
            if (next < 0)
            {
                return -1;
            }

            n += next;
            if (text[n] is '>' or '<')
            {
                return n;
            }

            var quote = text[n] == '"' ? text[(n + 1)..].IndexOfAny('"', '<') : text[(n + 1)..].IndexOfAny('\'', '<');
            n += quote >= 0 && text[n + 1 + quote] == text[n] ? quote + 2 : 1;
        }

        return -1;
    }

    private static bool IsNameStart(char sign) => char.IsAsciiLetter(sign) || sign == '_';

    private static int NameLength(ReadOnlySpan<char> tag)
    {
        var length = tag.IndexOfAny(" \t\r\n/");
        return length < 0 ? tag.Length : length;
    }
}
