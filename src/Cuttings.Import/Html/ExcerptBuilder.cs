using Cuttings.Excerpts;

namespace Cuttings.Import.Html;

/// <summary>Builds the blocks of an excerpt from tags and text in the order in which they come.</summary>
internal sealed class ExcerptBuilder
{
    private const int DeepestNesting = 64;

    private readonly List<Block> blocks = [];
    private readonly List<string> containers = [];
    private readonly InlineBuilder inline = new();
    private BlockKind kind;
    private int quotes;
    private int preformatted;
    private bool cell;

    public void Open(string name, string? address, string? language)
    {
        if (HtmlNames.Blocks.Contains(name))
        {
            EndBlock();
            preformatted += name == "pre" ? 1 : 0;
            if (KindOf(name) is not null && containers.Count < DeepestNesting)
            {
                containers.Add(name);
            }
        }
        else if (name == "br")
        {
            Break();
        }
        else if (name is "td" or "th")
        {
            inline.Space();
        }
        else if (name == "q")
        {
            quotes++;
            Append("“");
        }
        else
        {
            inline.Open(name, address, language);
        }
    }

    public void Close(string name)
    {
        if (HtmlNames.Blocks.Contains(name))
        {
            EndBlock();
            preformatted -= name == "pre" && preformatted > 0 ? 1 : 0;
            var at = containers.LastIndexOf(name);
            if (at >= 0)
            {
                containers.RemoveRange(at, containers.Count - at);
            }
        }
        else if (name == "br")
        {
            Break();
        }
        else if (name == "q" && quotes > 0)
        {
            quotes--;
            Append("”");
        }
        else
        {
            inline.Close(name);
        }
    }

    public void Append(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (Plain(text[at..]) is > 1 and var length)
            {
                kind = inline.IsEmpty ? KindHere() : kind;
                Bar();
                inline.Append(text.Slice(at, length));
                at += length - 1;
            }
            else if (sign is '\n' && preformatted > 0)
            {
                Break();
            }
            else if (sign is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                inline.Space();
            }
            else
            {
                kind = inline.IsEmpty ? KindHere() : kind;
                Bar();
                if (char.IsHighSurrogate(sign) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                {
                    inline.Append(text.Slice(at++, 2));
                }
                else
                {
                    inline.Append([sign == '\0' || char.IsSurrogate(sign) ? '\uFFFD' : sign]);
                }
            }
        }
    }

    // How many signs the text begins with that are written as they are.
    private static int Plain(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] is > ' ' and < '\uD800' and not ('&' or '<' or '>' or '"' or '\''))
        {
            length++;
        }

        return length;
    }

    /// <summary>Begins a cell of a table whose rows are blocks: it is parted from the one before by a bar.</summary>
    public void Cell() => cell = !inline.IsEmpty;

    public List<Block> Finish()
    {
        EndBlock();
        return blocks;
    }

    private void Bar()
    {
        if (cell)
        {
            cell = false;
            inline.Space();
            inline.Append("|");
            inline.Space();
        }
    }

    // Two in a row are how old pages part their paragraphs.
    private void Break()
    {
        if (!inline.Break())
        {
            EndBlock();
        }
    }

    public void EndBlock()
    {
        cell = false;
        if (inline.Take() is { } html)
        {
            blocks.Add(new(kind, html));
        }
    }

    private BlockKind KindHere() => containers.Count == 0 ? BlockKind.Paragraph : KindOf(containers[^1]) ?? BlockKind.Paragraph;

    private static BlockKind? KindOf(string name) => name switch
    {
        "blockquote" => BlockKind.Quotation,
        "ul" or "menu" or "dir" => BlockKind.ListItem,
        "ol" => BlockKind.NumberedItem,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        _ => null,
    };
}
