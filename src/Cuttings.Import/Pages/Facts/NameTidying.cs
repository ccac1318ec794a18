using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Takes off a name what bylines hang on it: titles of office, honorifics, the outlet before it.</summary>
internal static partial class NameTidying
{
    /// <summary>The name alone; empty where nothing of it is left.</summary>
    public static string Tidy(string part)
    {
        var name = NodeText.Collapse(part).Trim(' ', ',', ':', '.', '-', '–', '—', '|', '•', '·', '/', ';', '"', '“', '”', '*', '、', '，', '=', '(', ')', '[', ']', '►', '▶', '○', '■');
        name = BylineLabel.Without(name);
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

    /// <summary>Whether it is a title of office, or begins or ends as one, and no name.</summary>
    public static bool IsRole(string name)
    {
        if (name.Length == 0)
        {
            return false;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return WriterWords.Roles.Contains(words[^1].Trim('.', ',')) || WriterWords.Roles.Contains(words[0]) && (words.Length < 2 || char.IsLower(words[1][0]) || WriterWords.Roles.Contains(words[1])) || words[0] is "in" or "at" or "for" or "of" or "für" or "à" or "en";
    }

    [GeneratedRegex(@"(?:\s*,\s*|\s+)(?:(?:[Ss]enior|[Ss]taff|[Cc]hief|[Ss]pecial|[Pp]olitical|[Cc]ontributing|[Aa]ssistant|[Aa]ssociate|[Mm]anaging|[Dd]eputy|[Gg]uest|[Ff]oreign|[Nn]ational|[Ee]xecutive|STAFF|SENIOR)\s+)*(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Jj]ournalist|[Cc]ontributor|[Pp]roducer|[Cc]ritic|WRITER|REPORTER|EDITOR|CORRESPONDENT|[Aa]uthor|[Rr]edakteur(?:in)?|[Pp]h\.?D\.?|M\.?D\.?|M\.?A\.?)\.?(?:\s.{0,80})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Office();

    [GeneratedRegex(@"\b(?:Jr|Sr)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Junior();

    // The paper or the office before a name: `항구일보 홍길동`, `編集委員 山田太郎`.
    [GeneratedRegex(@"^(?:[\uAC00-\uD7A3]{1,8}(?:뉴스|일보|신문|통신|방송|경제)|(?:編集委員|論説委員|特派員|支局長|記者|[\u4E00-\u9FFF]{1,4}部))\s+(?=[\uAC00-\uD7A3\u4E00-\u9FFF])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EastAsianOutlet();

    [GeneratedRegex(@"^(.{2,24}?)\s?(?:선임기자|인턴기자|전문기자|객원기자|수습기자|기자|특파원|논설위원|편집위원|전문위원|위원|칼럼니스트|앵커|에디터|작가|PD|記者|记者|特派員|編集委員|論説委員|さん)(?:\s.{0,40})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EastAsianOffice();

    [GeneratedRegex(@"^(?:Dr\.?|Prof\.?|Professor|Mr\.?|Mrs\.?|Ms\.?|Sir|Rev\.?|Fr\.?)\s+(?=\p{Lu})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Honorific();
}
