namespace Cuttings.Import.WordPress;

/// <summary>The inside of one element of an export.</summary>
internal sealed partial class WxrScanner
{
    private const int WidestGap = 256;
    private const int LongestComment = 4096;

    private int textFrom;
    private int cdata;
    private int search;
    private int lookedBack;
    private (int At, int Length) openName;

    // Goes on from where it stopped for want of characters.
    private Step Scan()
    {
        while (Tokens.Count <= MostTokens)
        {
            if (cdata >= 0)
            {
                if (!ReadCData(out var another))
                {
                    return another ? Step.Broken : Step.More;
                }

                continue;
            }

            var here = Here;
            var open = here[at..].IndexOf('<');
            if (open < 0)
            {
                at = here.Length;
                return Step.More;
            }

            open += at;
            at = open;
            var rest = here[open..];
            if (rest.Length < CDataStart.Length && !ended)
            {
                return Step.More;
            }

            if (rest.StartsWith(CDataStart))
            {
                AddText(open);
                cdata = search = lookedBack = open + CDataStart.Length;
                continue;
            }

            if (rest.StartsWith("<!--"))
            {
                if (rest.Length < LongestComment && !ended)
                {
                    return Step.More;
                }

                var last = rest[..Math.Min(rest.Length, LongestComment)].IndexOf("-->");
                at = open + (last < 0 ? 4 : last);
                continue;
            }

            var ends = rest.Length > 1 && rest[1] == '/';
            if (rest.Length < 2 || !IsNameStart(ends && rest.Length > 2 ? rest[2] : rest[1]))
            {
                // A bare `<`, an instruction: text, or nothing.
                at = open + 1;
                continue;
            }

            var close = TagEnd(here, open);
            if (close < 0)
            {
                return Step.More;
            }

            if (here[close] == '<')
            {
                at = close;
                continue;
            }

            AddText(open);
            if (Take(open + (ends ? 2 : 1), close, ends) is { } step)
            {
                return step;
            }
        }

        return Step.More;
    }

    private Step? Take(int from, int close, bool ends)
    {
        var tag = Here[from..close];
        var length = NameLength(tag);
        var name = Names.Of(tag[..length]);
        if (ends)
        {
            Tokens.Add(new(WxrPart.End, from, close - from, length));
            at = textFrom = close + 1;
            return name.SequenceEqual(Name) ? Step.Done : null;
        }

        if (name is "item")
        {
            at = from - 1;
            return Step.Broken;
        }

        Tokens.Add(new(WxrPart.Start, from, close - from, length));
        at = textFrom = close + 1;
        openName = (from, length);
        if (tag[^1] == '/')
        {
            Tokens.Add(new(WxrPart.End, from, close - from, length));
        }

        return null;
    }

    private void AddText(int until)
    {
        if (until > textFrom && !Here[textFrom..until].IsWhiteSpace())
        {
            Tokens.Add(new(WxrPart.Text, textFrom, until - textFrom));
        }
    }

    // False where more characters are needed, or another item begins inside.
    private bool ReadCData(out bool another)
    {
        another = false;
        if (!FindEnd(out var stop, out var next))
        {
            return false;
        }

        if (Name == "item" && ItemIn(cdata, stop) is { } item)
        {
            at = item;
            another = true;
            return false;
        }

        Tokens.Add(new(WxrPart.CData, cdata, stop - cdata));
        at = textFrom = next;
        cdata = -1;
        return true;
    }

    /// <summary>
    /// The end of a text. Old exports did not escape a `]]&gt;` inside it, and some have lost the one at its end: it is the end where the element's end tag or another section follows;
    /// else where no other end comes before the next section; and where the element's end tag stands in the text, the text ended there.
    /// </summary>
    private bool FindEnd(out int stop, out int next)
    {
        (stop, next) = (0, 0);
        var here = Here;
        while (true)
        {
            var found = search > here.Length ? -1 : here[search..].IndexOf("]]>");
            if (found < 0)
            {
                search = Math.Max(search, here.Length - 2);
                return false;
            }

            found += search;
            (stop, next, search) = (found, found + 3, found);
            var gap = here.Slice(next, Math.Min(WidestGap, here.Length - next));
            var after = here[(next + gap.Length - gap.TrimStart().Length)..];
            if (after.Length < WidestGap && !ended)
            {
                return false;
            }

            if (after.IsEmpty || after.StartsWith(CDataStart))
            {
                return true;
            }

            var name = here.Slice(openName.At, openName.Length);
            if (after.StartsWith("</"))
            {
                if (after[2..].StartsWith(name))
                {
                    return true;
                }

                if (EndIn(here, name, found) is { } lost)
                {
                    (stop, next) = (lost, lost);
                    return true;
                }
            }

            var another = here[next..].IndexOf("]]>");
            if (another < 0)
            {
                return ended;
            }

            if (here.Slice(next, another).IndexOf(CDataStart) >= 0)
            {
                return true;
            }

            search = next;
        }
    }

    private int? EndIn(ReadOnlySpan<char> here, ReadOnlySpan<char> name, int until)
    {
        var tag = $"</{name}>";
        var found = here[lookedBack..until].IndexOf(tag);
        var place = found < 0 ? (int?)null : lookedBack + found;
        lookedBack = Math.Max(lookedBack, until - tag.Length);
        return place;
    }

    // An item that breaks off inside a text: the next one's head stands in it, without its end.
    private int? ItemIn(int from, int until)
    {
        var within = Here[from..until];
        var item = within.LastIndexOf("<item>");
        return item >= 0 && within[(item + 6)..].TrimStart().StartsWith("<title>") && within[item..].IndexOf("</item>") < 0 ? from + item : null;
    }

    // The `<item>` after the first `</item>`.
    private int? NextItem()
    {
        var here = Here;
        for (var last = here.IndexOf("</item>"); last >= 0;)
        {
            var gap = here[(last + 7)..];
            var after = gap.TrimStart();
            if (after.StartsWith("<item>"))
            {
                return last + 7 + gap.Length - after.Length;
            }

            var next = gap.IndexOf("</item>");
            last = next < 0 ? -1 : last + 7 + next;
        }

        return null;
    }
}
