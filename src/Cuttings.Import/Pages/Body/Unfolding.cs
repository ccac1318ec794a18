using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>Tells a button that is a heading: it unfolds the text below it, as questions do on pages of questions and answers.</summary>
internal static class Unfolding
{
    private const int Shortest = 12;
    private const int Longest = 200;

    public static bool Is(IElement element)
    {
        if (element.LocalName != "button" || element.GetAttribute("aria-expanded") is null)
        {
            return false;
        }

        // Menus and switches have a word or two.
        var (length, words) = (0, 0);
        foreach (var text in element.ChildNodes.Concat(element.Children.SelectMany(child => child.ChildNodes)).OfType<IText>().Take(8))
        {
            var trimmed = text.Data.AsSpan().Trim();
            length += trimmed.Length;
            words += trimmed.IsEmpty ? 0 : 1 + trimmed.Count(' ');
        }

        return length is >= Shortest and <= Longest && words > 2;
    }
}
