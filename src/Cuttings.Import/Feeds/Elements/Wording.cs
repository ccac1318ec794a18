using System.Text;
using Cuttings.Import.Feeds.Markup;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>
/// What an element says, as HTML or as plain text. Atom tells which (RFC 4287 3.1 and 4.1.3; Atom 0.3's type and mode); RSS does not, so
/// that a text with an element or entity of HTML in it is taken for HTML.
/// </summary>
/// <param name="Text">HTML or plain text, white space kept.</param>
/// <param name="IsHtml">Which of the two.</param>
/// <param name="Base">The address that relative ones in it are resolved against, or null.</param>
internal readonly record struct Wording(string Text, bool IsHtml, string? Base)
{
    public static Wording Of(Element element)
    {
        var type = (element["type"] ?? "").Trim().ToLowerInvariant();
        var mode = (element["mode"] ?? "").Trim().ToLowerInvariant();
        if (mode == "base64" || element.Key.StartsWith("atom:", StringComparison.Ordinal) && IsBinary(type))
        {
            return Decoded(element, type);
        }

        if (element.HasChildren)
        {
            return new(Markings.Write(element), true, element.Base);
        }

        // CDF may say it in an attribute.
        var text = element.Content.Count == 0 && element["value"] is { } value ? value : Unwrapped(element.Text());
        if (element.Key.StartsWith("atom:", StringComparison.Ordinal))
        {
            var html = type is "html" or "text/html" || type.Length > 0 && mode == "escaped" && type is not ("text" or "text/plain");
            // XHTML that stands as text shows its tags, as RFC 4287 has it.
            return new(text, html || (mode == "escaped" || type.Length == 0 && Old(element)) && IsHtmlish(text), element.Base);
        }

        return element.Key == "content:encoded" ? new(text, true, element.Base)
            : type is "text" or "text/plain" or "plain" ? new(text, false, element.Base)
            : new(text, type is "html" or "text/html" || IsHtmlish(text), element.Base);
    }

    /// <summary>True where a text has a tag of HTML, or an entity, in it.</summary>
    public static bool IsHtmlish(string text)
    {
        var rest = text.AsSpan();
        HashSet<string>? neverClosed = null;
        for (var at = rest.IndexOfAny('<', '&'); at >= 0; at = rest.IndexOfAny('<', '&'))
        {
            rest = rest[at..];
            if (rest[0] == '&' ? IsEntity(rest) : IsTag(rest, ref neverClosed))
            {
                return true;
            }

            rest = rest[1..];
        }

        return false;
    }

    private static bool IsEntity(ReadOnlySpan<char> rest) => new Entities().Read(rest, out _) is not null;

    private static bool IsTag(ReadOnlySpan<char> rest, ref HashSet<string>? neverClosed)
    {
        if (rest.StartsWith("<!--"))
        {
            return true;
        }

        var start = rest is ['<', '/', ..] ? 2 : 1;
        var end = start;
        while (end < rest.Length && end < start + 12 && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] == ':'))
        {
            end++;
        }

        return end > start && end < rest.Length && (rest[end] is '>' or '/' || char.IsWhiteSpace(rest[end])) && HtmlElements.Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[start..end])
            && !(start == 1 && rest[end] == '>' && IsNamed(rest, rest[start..end], ref neverClosed));
    }

    // "What the <title> element is for": a tag without attributes and without an end, of an element that no text is marked with, is spoken of.
    private static bool IsNamed(ReadOnlySpan<char> rest, ReadOnlySpan<char> name, ref HashSet<string>? neverClosed)
    {
        if (!HtmlElements.Unseen.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
        {
            return false;
        }

        // What is not closed behind one place is not closed behind a later one: each name is looked for once.
        var plain = name.ToString();
        if (neverClosed?.Contains(plain) == true)
        {
            return true;
        }

        if (rest.Contains($"</{plain}", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        (neverClosed ??= new(StringComparer.OrdinalIgnoreCase)).Add(plain);
        return true;
    }

    // Atom 0.3 says nothing where it means plain text, and most of its feeds mean HTML all the same.
    private static bool Old(Element element)
    {
        var root = element;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root["version"] == "0.3";
    }

    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("+xml", StringComparison.Ordinal) && !type.EndsWith("/xml", StringComparison.Ordinal);

    private static Wording Decoded(Element element, string type)
    {
        var text = element.Text();
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return new(type.StartsWith("image/", StringComparison.Ordinal) ? "" : text, false, element.Base);
        }

        if (TextEncoding.LooksBinary(bytes.AsSpan(0, Math.Min(length, 4096))))
        {
            return new("", false, element.Base);
        }

        var decoded = Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Trim();
        return new(decoded, type is "html" or "text/html" or "application/xhtml+xml" or "xhtml" || type is not ("text" or "text/plain") && IsHtmlish(decoded), element.Base);
    }

    // A CDATA section inside another, or escaped, comes out as text.
    private static string Unwrapped(string text) =>
        text.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase) ? text[9..(text.EndsWith("]]>", StringComparison.Ordinal) && text.Length >= 12 ? ^3 : ^0)].Trim() : text;
}
