using System.Net;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Import.Html;

/// <summary>
/// Tells whether HTML is already exactly what <see cref="Excerpts.Excerpt.ToHtml"/> writes: then it can be taken as it is, to the last space,
/// and much faster. Anything that is not recognised here goes the long way.
/// </summary>
internal static class CanonicalHtml
{
    private static readonly string[] Inline = ["em", "strong", "ruby", "rb", "rt", "rp"];
    private static readonly string[] Entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];

    public static bool Is(string html)
    {
        ReadOnlySpan<char> rest = html;
        while (!rest.IsEmpty)
        {
            var (open, close, item) = rest switch
            {
                ['<', 'b', ..] => ("<blockquote>", "</blockquote>", "p"),
                ['<', 'u', ..] => ("<ul>", "</ul>", "li"),
                ['<', 'o', ..] => ("<ol>", "</ol>", "li"),
                ['<', 'h', ..] => ("", "", "h3"),
                _ => ("", "", "p"),
            };
            if (!Skip(ref rest, open))
            {
                return false;
            }

            do
            {
                if (!SkipBlock(ref rest, item))
                {
                    return false;
                }
            }
            while (open.Length > 0 && !rest.StartsWith(close));

            Skip(ref rest, close);
        }

        return true;
    }

    private static bool SkipBlock(ref ReadOnlySpan<char> rest, string name)
    {
        if (!SkipTag(ref rest, name, "<"))
        {
            return false;
        }

        var open = new Stack<string>();
        while (!rest.IsEmpty)
        {
            var known = rest[0] switch
            {
                '<' when rest is ['<', '/', ..] && open.Count == 0 => false,
                '<' => SkipInlineTag(ref rest, open),
                '&' => SkipEntity(ref rest),
                _ => SkipText(ref rest),
            };
            if (!known)
            {
                return open.Count == 0 && SkipTag(ref rest, name, "</");
            }
        }

        return false;
    }

    private static bool SkipInlineTag(ref ReadOnlySpan<char> rest, Stack<string> open)
    {
        if (open.TryPeek(out var top) && SkipTag(ref rest, top, "</"))
        {
            open.Pop();
            return true;
        }

        if (SkipTag(ref rest, "br", "<"))
        {
            return true;
        }

        if (open.Count >= 64)
        {
            return false;
        }

        foreach (var name in Inline)
        {
            var ruby = name[0] == 'r';
            if (SkipTag(ref rest, name, "<"))
            {
                open.Push(name);
                return !ruby || (name == "ruby" ? open.Count(other => other == "ruby") == 1 : open.Contains("ruby") && open.Count(other => other is "rb" or "rt" or "rp") == 1);
            }
        }

        return (!open.Contains("a") && SkipAttribute(ref rest, open, "a", "<a href=\"", value => WebAddress.TryParse(value, out var address) && address == value))
            || SkipAttribute(ref rest, open, "span", "<span lang=\"", value => LanguageTag.TryParse(value, out var tag) && tag == value);
    }

    private static bool SkipAttribute(ref ReadOnlySpan<char> rest, Stack<string> open, string name, string start, Func<string, bool> valid)
    {
        var end = rest.StartsWith(start) ? rest[start.Length..].IndexOf("\">") : -1;
        if (end < 0 || end > 8 * WebAddress.Longest)
        {
            return false;
        }

        var written = rest.Slice(start.Length, end).ToString();
        var value = WebUtility.HtmlDecode(written);
        if (Excerpts.InlineHtml.Encode(value) != written || !valid(value))
        {
            return false;
        }

        open.Push(name);
        rest = rest[(start.Length + end + 2)..];
        return true;
    }

    private static bool SkipEntity(ref ReadOnlySpan<char> rest)
    {
        foreach (var entity in Entities)
        {
            if (Skip(ref rest, entity))
            {
                return true;
            }
        }

        return false;
    }

    // Line feeds are written as br; a bare one comes from elsewhere and means a space there.
    private static bool SkipText(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('<', '&');
        var text = end < 0 ? rest : rest[..end];
        rest = rest[text.Length..];
        return text.IndexOfAny("\n\0>\"'") < 0 && HasWholePairs(text);
    }

    private static bool HasWholePairs(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && (++at == text.Length || !char.IsSurrogatePair(text[at - 1], text[at])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SkipTag(ref ReadOnlySpan<char> rest, string name, string before)
    {
        var length = before.Length + name.Length;
        if (rest.Length <= length || !rest.StartsWith(before) || !rest[before.Length..].StartsWith(name) || rest[length] != '>')
        {
            return false;
        }

        rest = rest[(length + 1)..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> rest, string text)
    {
        if (!rest.StartsWith(text))
        {
            return false;
        }

        rest = rest[text.Length..];
        return true;
    }
}
