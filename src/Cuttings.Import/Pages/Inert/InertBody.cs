using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Cuttings.Import.Pages.Inert;

/// <summary>Writes the elements of an inert page, well nested whatever comes.</summary>
/// <param name="address">The page's own address.</param>
internal sealed class InertBody(string address)
{
    /// <summary>Elements nested deeper give way to their content.</summary>
    private const int Deepest = 200;

    /// <summary>The longest output, in UTF-16 code units.</summary>
    private const int Longest = 20 << 20;

    private static readonly SearchValues<char> Special = SearchValues.Create("<>&\0");

    private readonly StringBuilder html = new();
    private readonly List<(string Name, string Tag)> open = [];
    private readonly Dictionary<string, int> opened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unopened = new(StringComparer.Ordinal);
    private readonly InertAttributes attributes = new(address);

    /// <summary>True once no more is taken.</summary>
    public bool IsFull => html.Length > Longest;

    public void Open(string element, Func<string, string?> attribute)
    {
        if (element == "base")
        {
            attributes.Base(attribute("href"));
            return;
        }

        if (element is "img" or "image")
        {
            EnterCell();
            html.Append(InertAttributes.Picture(attribute("src"), attribute("alt")));
            return;
        }

        var name = Alias(element);
        if (!InertNames.Kept.Contains(name) || (InertNames.TableParts.Contains(name) && Find("table") < 0))
        {
            return;
        }

        EndWhatEndsBefore(name);
        if (InertNames.TableParts.Contains(name))
        {
            if (!FitsHere(name))
            {
                return;
            }
        }
        else
        {
            EnterCell();
        }

        if (open.Count >= Deepest)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(unopened, name, out _) += InertNames.Void.Contains(name) ? 0 : 1;
            return;
        }

        var tag = $"<{name}{attributes.Of(name, attribute)}>";
        html.Append(tag);
        if (!InertNames.Void.Contains(name))
        {
            Push((name, tag));
        }
    }

    public void Close(string element)
    {
        var name = Alias(element);
        if (unopened.GetValueOrDefault(name) > 0)
        {
            unopened[name]--;
            return;
        }

        if (Find(name) is >= 0 and var at)
        {
            CloseAt(at, reopen: InertNames.Inline.Contains(name));
        }
    }

    public void Append(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            EnterCell();
        }

        for (var rest = text.AsSpan(); !rest.IsEmpty && !IsFull;)
        {
            var plain = rest.IndexOfAny(Special) is >= 0 and var at ? at : rest.Length;
            html.Append(rest[..plain]).Append(plain == rest.Length ? "" : rest[plain] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "" });
            rest = rest[Math.Min(rest.Length, plain + 1)..];
        }
    }

    public string Finish()
    {
        CloseDownTo(0);
        return html.ToString();
    }

    // A part of a table stands where a browser would leave it; a cell gets the row that it lacks.
    private bool FitsHere(string name)
    {
        var around = open.Count == 0 ? "" : open[^1].Name;
        if (name is "td" or "th" && around is "table" or "thead" or "tbody" or "tfoot")
        {
            OpenPlain("tr");
            return true;
        }

        return name switch
        {
            "td" or "th" => around == "tr",
            "tr" => around is "table" or "thead" or "tbody" or "tfoot",
            "col" => around is "table" or "colgroup",
            _ => around == "table",
        };
    }

    // What stands in a table and in no cell of it, browsers would move out of the table, and nest otherwise than it was written.
    private void EnterCell()
    {
        if (open.Count > 0 && open[^1].Name == "colgroup")
        {
            CloseDownTo(open.Count - 1);
        }

        if (open.Count > 0 && open[^1].Name is "table" or "thead" or "tbody" or "tfoot")
        {
            OpenPlain("tr");
        }

        if (open.Count > 0 && open[^1].Name == "tr")
        {
            OpenPlain("td");
        }
    }

    private void OpenPlain(string name)
    {
        var tag = $"<{name}>";
        html.Append(tag);
        Push((name, tag));
    }

    // Where a browser would end an element that nobody closed (WHATWG HTML, 13.1.2.4).
    private void EndWhatEndsBefore(string name)
    {
        if (InertNames.EndsParagraph.Contains(name) && Find("p") is >= 0 and var paragraph)
        {
            CloseDownTo(paragraph);
        }

        if (name == "a" && Find("a") is >= 0 and var link)
        {
            CloseAt(link, reopen: true);
        }

        if (name is ['h', >= '1' and <= '6'] && open is [.., (['h', >= '1' and <= '6'], _)])
        {
            CloseDownTo(open.Count - 1);
        }

        if (InertNames.EndedBy(name) is not var (ended, within))
        {
            return;
        }

        var outermost = open.Count;
        for (var n = open.Count - 1; n >= 0 && !within.Contains(open[n].Name); n--)
        {
            outermost = ended.Contains(open[n].Name) ? n : outermost;
        }

        CloseDownTo(outermost);
    }

    // What stands outside a table, or outside its cell, is not reached from within.
    private int Find(string name)
    {
        var wall = InertNames.Walls.Contains(name);
        for (var n = opened.GetValueOrDefault(name) == 0 ? -1 : open.Count - 1; n >= 0; n--)
        {
            if (open[n].Name == name)
            {
                return n;
            }

            if (wall ? open[n].Name == "table" : InertNames.Walls.Contains(open[n].Name))
            {
                return -1;
            }
        }

        return -1;
    }

    private void CloseAt(int at, bool reopen)
    {
        var inner = reopen ? open[(at + 1)..] : [];
        CloseDownTo(at);
        foreach (var element in inner)
        {
            html.Append(element.Tag);
            Push(element);
        }
    }

    private void CloseDownTo(int count)
    {
        for (var n = open.Count - 1; n >= count; n--)
        {
            html.Append("</").Append(open[n].Name).Append('>');
            opened[open[n].Name]--;
        }

        open.RemoveRange(count, open.Count - count);
    }

    private void Push((string Name, string Tag) element)
    {
        open.Add(element);
        CollectionsMarshal.GetValueRefOrAddDefault(opened, element.Name, out _)++;
    }

    private static string Alias(string element) => element switch
    {
        "form" or "fieldset" or "legend" or "dialog" or "search" or "button" => "div",
        "menu" or "dir" => "ul",
        "xmp" or "listing" => "pre",
        "acronym" => "abbr",
        _ => element,
    };
}
