using System.Buffers;

namespace Cuttings.Import.Pages.Body;

/// <summary>Leaves out lines that say by themselves that they are none of the article's: known phrases, and what the hints name.</summary>
internal static class Lines
{
    private const float LongestByline = 160;
    private const int LongestOnStack = 512;

    public static void Judge(List<BodyBlock> blocks, BodyHints hints)
    {
        var title = Plain(hints.Title);
        foreach (var block in blocks)
        {
            if (!block.IsKept)
            {
                continue;
            }

            if (!block.Text.AsSpan().ContainsAny(Letters))
            {
                JudgeSigns(block);
            }
            else if (block.Text[0] is '▶' or '►' or '☞' or '▷' && block.Weight < 200)
            {
                block.LeaveOut("pointer");
            }
            else if (block.Weight < 400 && title.Length > 0 && Plain(block.Text) == title)
            {
                block.LeaveOut("title");
            }
            else if (Phrases.Of(block.Text, block.Weight) is var kind and (PhraseKind.Drop or PhraseKind.Truncated))
            {
                block.LeaveOut(kind == PhraseKind.Truncated ? Cuts.Mark : "phrase");
            }
            else if (block.Weight <= LongestByline && Contacts.Is(block.Text))
            {
                block.LeaveOut("contact");
            }
            else if (block.Weight <= LongestByline && Bylines.Is(block.Text, hints))
            {
                block.LeaveOut("byline");
            }
        }
    }

    private static readonly SearchValues<char> Letters = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(sign => char.IsLetter(sign) || char.IsSurrogate(sign))]);

    // `* * *` between two parts is the writer's; a lone bar or bullet is the page's.
    private static void JudgeSigns(BodyBlock block)
    {
        if (block.Kind is Tag.Row or Tag.Item or Tag.Heading or Tag.Preformatted)
        {
            return;
        }

        if (block.Text.Length < 3 || block.Text.Length < 9 && block.Text.AsSpan().ContainsAnyInRange('0', '9') || block.Text.Trim(' ', '|', '/', '·', '•', '>', '<', '«', '»', ',').Length == 0)
        {
            block.LeaveOut("signs");
        }
    }

    /// <summary>Letters and digits only, in lower case.</summary>
    public static string Plain(string? text)
    {
        if (text is null)
        {
            return "";
        }

        var borrowed = text.Length > LongestOnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        var plain = borrowed ?? stackalloc char[LongestOnStack];
        var length = 0;
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign))
            {
                plain[length++] = sign;
            }
            else if (char.IsLetterOrDigit(sign))
            {
                plain[length++] = char.ToLowerInvariant(sign);
            }
        }

        var read = plain[..length].ToString();
        if (borrowed is not null)
        {
            ArrayPool<char>.Shared.Return(borrowed);
        }

        return read;
    }
}
