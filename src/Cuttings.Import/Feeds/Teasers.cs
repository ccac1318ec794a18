using System.Text.RegularExpressions;
using Cuttings.Excerpts;

namespace Cuttings.Import.Feeds;

/// <summary>Tells teasers from whole texts.</summary>
internal static partial class Teasers
{
    /// <summary>True where a text says of itself that it goes on elsewhere.</summary>
    public static bool IsCut(Excerpt text)
    {
        if (text.Blocks.IsEmpty)
        {
            return false;
        }

        // WordPress puts a line of its own below: The post X appeared first on Y.
        var last = text.Blocks.Reverse().Select(block => block.Html.ToText()).FirstOrDefault(line => !Footer().IsMatch(line[..Math.Min(line.Length, 400)])) ?? "";
        return GoesOn().IsMatch(last[^Math.Min(last.Length, 80)..]);
    }

    /// <summary>True where the whole text begins as the summary does.</summary>
    public static bool Repeats(Excerpt whole, Excerpt summary)
    {
        var (all, part) = (whole.ToText(), summary.ToText().TrimEnd('…', '.', ' ', '[', ']'));
        return part.Length == 0 || all.StartsWith(part[..Math.Min(part.Length, 60)], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:\[\s?(?:…|\.\.\.|&hellip;)\s?\]|…|\.\.\.|(?:read more|continue reading|more|read the rest|lire la suite|weiterlesen|mehr|leer más|seguir leyendo|더 ?보기|계속 ?읽기|전문 ?보기|阅读全文|阅读更多|继续阅读|続きを読む)[^\p{L}\p{N}]{0,8})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex("^(?:The post|Der Beitrag|L’article|L'article|La entrada|El artículo) .{1,300} (?:appeared first on|erschien zuerst auf|est apparu en premier sur|apareció primero en|se publicó primero en) ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Footer();
}
