namespace Cuttings.Duplicates;

/// <summary>What a token is.</summary>
internal enum StoryToken : byte
{
    /// <summary>A word like others.</summary>
    Word,

    /// <summary>A figure: 12, 8,400, 3.1.</summary>
    Number,

    /// <summary>A word with a capital within a sentence.</summary>
    Name,

    /// <summary>A character of a script that parts no words.</summary>
    Sign,
}

/// <summary>Reads paragraphs into tokens.</summary>
internal sealed class StoryTokens
{
    private const byte Long = 12;
    private const byte Small = 6;
    private const byte Hanzi = 8;
    private const byte Syllable = 5;
    private const byte Unparted = 3;

    public List<ulong> Digests { get; } = new(512);

    public List<StoryToken> Kinds { get; } = new(512);

    public List<byte> Weights { get; } = new(512);

    /// <summary>Reads a paragraph in NFKC.</summary>
    public void Read(string text)
    {
        var begins = true;
        for (var n = 0; n < text.Length;)
        {
            var sign = text[n];
            if (char.IsAsciiDigit(sign))
            {
                n = Number(text, n);
                begins = false;
            }
            else if (Scripts.IsEastAsian(sign) || Scripts.IsUnparted(sign))
            {
                Add(Duplicates.Digests.With(Duplicates.Digests.Start, (uint)sign), StoryToken.Sign, Scripts.IsUnparted(sign) ? Unparted : Scripts.IsSyllable(sign) ? Syllable : Hanzi);
                begins = false;
                n++;
            }
            else if (IsOfWord(text, n))
            {
                n = Word(text, n, begins);
                begins = false;
            }
            else
            {
                begins |= sign is '.' or '!' or '?' or ':' or '“' or '"' or '•' or '。';
                n++;
            }
        }
    }

    private int Word(string text, int start, bool begins)
    {
        var (digest, letters, n) = (Duplicates.Digests.Start, 0, start);
        for (; n < text.Length; n++)
        {
            var sign = text[n];
            if (IsOfWord(text, n) && !Scripts.IsEastAsian(sign) && !Scripts.IsUnparted(sign))
            {
                digest = Duplicates.Digests.With(digest, (uint)(sign < 0x80 ? sign | 0x20 : char.ToLowerInvariant(sign)));
                letters++;
            }
            else if (sign != '\u00AD' && !(sign is '\'' or '’' or 'ʼ' && n + 1 < text.Length && char.IsLetter(text[n + 1])))
            {
                break;
            }
        }

        // A sentence's first word has a capital anyway.
        Add(digest, !begins && letters > 2 && char.IsUpper(text[start]) ? StoryToken.Name : StoryToken.Word, letters > 3 ? Long : Small);
        return n;
    }

    private int Number(string text, int start)
    {
        var (digest, n) = (Duplicates.Digests.Start, start);
        for (; n < text.Length; n++)
        {
            var follows = n + 1 < text.Length && char.IsAsciiDigit(text[n + 1]);
            if (char.IsAsciiDigit(text[n]) || (text[n] == '.' && follows))
            {
                digest = Duplicates.Digests.With(digest, (uint)text[n]);
            }
            else if (text[n] != ',' || !follows)
            {
                break;
            }
        }

        Add(digest, StoryToken.Number, Long);
        return n;
    }

    private static bool IsOfWord(string text, int n) =>
        char.IsLetterOrDigit(text[n])
        || char.IsSurrogate(text[n])
        || (text[n] >= 0x300 && char.GetUnicodeCategory(text[n]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);

    private void Add(ulong digest, StoryToken kind, byte weight)
    {
        Digests.Add(Duplicates.Digests.Mixed(digest));
        Kinds.Add(kind);
        Weights.Add(weight);
    }
}
