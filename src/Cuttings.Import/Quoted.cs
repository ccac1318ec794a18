namespace Cuttings.Import;

/// <summary>Foreign text inside a message: shortened, and without signs that would move a terminal's cursor.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    public static string Shortly(string text)
    {
        var cut = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
        return string.Create(cut.Length, cut, (to, from) =>
        {
            for (var n = 0; n < from.Length; n++)
            {
                to[n] = char.IsControl(from[n]) || char.GetUnicodeCategory(from[n]) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator ? '\uFFFD' : from[n];
            }
        });
    }
}
