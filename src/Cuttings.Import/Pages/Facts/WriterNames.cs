using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>A writer as read from a byline.</summary>
/// <param name="Name">As printed, without "By" and without titles of office.</param>
/// <param name="IsBody">An agency, a desk, a newspaper.</param>
internal readonly record struct Writer(string Name, bool IsBody)
{
    public string Key => TitleWords.Key(Name);

    /// <summary>Whether the page says for machines that it is a person.</summary>
    public bool IsSaidPerson { get; init; }
}

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
        plain = Label().Replace(plain, "", 1);
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
            rest = Label().Replace(rest, "", 1).Trim();
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
            var name = Tidy(parts[n]);
            // What follows a role belongs to the role.
            if (n > 0 && writers.Count > 0 && (IsRole(name) || IsRole(parts[n].Trim(' ', '.', ','))))
            {
                continue;
            }

            // A single word after a whole name is a place, a desk or what is left of a date.
            if (writers.Count > 0 && IsOneWord(name) && writers[0].Name.Contains(' ') && !writers[0].IsBody && !WriterWords.Bodies.Contains(name))
            {
                continue;
            }

            if (Of(name, isStrict) is { } writer)
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

    private static string Tidy(string part)
    {
        var name = NodeText.Collapse(part).Trim(' ', ',', ':', '.', '-', '–', '—', '|', '•', '·', '/', ';', '"', '“', '”', '*', '、', '，', '=', '(', ')', '[', ']', '►', '▶', '○', '■');
        name = Label().Replace(name, "", 1);
        var bare = Office().Replace(name, "").Trim(' ', ',', ':', '=', '.');
        // `A. Editor` is somebody's name there.
        if (bare.Length > 2 && bare.Length < name.Length)
        {
            name = WithoutBeat(bare);
        }

        name = Junior().IsMatch(name) && part.Contains(name + ".", StringComparison.Ordinal) ? name + "." : name;
        if (EastAsianOffice().Match(name) is { Success: true } office)
        {
            name = office.Groups[1].Value.Trim();
        }

        name = EastAsianOutlet().Replace(name, "");

        return Honorific().Replace(name, "").Trim();
    }

    // `Nora Quill Washington correspondent`: of three words or more the last may be what she reports on.
    private static string WithoutBeat(string name)
    {
        while (name.Count(sign => sign == ' ') >= 2 && name.LastIndexOf(' ') is var at && WriterWords.Roles.Contains(name[(at + 1)..]))
        {
            name = name[..at];
        }

        return name;
    }

    private static bool IsRole(string name)
    {
        if (name.Length == 0)
        {
            return false;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return WriterWords.Roles.Contains(words[^1].Trim('.', ',')) || WriterWords.Roles.Contains(words[0]) && (words.Length < 2 || char.IsLower(words[1][0]) || WriterWords.Roles.Contains(words[1])) || words[0] is "in" or "at" or "for" or "of" or "für" or "à" or "en";
    }

    private static Writer? Of(string name, bool isStrict)
    {
        if (name.Length is < 2 or > 70 || char.IsAsciiDigit(name[0]) || WriterWords.Nobody.Contains(name) || name.StartsWith('@') || name.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (letters, digits, eastAsian) = (0, 0, 0);
        foreach (var sign in name)
        {
            letters += char.IsLetter(sign) ? 1 : 0;
            digits += char.IsAsciiDigit(sign) ? 1 : 0;
            eastAsian += TextWeight.IsEastAsian(sign) ? 1 : 0;
            if (sign is '!' or '?' or '…' or '“' or '”' or '$' or '%' or '#' or '+' or '{' or '}' or '©')
            {
                return null;
            }
        }

        if (letters < 2 || digits > (isStrict ? 0 : 4) || digits >= letters)
        {
            return null;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (eastAsian > 0 && eastAsian * 2 >= letters)
        {
            var isBody = words.Any(WriterWords.Bodies.Contains) || BodyEnding().IsMatch(name);
            return eastAsian > (isBody ? 14 : 12) || words.Length > 4 || isStrict && (eastAsian is < 2 or > 4) ? null : new(name, isBody);
        }

        var body = words.Any(word => WriterWords.Bodies.Contains(word.Trim(',', '.')));
        if (words.Length > (body ? 8 : 5) || isStrict && !(body ? IsStrictBody(name, words) : IsStrictName(words)))
        {
            return null;
        }

        // What is left of a date, or of a sentence.
        if (char.IsLower(words[0][0]) && words[0] is "on" or "in" or "at" or "for" or "with" or "from" or "of" or "to" or "about" || words.Length < 3 && MonthNames.Of(words[^1].Trim('.')) > 0 && words.Length == 1)
        {
            return null;
        }

        return words.Count(word => char.IsLower(word[0]) && !WriterWords.Particles.Contains(word)) > (words.Length > 2 ? 1 : 2) || words.Length > 2 && name.EndsWith('.') && !name.EndsWith(" Jr.", StringComparison.Ordinal) && !name.EndsWith(" Sr.", StringComparison.Ordinal) && !body ? null : new(name, body);
    }

    private static bool IsStrictName(string[] words)
    {
        if (words.Length is < 2 or > 5 || !char.IsUpper(words[0][0]) || !char.IsUpper(words[^1][0]))
        {
            return false;
        }

        return words.All(word => char.IsUpper(word[0]) || WriterWords.Particles.Contains(word)) && !words.Any(word => word.Length > 20 || word.EndsWith(':') || MonthNames.Of(word) > 0 && words.Length == 2);
    }

    private static bool IsStrictBody(string name, string[] words) => words.Length <= 5 && char.IsUpper(name[0]) && words.All(word => char.IsUpper(word[0]) || word is "of" or "the" or "and" or "for" or "de");

    /// <summary>Whether any sign of a name is in small letters: `JANE DOE` is not how she writes it.</summary>
    public static bool IsAllCapitals(string name) => name.Any(char.IsUpper) && !name.Any(sign => char.GetUnicodeCategory(sign) == UnicodeCategory.LowercaseLetter);

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\S+@\S+|(?<=^|\s)@\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*(?:[-–—|•·*/,]\s*)?(?:(?:(?:(?:originally |first )?(?:posted|published|written|reported|submitted|created|added|words|story|text|article|analysis|report|reporting|review|opinion|commentary|column|essay|profile|feature|explainer|dispatch|perspective|obituary|guest post|blog|post|a guest post|interview) (?:and \w+ )?)?by|author|authors|byline|reporter|reporters|writer|writers|contributor|contributed by|text|words|texte|texto|testo|tekst|autor|autora|autores|auteur|auteurs|autore|autrice|автор|текст|verfasst von|geschrieben von|propos recueillis par|écrit par|publié par|escrito por|publicado por|redatto da|scritto da|door|foto|from|by-line|name|postado por|gepost door|geplaatst door|skrevet av|av|af|przez|zdroj|zdroj:)\s*[:：]?(?=\s|$|[^\p{L}\p{N}'’-])|von(?=\s+\p{Lu})|par(?=\s+\p{Lu})|por(?=\s+\p{Lu})|di(?=\s+\p{Lu})|a cura di|[Bb][Yy](?=\p{Lu}\p{Ll})|글\s*[·,ㆍ/]?\s*(?:사진)?\s*[=:：]?\s|글쓴이\s*[:：]?|작성자?\s*[:：]?|기자\s*[:：=]|취재\s*[=:：]?\s|(?:本报|本報|本网|本站|特约|实习)?(?:记者|記者)\s*[:：]?\s*|(?:作者|文|撰文|撰稿|執筆|文・写真|取材・文|投稿者|筆者)\s*[:：／/]\s*|文[・/／]\s*)\s*[:：]?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

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

    [GeneratedRegex(@"(?:\s*,\s*|\s+)(?:(?:[Ss]enior|[Ss]taff|[Cc]hief|[Ss]pecial|[Pp]olitical|[Cc]ontributing|[Aa]ssistant|[Aa]ssociate|[Mm]anaging|[Dd]eputy|[Gg]uest|[Ff]oreign|[Nn]ational|[Ee]xecutive|STAFF|SENIOR)\s+)*(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Jj]ournalist|[Cc]ontributor|[Pp]roducer|[Cc]ritic|WRITER|REPORTER|EDITOR|CORRESPONDENT|[Aa]uthor|[Rr]edakteur(?:in)?|[Pp]h\.?D\.?|M\.?D\.?|M\.?A\.?)\.?(?:\s.{0,80})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Office();

    [GeneratedRegex(@"\b(?:Jr|Sr)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Junior();

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

    // The paper or the office before a name: `항구일보 홍길동`, `編集委員 山田太郎`.
    [GeneratedRegex(@"^(?:[\uAC00-\uD7A3]{1,8}(?:뉴스|일보|신문|통신|방송|경제)|(?:編集委員|論説委員|特派員|支局長|記者|[\u4E00-\u9FFF]{1,4}部))\s+(?=[\uAC00-\uD7A3\u4E00-\u9FFF])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EastAsianOutlet();

    [GeneratedRegex(@"^(.{2,24}?)\s?(?:선임기자|인턴기자|전문기자|객원기자|수습기자|기자|특파원|논설위원|편집위원|전문위원|위원|칼럼니스트|앵커|에디터|작가|PD|記者|记者|特派員|編集委員|論説委員|さん)(?:\s.{0,40})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EastAsianOffice();

    [GeneratedRegex(@"^(?:Dr\.?|Prof\.?|Professor|Mr\.?|Mrs\.?|Ms\.?|Sir|Rev\.?|Fr\.?)\s+(?=\p{Lu})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Honorific();

    [GeneratedRegex(@"(?:뉴스|일보|신문|통신|방송|팀|부|국|社|网|報|报|新闻|通讯社|编辑部|編集部|新聞|通信|テレビ)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BodyEnding();
}
