using System.Text.RegularExpressions;
using Cuttings.Collation;
using Cuttings.Credits;

namespace Cuttings.Duplicates;

/// <summary>What of a text counts for telling its story: not the datelines, bylines, credits and notices of rights, which each paper sets in its own way.</summary>
internal static partial class Counted
{
    /// <summary>Longer texts are looked at no further, in UTF-16 code units.</summary>
    public const int Longest = 200_000;

    private const int Ends = 4;

    private static readonly string[] Rights = ["©", "ⓒ", "(c) ", "Copyright ", "All rights reserved", "저작권자", "<저작권자", "[저작권자", "版权所有", "版權所有", "责任编辑", "責任編輯", "(责任编辑", "（责任编辑"];

    /// <summary>The paragraphs that count, in order.</summary>
    public static List<string> Paragraphs(string text)
    {
        var lines = (text.Length > Longest ? text[..Longest] : text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var n = 0; n < Ends && lines.Count > 1 && IsByline(lines[0]); n++)
        {
            lines.RemoveAt(0);
        }

        for (var n = 0; n < Ends && lines.Count > 1 && IsTrailer(lines[^1]); n++)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Count == 0)
        {
            return lines;
        }

        if (CreditReader.AtEnd(lines[^1]) is { } credit)
        {
            var last = lines[^1].TrimEnd();
            lines[^1] = last[..^credit.Printed.Length];
        }

        lines[0] = lines[0][Opening(lines[0])..];
        return lines;
    }

    private static int Opening(string line)
    {
        var latin = Dateline.EndOf(line, 0);
        return latin > 0 ? latin : EastAsian().Match(line) is { Success: true } opening ? opening.Length : 0;
    }

    private static bool IsByline(string line) =>
        line.Length <= 120
        && ((line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && !line.EndsWith('.'))
            || (line.Length <= 50 && (line.EndsWith("기자", StringComparison.Ordinal) || line.EndsWith("특파원", StringComparison.Ordinal) || line.StartsWith("记者", StringComparison.Ordinal) || line.StartsWith("本报记者", StringComparison.Ordinal) || line.StartsWith("記者", StringComparison.Ordinal)))
            || CreditReader.Above(line) is not null
            || CreditReader.Below(line) is not null);

    private static bool IsTrailer(string line) =>
        line.Length <= CreditReader.Longest
        && (CreditReader.Below(line) is not null
            || Array.Exists(Rights, notice => line.StartsWith(notice, StringComparison.OrdinalIgnoreCase))
            || line.Contains("무단전재", StringComparison.Ordinal) || line.Contains("무단 전재", StringComparison.Ordinal)
            || (line.Length <= 80 && (line.Contains('@', StringComparison.Ordinal) || line.EndsWith(" 기자", StringComparison.Ordinal))));

    // (벨=동해통신) 김하늘 기자 = …; 【벨】…; 望海社东港5月3日电（记者 …）…
    [GeneratedRegex(@"^(?:[(\[（][^()\[\]（）=\n]{1,30}=[^()\[\]（）=\n]{1,30}[)\]）]\s*(?:[\uAC00-\uD7A3·, ]{2,24}(?:기자|특파원)\s*=\s*)?|[\uAC00-\uD7A3·, ]{2,24}(?:기자|특파원)\s*=\s*|【[^】\n]{1,30}】\s*|[\u4E00-\u9FFF]{2,8}[社报報网網][^\n，。,]{0,20}?[电電讯訊]\s*(?:[（(][^（）()\n]{1,30}[）)])?\s*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EastAsian();
}
