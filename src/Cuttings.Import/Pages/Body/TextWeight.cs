namespace Cuttings.Import.Pages.Body;

/// <summary>How much a stretch of text says, whatever its script: in Latin letters, where a Hangul syllable, a Hanzi or a Kana counts as two and a half.</summary>
internal readonly record struct TextWeight(float Weight, int Commas, int Sentences)
{
    private const float Wide = 2.5f;

    public static TextWeight operator +(TextWeight a, TextWeight b) => new(a.Weight + b.Weight, a.Commas + b.Commas, a.Sentences + b.Sentences);

    public static TextWeight Of(ReadOnlySpan<char> text)
    {
        var (narrow, wide, commas, sentences) = (0, 0, 0, 0);
        var space = true;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0')
            {
                narrow += space ? 0 : 1;
                space = true;
                continue;
            }

            space = false;
            if (sign < 0x1100)
            {
                narrow++;
                commas += sign is ',' or '،' ? 1 : 0;
                sentences += sign is '.' or '!' or '?' or '؟' or '।' && (at + 1 == text.Length || text[at + 1] is ' ' or '\n' or '"' or '\'' or ')' or '”' or '’' or '»' or '\u00A0' or '\r' or '\t') ? 1 : 0;
            }
            else if (sign is >= '\u3001' and <= '\u3002' or '\uFF0C' or '\uFF01' or '\uFF1F')
            {
                narrow++;
                commas += sign is '\u3001' or '\uFF0C' ? 1 : 0;
                sentences += sign is '\u3001' or '\uFF0C' ? 0 : 1;
            }
            else
            {
                var isWide = sign is >= '\u1100' and < '\u1200' or >= '\u2E80' and < '\uD7B0' or >= '\uD800' and < '\uDC00' or >= '\uF900' and < '\uFB00';
                wide += isWide ? 1 : 0;
                narrow += isWide ? 0 : 1;
            }
        }

        return new(narrow + (wide * Wide), commas, sentences);
    }
}
