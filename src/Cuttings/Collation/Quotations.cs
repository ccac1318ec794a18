namespace Cuttings.Collation;

/// <summary>
/// Follows quotation marks through a text: curly, straight, single and double, guillemets and corner brackets. A quotation that stays open at the end
/// of a paragraph goes on where the next one begins with an opening mark, as printers set quotations of several paragraphs; else it ends there.
/// </summary>
internal sealed class Quotations(string text)
{
    private int count;
    private int doubled;
    private int single;
    private bool afterBreak;
    private bool carried;

    // The next line end or mark that may close, found once for all that ask before it.
    private int closer;

    /// <summary>The number of the quotation here; 0 outside.</summary>
    public int Now => doubled != 0 ? doubled : single;

    /// <summary>Whether the mark just read opened a quotation.</summary>
    public bool Opened { get; private set; }

    public void NewParagraph()
    {
        carried = Now != 0;
        afterBreak = true;
    }

    /// <summary>Tells what a paragraph begins with.</summary>
    public void Begin(int at)
    {
        if (afterBreak && !IsMark(text[at]))
        {
            (doubled, single, afterBreak, carried) = (0, 0, false, false);
        }
    }

    /// <summary>Reads a quotation mark; false where there is none at this place.</summary>
    public bool Read(int at)
    {
        var continues = afterBreak && carried;
        switch (text[at])
        {
            case '“' or '„' or '‟' or '«' or '「' or '『' or '＂' when text[at] != '＂' || doubled == 0:
                return Open(ref doubled, continues);
            case '”' or '»' or '」' or '』' or '＂':
                return Close(ref doubled);
            case '"' when doubled == 0 && IsInches(at):
                return Same();
            case '"':
                return Opens(at) && (doubled == 0 || continues) ? Open(ref doubled, continues) : doubled != 0 ? Close(ref doubled) : Open(ref doubled, continues);
            case '‘' or '‹':
                return single == 0 || continues ? Open(ref single, continues) : Same();
            case '’' or '›':
                return single != 0 && !Inside(at) && !IsPossessive(at) ? Close(ref single) : Same(false);
            case '\'' or '`':
                if (single != 0 && !continues)
                {
                    return !Inside(at) && !IsPossessive(at) ? Close(ref single) : Same(false);
                }

                return Opens(at) && ClosesLater(at) ? Open(ref single, continues) : Same(false);
            default:
                return false;
        }
    }

    /// <summary>Reads a closing mark at the end of a sentence; false where what stands here closes nothing.</summary>
    public bool Closes(int at)
    {
        switch (text[at])
        {
            case '”' or '»' or '」' or '』':
            case '"' or '＂' when doubled != 0:
                Close(ref doubled);
                return true;
            case '’' or '›' or '\'' when single != 0:
                Close(ref single);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether the apostrophe here could rather be the end of the open single quotation.</summary>
    public bool MayEnd(int at) => single != 0 && !Inside(at);

    private static bool IsMark(char sign) => sign is '“' or '„' or '‟' or '«' or '「' or '『' or '"' or '‘' or '\'' or '”' or '’' or '＂' or '‹';

    private bool Open(ref int quotation, bool continues)
    {
        if (afterBreak && !continues)
        {
            (doubled, single) = (0, 0);
        }

        (afterBreak, carried, Opened) = (false, false, true);
        quotation = quotation != 0 ? quotation : ++count;
        return true;
    }

    private bool Close(ref int quotation)
    {
        (quotation, Opened, afterBreak, carried) = (0, false, false, false);
        return true;
    }

    private bool Same(bool read = true)
    {
        Opened = false;
        return read;
    }

    private bool Opens(int at) =>
        at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '“' or '"' or '—' or '–' or '-' or '\'' or '‘' || char.IsLetter(text[at + 1]) && char.IsPunctuation(text[at - 1]) && text[at - 1] is not '.' and not ',' and not '!' and not '?' and not '…');

    private bool Inside(int at) => at > 0 && at + 1 < text.Length && Spelling.IsOfWord(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    // 6" wide
    private bool IsInches(int at) => at > 0 && char.IsAsciiDigit(text[at - 1]) && (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]));

    // ‘The miners’ wives …’: the noun goes on, and another mark closes what is open.
    private bool IsPossessive(int at)
    {
        if (at == 0 || text[at - 1] != 's' || at + 2 >= text.Length || text[at + 1] != ' ' || !char.IsLower(text[at + 2]))
        {
            return false;
        }

        var limit = Math.Min(text.Length, at + 2000);
        for (var n = at + 2; n < limit && text[n] is not '\n' and not '‘'; n++)
        {
            if (text[n] is '\'' or '’' && !Inside(n))
            {
                return !char.IsWhiteSpace(text[n - 1]);
            }
        }

        return false;
    }

    // A straight single mark opens a quotation only where one that closes it stands in the same paragraph.
    private bool ClosesLater(int at)
    {
        if (closer < at + 2)
        {
            closer = at + 2;
            while (closer < text.Length && text[closer] != '\n' && !(text[closer] is '\'' or '’' && !char.IsWhiteSpace(text[closer - 1]) && !Inside(closer)))
            {
                closer++;
            }
        }

        return closer < text.Length && text[closer] != '\n' && closer < at + 2000;
    }
}
