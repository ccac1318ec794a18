using System.Text.RegularExpressions;
using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>
/// Persons as feeds name them: Atom's name, email and uri; RSS's `editor@example.org (Ada Brae)` and `Ada Brae &lt;editor@example.org&gt;`.
/// Names only: mail and web addresses are read so that they are taken for no name, and are kept nowhere, since a cutting is published.
/// </summary>
internal static partial class People
{
    private const int LongestLine = 1000;

    /// <summary>The names in these elements, in order, each once.</summary>
    public static IEnumerable<string> Names(IEnumerable<Element> elements) => Distinct(elements.SelectMany(Names));

    /// <summary>The names in these lines, in order, each once.</summary>
    public static IEnumerable<string> Names(IEnumerable<string?> lines) => Distinct(lines.SelectMany(Of));

    /// <summary>The names in a line: several where it lists several persons, each with a mail address.</summary>
    public static IEnumerable<string> Of(string? line)
    {
        if (line is not null && !MayHoldAddress(line))
        {
            return Readable.Squeezed(line) is { } plain ? [plain] : [];
        }

        if (line is null || line.Length > LongestLine)
        {
            return [];
        }

        var listed = line.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (listed.Length > 1 && listed.All(Mail().IsMatch) ? listed : [line]).Select(Name).OfType<string>();
    }

    private static IEnumerable<string> Distinct(IEnumerable<string> names) => names.Distinct(StringComparer.OrdinalIgnoreCase).Take(FeedLimits.MostValues);

    private static IEnumerable<string> Names(Element element)
    {
        var parted = element.Children.Any(child => child.Key is "atom:name" or "name" or "itunes:name" or "atom:email" or "email" or "itunes:email" or "atom:uri" or "atom:url" or "uri" or "url");
        return Of(parted ? Part(element, "name") : Readable.Line(Wording.Of(element)));
    }

    private static string? Part(Element element, string name) =>
        (element.First("atom:" + name) ?? element.First(name) ?? element.First("itunes:" + name)) is { } part ? Readable.Line(Wording.Of(part)) : null;

    private static bool MayHoldAddress(string line) =>
        line.Contains('@', StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal) || line.Contains("mailto:", StringComparison.OrdinalIgnoreCase) || line.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || line.Contains("at", StringComparison.OrdinalIgnoreCase) && line.Length <= LongestLine && Hidden().IsMatch(line);

    // What is left of a line without its addresses.
    private static string? Name(string line)
    {
        var rest = Web().Replace(Hidden().Replace(Mail().Replace(line, " "), " "), " ");
        var name = rest.Trim(' ', '\u00A0', '(', ')', '<', '>', '[', ']', '"', '\'', ',', ';', ':', '-', '@', '|', '/');
        var open = name.LastIndexOf('(');
        name = open >= 0 && !name.AsSpan(open).Contains(')') ? name + ")" : name;
        return name.Any(char.IsLetterOrDigit) && !name.Equals("mailto", StringComparison.OrdinalIgnoreCase) ? Readable.Squeezed(name) : null;
    }

    [GeneratedRegex(@"[(<\[]?(?:mailto:|acct:)?@?[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}._-]+(?:\?[^\s)>\]]+)?[)>\]]?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    // ada [at] echo [dot] example, and `ada at echo.example (Ada Brae)` where a name stands behind it.
    [GeneratedRegex(@"[(<]?[\p{L}\p{N}._%+-]+\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?[\p{L}\p{N}._-]+(?:\s?[\[({<]\s?(?:dot|\.)\s?[\])}>]\s?[\p{L}\p{N}._-]+){0,5}[)>]?|^\s*[\p{L}\p{N}._%+-]+ at [\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+){1,5}\s*(?:[(]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"[(<\[]?(?:https?://|www\.)[^\s)>\]]+[)>\]]?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Web();
}
