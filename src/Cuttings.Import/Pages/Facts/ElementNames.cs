using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Facts;

/// <summary>What an element's attributes say of it, read in one pass over them.</summary>
internal readonly ref struct ElementNames
{
    public ElementNames(IElement element)
    {
        var attributes = element.Attributes;
        for (var n = 0; n < attributes.Length; n++)
        {
            if (attributes[n] is not { NamespaceUri: null } attribute)
            {
                continue;
            }

            switch (attribute.LocalName)
            {
                case "class":
                    Class = attribute.Value;
                    break;
                case "id":
                    Id = attribute.Value;
                    break;
                case "data-testid":
                    Test = attribute.Value;
                    break;
                case "data-component":
                    Component = attribute.Value;
                    break;
                case "itemprop":
                    Itemprop = attribute.Value;
                    break;
                case "property":
                    Property = attribute.Value;
                    break;
                case "rel":
                    Rel = attribute.Value;
                    break;
                case "role":
                    Role = attribute.Value;
                    break;
                case "style":
                    Style = attribute.Value;
                    break;
                case "hidden":
                    IsHidden = true;
                    break;
                case "title":
                    HasTitle = true;
                    IsTitleInstant = attribute.Value is { Length: >= 16 and <= 32 } title && char.IsAsciiDigit(title[0]) && title[4] == '-' && title[10] == 'T';
                    break;
            }
        }
    }

    public string? Class { get; }

    public string? Id { get; }

    /// <summary>What it is called by its makers' tests, or as a component.</summary>
    public string? Made => Test ?? Component;

    public string? Itemprop { get; }

    public string? Property { get; }

    public string? Rel { get; }

    public string? Role { get; }

    public string? Style { get; }

    public bool IsHidden { get; }

    public bool HasTitle { get; }

    /// <summary>Whether the title is an instant, `2020-09-27T08:30:00Z`, behind what is printed as `1 hour ago`.</summary>
    public bool IsTitleInstant { get; }

    private string? Test { get; }

    private string? Component { get; }
}
