using System.Buffers;
using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Reads the names out of a byline, one by one.</summary>
internal static partial class WriterNames
{
    private const int Longest = 400;
    private const int Most = 20;
    private static readonly SearchValues<char> Brackets = SearchValues.Create("[]()【】（）");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—");

    /// <summary>The writers that a byline names.</summary>
    /// <param name="text">The byline, or one name.</param>
    /// <param name="isStrict">Whether it comes from running text, so that only what has the form of a name counts.</param>
    public static List<Writer> Read(string text, bool isStrict = false)
    {
        var writers = new List<Writer>();
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return writers;
        }

        var plain = Unwrapped(Address().Replace(text.Contains('<') ? TagText.Without(text) : text, " "));
        var isReporters = ChineseReporters().IsMatch(plain);
        plain = OtherRoles().Replace(Place().Replace(plain, ""), " | ");
        plain = BylineLabel.Without(plain);
        foreach (var date in DatesInText.Find(plain, DayOrder.DayFirst).OrderByDescending(date => date.At))
        {
            plain = plain[..date.At] + " | " + plain[(date.At + date.Length)..];
        }

        plain = Clock().Replace(plain, " | ");
        plain = isReporters ? BetweenHanzi().Replace(plain, "、") : plain;
        var at = 0;
        foreach (Match between in Segments().Matches(plain))
        {
            AddSegment(writers, plain[at..between.Index], isStrict);
            at = between.Index + between.Length;
            // What follows a dash is a place or an outlet, or the text.
            if (writers.Count > 0 && (isStrict || between.Value.AsSpan().ContainsAny(Dashes)))
            {
                at = plain.Length;
                break;
            }
        }

        AddSegment(writers, plain[at..], isStrict);
        return Chosen(writers);
    }

    /// <summary>Whether it is one name with the form of a person's.</summary>
    public static bool LooksPersonal(string name) => Read(name, isStrict: true) is [{ IsBody: false }];

    /// <summary>`Last, First` of citation metadata, turned round.</summary>
    public static string Turned(string name)
    {
        var parts = name.Split(',');
        return parts.Length == 2 && parts[0].Trim() is { Length: > 1 } last && parts[1].Trim() is { Length: > 0 } first && last.Split(' ').Length <= 3 && first.Split(' ').Length <= 3 ? $"{first} {last}" : name;
    }

    // An agency after persons is the outlet's name appended.
    private static List<Writer> Chosen(List<Writer> writers)
    {
        var distinct = writers.DistinctBy(writer => writer.Key, StringComparer.Ordinal).Take(Most).ToList();
        return distinct.Exists(writer => !writer.IsBody) ? distinct.FindAll(writer => !writer.IsBody) : distinct;
    }

    private static void AddSegment(List<Writer> writers, string segment, bool isStrict)
    {
        var rest = segment.Trim();
        for (var n = 0; n < 3; n++)
        {
            rest = BylineLabel.Without(rest).Trim();
        }

        rest = Tail().Replace(Bracketed().Replace(Together().Replace(rest, ", $1"), " "), "");
        if (OthersOnly().IsMatch(rest))
        {
            return;
        }

        rest = Others().Replace(rest, "");
        // `Mac & i` is one name.
        var parts = And().Split(rest) is var split && rest.Contains('&') && split.Any(part => part.Trim().Length < 3) ? [rest] : split;
        if (!isStrict && parts.Length == 2 && rest.Contains(',') && IsOneWord(parts[0]) && IsOneWord(parts[1]))
        {
            // `Doe, Jane`
            parts = [$"{parts[1].Trim()} {parts[0].Trim()}"];
        }

        for (var n = 0; n < parts.Length && n < 2 * Most; n++)
        {
            var name = NameTidying.Tidy(parts[n]);
            // What follows a role belongs to the role.
            if (n > 0 && writers.Count > 0 && (NameTidying.IsRole(name) || NameTidying.IsRole(parts[n].Trim(' ', '.', ','))))
            {
                continue;
            }

            // A single word after a whole name is a place, a desk or what is left of a date.
            if (writers.Count > 0 && IsOneWord(name) && writers[0].Name.Contains(' ') && !writers[0].IsBody && !WriterWords.Bodies.Contains(name))
            {
                continue;
            }

            if (NameForm.Of(name, isStrict) is { } writer)
            {
                writers.Add(writer);
            }
            else if (isStrict)
            {
                return;
            }
        }
    }

    private static bool IsOneWord(string name) => name.Trim() is { Length: > 0 } word && !word.Contains(' ') && !TextWeight.IsEastAsian(word[0]);

    // `[Harbour Daily, Nora Quill]`, `nora@gazette.example (Nora Quill)`: what is left is the name itself.
    private static string Unwrapped(string text)
    {
        var plain = text.Trim();
        return plain.Length > 2 && (plain[0], plain[^1]) is ('[', ']') or ('(', ')') or ('【', '】') or ('（', '）') or ('［', '］') && !plain.AsSpan(1, plain.Length - 2).ContainsAny(Brackets) ? plain[1..^1] : text;
    }

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\S+@\S+|(?<=^|\s)@\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b)?|\b(?:last )?(?:updated|published|modified|posted|aktualisiert|veröffentlicht|mis à jour|publié)\b\s*:?|(?:입력|수정|등록|승인|기사입력)\s*[:：]?|\b\d+\s+(?:comments?|min(?:ute)?s?(?: read)?|hours?|days?|ago|shares?)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\s*[|•¦\n;►▶／]\s*|\s+[·/–—-]+\s+|(?<=\p{L})\s*[—–]\s*(?=\p{Lu})|(?<=\p{Ll}{2})/(?=\p{Lu}\p{L})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Segments();

    // Who did something else: `Nora Quill, edited by Ada Marsh`.
    [GeneratedRegex(@"(?<=\S)\s*,?\s*\b(?:edited|photograph(?:y|s|ed)?|photos?|illustrat(?:ions?|ed)|translated|graphics|video|additional reporting|produced) by\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Others();

    [GeneratedRegex(@"^(?:edited|photograph(?:y|s|ed)?|photos?|illustrat(?:ions?|ed)|translated|graphics|video|produced) by\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OthersOnly();

    [GeneratedRegex(@"\s*\((?![^()@]{1,24}\)\s+\p{Lu})[^()]{0,80}\)|\s*\[[^\[\]]{0,80}\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bracketed();

    // `Nora Quill (with Tom Ferris and Ada Marsh)`
    [GeneratedRegex(@"\s*\((?:with|avec|mit|con|com)\s+(\p{Lu}[^()]{2,80})\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Together();

    // What goes on after the names: `Jane Doe for the Gazette`, `… in Orsa`, `… of The Associated Press`, `… on September`.
    [GeneratedRegex(@"\s+(?:for|of|in|at|on|from|reports?|reporting|is an?|is the|was|has|follow|contributed|covers|has been|writes|[Ff]ollow(?:ing)?|Subscribe|Special (?:to|for)|[Vv]iew (?:all|profile|bio)|[Ss]ee (?:all|more)|für|pour|para|chez)(?:\s.{0,300})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*[,、，;；&＆]\s*(?:(?:and|und|et|y|e|en|og|och|with|mit|avec|con|и)\s+)?|\s+(?:and|und|et|y|e|en|og|och|with|mit|avec|con|и|AND|i|oraz)\s+|\s*[ㆍ·・]\s*(?=[\uAC00-\uD7A3]{2,4}(?:\s|$))|(?<=[\uAC00-\uD7A3]{2,4}\s?기자)\s+(?=[\uAC00-\uD7A3])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex And();

    // `항구=홍길동 특파원`: whence a Korean agency's reporter writes.
    [GeneratedRegex(@"^\s*[\uAC00-\uD7A3·]{1,12}\s*=\s*(?=[\uAC00-\uD7A3])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    // Who edited or photographed it, and whence it came, is no writer: `责任编辑：王五`, `来源：港口日报`.
    [GeneratedRegex(@"(?:责任编辑|責任編輯|责编|編集|编辑|編輯|来源|來源|摄影|攝影|撮影|校对)\s*[:：／/]\s*[^\s|]{1,30}|(?<=[\u4E00-\u9FFF])\s*(?:综合报道|報導|报道|報道)(?=\s|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherRoles();

    [GeneratedRegex(@"^\W*(?:本报|本報|本网|本站|特约|实习|通讯员)?(?:记者|記者)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChineseReporters();

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF]{2,4})[\s\u3000]+(?=[\u4E00-\u9FFF]{2,4}(?:\s|$))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BetweenHanzi();
}
