using System.Text.RegularExpressions;
using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>Persons as feeds name them: Atom's name, email and uri; RSS's `editor@example.org (Ada Brae)` and `Ada Brae &lt;editor@example.org&gt;`. A name where there is one, else the mail address as written.</summary>
internal static partial class People
{
    /// <summary>The names in these elements, in order, each once.</summary>
    public static IEnumerable<string> Names(IEnumerable<Element> elements) =>
        elements.Select(Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(FeedLimits.MostValues);

    /// <summary>The name in one element; null where it holds none.</summary>
    public static string? Name(Element element)
    {
        var named = element.Children.Any(child => child.Key is "atom:name" or "name" or "itunes:name" or "atom:email" or "email" or "itunes:email" or "atom:uri");
        return named ? Part(element, "name") ?? Bare(Part(element, "email")) : Of(Readable.Line(Wording.Of(element)));
    }

    /// <summary>The name in a line.</summary>
    public static string? Of(string? line)
    {
        if (line is null || line.Length > 1000 || !line.Contains('@', StringComparison.Ordinal))
        {
            return Readable.Squeezed(line);
        }

        var mail = Mail().Match(line);
        if (!mail.Success)
        {
            return line;
        }

        var name = Readable.Squeezed((line[..mail.Index] + " " + line[(mail.Index + mail.Length)..]).Trim(' ', '(', ')', '<', '>', '[', ']', '"', '\'', ',', ';', ':', '-'));
        return name is null || name.Equals("mailto", StringComparison.OrdinalIgnoreCase) ? Bare(mail.Groups[1].Value) : name;
    }

    private static string? Bare(string? mail) => mail?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true ? mail[7..] : mail;

    private static string? Part(Element element, string name) =>
        (element.First("atom:" + name) ?? element.First(name) ?? element.First("itunes:" + name)) is { } part ? Readable.Line(Wording.Of(part)) : null;

    [GeneratedRegex(@"[(<\[]?(?:mailto:)?([A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9._-]{1,255})[)>\]]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mail();
}
