using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>Tells ids that are made of a heading's own words (`sharing-with-others`): they name a place in the text and say nothing of what the element is.</summary>
internal static class Slugs
{
    private const int FewestDashes = 2;
    private const int NodesLookedAt = 64;

    public static bool Is(IElement element, Tag tag, string id)
    {
        var heading = tag == Tag.Heading ? element : element.FirstElementChild;
        if (heading is null || Tags.Of(heading.LocalName) != Tag.Heading || id.AsSpan().Count('-') + id.AsSpan().Count('_') < FewestDashes)
        {
            return false;
        }

        var text = Beginning(heading, id.Length);
        var words = Lines.Plain(text);
        return words.Length > 8 && Phrases.Of(text.Trim(), words.Length) == PhraseKind.None && Lines.Plain(id).StartsWith(words, StringComparison.Ordinal);
    }

    private static string Beginning(IElement heading, int length)
    {
        var text = "";
        INode? node = heading;
        for (var n = 0; n < NodesLookedAt && node is not null && text.Length <= 2 * length; n++)
        {
            text += node is IText { Data: var data } ? data[..Math.Min(data.Length, 2 * length)] : "";
            node = node.FirstChild ?? After(node, heading);
        }

        return text;
    }

    private static INode? After(INode node, INode within)
    {
        while (node != within && node.NextSibling is null)
        {
            node = node.Parent!;
        }

        return node == within ? null : node.NextSibling;
    }
}
