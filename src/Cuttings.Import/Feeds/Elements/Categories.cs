using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>The categories of a feed or an entry, by their labels: RSS, Atom, dc:subject, itunes, media.</summary>
internal static class Categories
{
    public static IEnumerable<string> Of(Element of)
    {
        var found = of.Children.SelectMany(Names).Concat(Media.Groups(of).SelectMany(group => group.Children).SelectMany(Names));
        return found.Select(Readable.Squeezed).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(FeedLimits.MostValues);
    }

    private static IEnumerable<string?> Names(Element element) => element.Key switch
    {
        "category" or "atom:category" => [element["label"] ?? element["term"] ?? Readable.Line(Wording.Of(element))],
        "dc:subject" or "dcterms:subject" => [element.First("rdf:li") is null ? Readable.Line(Wording.Of(element)) : null, .. Resources(element)],
        "media:category" => [element["label"] ?? Readable.Line(Wording.Of(element))],
        "itunes:category" => Nested(element),
        "itunes:keywords" or "media:keywords" => Split(element),
        _ => [],
    };

    // One inside another, as iTunes has them.
    private static IEnumerable<string?> Nested(Element element) =>
        element.All("itunes:category").SelectMany(Nested).Prepend(element["text"] ?? Readable.Line(Wording.Of(element)));

    private static string[] Split(Element element)
    {
        var text = element.Text();
        return text.Split(text.Contains(',', StringComparison.Ordinal) ? ',' : ' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<string?> Resources(Element element) => element.Children.SelectMany(child => child.Children).Where(child => child.Key == "rdf:li").Select(child => (string?)child.Text());
}
