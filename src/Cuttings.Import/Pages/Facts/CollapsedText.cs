namespace Cuttings.Import.Pages.Facts;

/// <summary>Text as it is seen, written piece by piece: white space collapsed, without control characters and signs of no width.</summary>
internal sealed class CollapsedText
{
    private char[] signs = new char[256];

    public int Length { get; private set; }

    /// <summary>Whether its last sign is a small letter.</summary>
    public bool EndsSmall => Length > 0 && char.IsLower(signs[Length - 1]);

    /// <summary>Adds a piece, until the whole is as long as said.</summary>
    public void Append(ReadOnlySpan<char> text, int longest)
    {
        if (signs.Length < Length + text.Length)
        {
            Array.Resize(ref signs, Math.Max(2 * signs.Length, Math.Min(Length + text.Length, Math.Max(longest, Length) + 1)));
        }

        var (at, most) = (Length, Math.Min(longest, signs.Length));
        var written = signs;
        foreach (var sign in text)
        {
            if (at >= most)
            {
                break;
            }

            // Nearly all that is written: letters, digits and signs of ASCII.
            if (sign is > ' ' and < '\u007F')
            {
                written[at++] = sign;
            }
            else if (char.IsWhiteSpace(sign))
            {
                if (at > 0 && written[at - 1] != ' ')
                {
                    written[at++] = ' ';
                }
            }
            else if (!char.IsControl(sign) && sign is not ('\u200B' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F'))
            {
                written[at++] = sign;
            }
        }

        Length = at;
    }

    /// <summary>Adds a space where none stands yet.</summary>
    public void Space()
    {
        if (Length > 0 && signs[Length - 1] != ' ')
        {
            Write(' ');
        }
    }

    /// <summary>Adds text as it is.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
        {
            Write(sign);
        }
    }

    public void Clear() => Length = 0;

    /// <summary>Without spaces at the ends.</summary>
    public override string ToString() => new(signs.AsSpan(0, Length).Trim(' '));

    private void Write(char sign)
    {
        if (Length == signs.Length)
        {
            Array.Resize(ref signs, 2 * signs.Length);
        }

        signs[Length++] = sign;
    }
}
