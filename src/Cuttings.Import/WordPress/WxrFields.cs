using System.Net;
using System.Text;

namespace Cuttings.Import.WordPress;

/// <summary>The elements inside the one that the scanner has found, each with its end.</summary>
internal sealed class WxrFields
{
    // An end tag closes an element this far out at most.
    private const int Deepest = 8;

    private readonly WxrScanner scanner;
    private readonly int[] ends;

    public WxrFields(WxrScanner scanner)
    {
        this.scanner = scanner;
        ends = new int[scanner.Tokens.Count];
        var open = new Stack<int>();
        for (var n = 0; n < ends.Length; n++)
        {
            ends[n] = n;
            if (scanner.Tokens[n].Part == WxrPart.Start)
            {
                open.Push(n);
            }
            else if (scanner.Tokens[n].Part == WxrPart.End)
            {
                Close(open, n);
            }
        }
    }

    public int Count => ends.Length;

    /// <summary>The name of the element that begins at this token; empty where none does.</summary>
    public ReadOnlySpan<char> Name(int n) => scanner.Tokens[n].Part == WxrPart.Start ? scanner.NameOf(scanner.Tokens[n]) : [];

    public ReadOnlySpan<char> Attributes(int n) => scanner.AttributesOf(scanner.Tokens[n]);

    /// <summary>The token that ends the element that begins here; this one itself where its end is lost.</summary>
    public int EndOf(int n) => ends[n];

    /// <summary>The text of the element that begins at this token, which then stands at its end; entities are decoded, but in CDATA.</summary>
    public string Text(ref int n)
    {
        var (value, more) = ("", (StringBuilder?)null);
        for (var last = ends[n]; n < last; n++)
        {
            var token = scanner.Tokens[n];
            if (token.Part is WxrPart.Text or WxrPart.CData)
            {
                var text = scanner.Of(token).ToString();
                text = token.Part == WxrPart.CData ? text : Printable(WebUtility.HtmlDecode(text));
                if (value.Length == 0)
                {
                    value = text;
                }
                else
                {
                    more = (more ?? new(value)).Append(text);
                }
            }
        }

        value = more?.ToString() ?? value;
        return value.Contains('\r', StringComparison.Ordinal) ? value.ReplaceLineEndings("\n") : value;
    }

    // An element inside which another one's end comes has lost its own.
    private void Close(Stack<int> open, int n)
    {
        var name = scanner.NameOf(scanner.Tokens[n]);
        var depth = 0;
        foreach (var start in open)
        {
            depth++;
            if (scanner.NameOf(scanner.Tokens[start]).SequenceEqual(name))
            {
                for (; depth > 0; depth--)
                {
                    ends[open.Pop()] = n;
                }

                return;
            }

            if (depth == Deepest)
            {
                return;
            }
        }
    }

    // A reference may name what XML forbids.
    private static string Printable(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 ? text : string.Concat(text.Where(sign => sign is >= ' ' or '\t' or '\n' or '\r'));
}
