using System.Text;

namespace Cuttings.Import.Feeds.Markup;

/// <summary>One element of a feed. Its key is the vocabulary's usual prefix and its local name in small letters: `dc:creator`; RSS has no prefix: `pubdate`.</summary>
internal sealed class Element(string key, string name, Element? parent)
{
    private List<KeyValuePair<string, string>>? attributes;
    private List<object>? content;
    private List<Element>? children;
    private string? own;

    public string Key { get; } = key;

    /// <summary>The local name as written.</summary>
    public string Name { get; } = name;

    public Element? Parent { get; } = parent;

    /// <summary>The absolute address that relative ones are resolved against (xml:base), or null.</summary>
    public string? Base
    {
        get => own ?? Parent?.Base;
        set => own = value;
    }

    /// <summary>The language in force (xml:lang), as written, or null.</summary>
    public string? Language { get; set; } = parent?.Language;

    /// <summary>Texts and elements, in order.</summary>
    public IReadOnlyList<object> Content => content ?? (IReadOnlyList<object>)[];

    public IReadOnlyList<Element> Children => children ?? (IReadOnlyList<Element>)[];

    public bool HasChildren => children is not null;

    public IReadOnlyList<KeyValuePair<string, string>> Attributes => attributes ?? (IReadOnlyList<KeyValuePair<string, string>>)[];

    /// <summary>An attribute by its name in small letters, with its vocabulary's prefix where it has one; null where it stands not there.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (key, value) in Attributes)
            {
                if (key == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public void Set(string attribute, string value) => (attributes ??= []).Add(new(attribute, value));

    public void Add(string part) => (content ??= []).Add(part);

    public void Add(Element child)
    {
        (content ??= []).Add(child);
        (children ??= []).Add(child);
    }

    /// <summary>The children of a key. An entry is asked for a hundred keys and has ten: those it has not cost nothing.</summary>
    public IReadOnlyList<Element> All(string key)
    {
        if (children is null)
        {
            return [];
        }

        List<Element>? found = null;
        foreach (var child in children)
        {
            if (child.Key == key)
            {
                (found ??= []).Add(child);
            }
        }

        return found ?? (IReadOnlyList<Element>)[];
    }

    public Element? First(string key) => children?.Find(child => child.Key == key);

    /// <summary>All text in it, without white space at its ends.</summary>
    public string Text()
    {
        if (content is null)
        {
            return "";
        }

        if (content is [string only])
        {
            return only.Trim();
        }

        var text = new StringBuilder();
        Append(text);
        return text.ToString().Trim();
    }

    /// <summary>The text that stands in it itself, not in its children, without white space at its ends.</summary>
    public string OwnText() => HasChildren ? string.Concat(Content.OfType<string>()).Trim() : Text();

    // As deep as FeedLimits.Deepest allows.
    private void Append(StringBuilder text)
    {
        foreach (var part in Content)
        {
            if (part is Element element)
            {
                element.Append(text);
            }
            else
            {
                text.Append((string)part);
            }
        }
    }
}
