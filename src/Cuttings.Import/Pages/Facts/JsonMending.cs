using System.Net;
using System.Text;
using System.Text.Json;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Parses the JSON that pages hold, mended where it is ill-formed in the ways that pages are: HTML-escaped, in comments or CDATA, raw line ends and quotes inside strings, commas and brackets missing.</summary>
internal static class JsonMending
{
    private const int Deepest = 64;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    /// <summary>The document, or null where nothing can be saved. The caller disposes it.</summary>
    public static JsonDocument? Parse(string text)
    {
        var plain = Unwrap(text);
        if (plain.Length < 2)
        {
            return null;
        }

        return Try(plain) ?? Try(Mend(plain.Contains("&quot;", StringComparison.Ordinal) && !plain.Contains('"') ? WebUtility.HtmlDecode(plain) : plain));
    }

    private static string Unwrap(string text)
    {
        var plain = text.AsSpan().Trim();
        var start = plain.IndexOfAny('{', '[');
        // `<!--`, `//<![CDATA[`, `var x =` and the like before; their ends after.
        if (start is < 0 or > 200)
        {
            return "";
        }

        if (plain[start] == '[' && plain[(start + 1)..].StartsWith("CDATA["))
        {
            var inner = plain[(start + 7)..].IndexOfAny('{', '[');
            start = inner < 0 ? start : start + 7 + inner;
        }

        plain = plain[start..];
        var end = plain.LastIndexOfAny('}', ']');
        // The end of a CDATA section looks like brackets.
        while (end > 2 && plain[end] == ']' && plain[..(end + 1)].EndsWith("]]") && plain[0] == '{')
        {
            plain = plain[..(end - 1)];
            end = plain.LastIndexOfAny('}', ']');
        }

        return end < 0 ? plain.ToString() : plain[..(end + 1)].ToString();
    }

    private static JsonDocument? Try(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length + 16);
        var open = new Stack<char>();
        var (inside, roots) = (false, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (inside)
            {
                inside = InString(text, ref at, mended);
                continue;
            }

            switch (sign)
            {
                case '"':
                    Comma(mended);
                    inside = true;
                    mended.Append(sign);
                    break;
                case '{' or '[':
                    // Several objects one after another are a list of them.
                    if (open.Count == 0 && roots++ > 0)
                    {
                        TrimComma(mended);
                        mended.Append(',');
                    }

                    Comma(mended);
                    open.Push(sign == '{' ? '}' : ']');
                    mended.Append(sign);
                    break;
                case '}' or ']':
                    if (open.TryPop(out var close))
                    {
                        TrimComma(mended);
                        mended.Append(close);
                    }

                    break;
                case '\u00A0' or '\uFEFF' or ';':
                    break;
                default:
                    mended.Append(sign);
                    break;
            }
        }

        mended.Append(inside ? "\"" : "");
        TrimComma(mended);
        while (open.TryPop(out var close))
        {
            mended.Append(close);
        }

        return roots > 1 ? mended.Insert(0, '[').Append(']').ToString() : mended.ToString();
    }

    // Returns whether the string goes on.
    private static bool InString(string text, ref int at, StringBuilder mended)
    {
        var sign = text[at];
        switch (sign)
        {
            case '\\' when at + 1 < text.Length:
                var next = text[++at];
                var known = next is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' || next == 'u' && at + 4 < text.Length && IsHex(text.AsSpan(at + 1, 4));
                mended.Append(known ? "\\" : next is '\'' ? "" : "\\\\").Append(char.IsControl(next) ? ' ' : next);
                return true;
            case '\\':
                return true;
            case '"':
                if (Ends(text, at))
                {
                    mended.Append('"');
                    return false;
                }

                mended.Append("\\\"");
                return true;
            default:
                mended.Append(char.IsControl(sign) ? ' ' : sign);
                return true;
        }
    }

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }

    // A quote ends a string where what follows could follow one.
    private static bool Ends(string text, int quote)
    {
        var at = quote + 1;
        while (at < text.Length && at - quote < 200 && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at >= text.Length || text[at] is ':' or '}' or ']')
        {
            return true;
        }

        if (text[at] == '"')
        {
            // Either an empty quotation inside, or a comma left out at a line's end.
            return text.AsSpan(quote, at - quote).Contains('\n');
        }

        if (text[at] != ',')
        {
            return false;
        }

        do
        {
            at++;
        }
        while (at < text.Length && char.IsWhiteSpace(text[at]));
        return at >= text.Length || text[at] is '"' or '{' or '[' or '}' or ']' or '-' || char.IsAsciiDigit(text[at]) || text.AsSpan(at).StartsWith("true") || text.AsSpan(at).StartsWith("false") || text.AsSpan(at).StartsWith("null");
    }

    private static void Comma(StringBuilder mended)
    {
        var at = mended.Length - 1;
        while (at >= 0 && char.IsWhiteSpace(mended[at]))
        {
            at--;
        }

        if (at >= 0 && mended[at] is '"' or '}' or ']')
        {
            mended.Append(',');
        }
    }

    private static void TrimComma(StringBuilder mended)
    {
        while (mended.Length > 0 && (char.IsWhiteSpace(mended[^1]) || mended[^1] is ','))
        {
            mended.Length--;
        }
    }
}
