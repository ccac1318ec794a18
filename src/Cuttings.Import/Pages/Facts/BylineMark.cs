using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Reads the writers out of an element that is marked as a byline.</summary>
internal static class BylineMark
{
    private const string Names = "[itemprop=name],[rel~=author],.fn,.author-name,[itemprop=author],a[class*=author],a[href*='/author/'],a[href*='/people/'],a[href*='/by/'],a[href*='/profile'],a[href*='/staff/'],a[href*='/auteur/'],a[href*='/autor/'],a[href*='/journalist'],a[href*='/contributors/'],a[href*='/contributor/'],a[href*='/authors/'],a[href*='/autoren/'],a[href*='/auteurs/'],a[href*='/autores/'],a[href*='/columnists/'],a[href*='/reporters/'],a[href*='/writers/']";

    /// <summary>What an element marked as a byline says.</summary>
    public static Byline Read(Mark mark)
    {
        var text = mark.Text;
        if (text.Length is < 2 or > 300)
        {
            return new([], false, false);
        }

        var isLabelled = BylineLabel.Begins(text);
        // Buttons and roles in elements of their own are no parts of a name.
        var parted = NodeText.Of(mark.Element, 600, apart: " | ");
        var names = Inner(mark.Element);
        var writers = names.Count > 0 ? names : WriterNames.Read(parted, isStrict: text.Length > 80 && !isLabelled);
        if (names.Count > 0 && isLabelled && WriterNames.Read(parted) is { Count: > 0 } whole && whole.Count > names.Count && names.TrueForAll(name => whole.Exists(one => one.Key == name.Key)) && whole.TrueForAll(one => one.IsBody || WriterNames.LooksPersonal(one.Name) || names.Exists(name => name.Key == one.Key)))
        {
            writers = whole;
        }

        var isSure = writers.Count > 0 && (isLabelled || IsVouched(mark.Element) || names.Count > 0 || ElementWords.HasAny(mark.Words, "byline", "author", "authors", "reporter", "journalist", "writer")) && (writers[0].IsBody || WriterNames.LooksPersonal(writers[0].Name) || TextWeight.IsEastAsian(writers[0].Name[0]));
        return new(writers, isSure, isLabelled || ElementWords.Has(mark.Words, "byline")) { Words = mark.Words };
    }

    // The names that stand in elements of their own inside a byline.
    private static List<Writer> Inner(IElement byline)
    {
        var writers = new List<Writer>();
        if (byline.Children.Length == 0)
        {
            return writers;
        }

        foreach (var element in byline.QuerySelectorAll(Names).Take(40))
        {
            if (element.QuerySelector(Names) is null)
            {
                writers.AddRange(WriterNames.Read(NodeText.Of(element, 200)));
            }
        }

        return writers.DistinctBy(writer => writer.Key, StringComparer.Ordinal).ToList();
    }

    /// <summary>Whether microdata or rel=author say that it names a writer.</summary>
    public static bool IsVouched(IElement element) => element.GetAttribute("itemprop") is "author" or "creator" || element.GetAttribute("rel")?.Contains("author", StringComparison.Ordinal) == true;
}
