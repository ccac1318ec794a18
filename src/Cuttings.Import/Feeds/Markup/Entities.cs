using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Cuttings.Import.Feeds.Markup;

/// <summary>Entities as ill-formed feeds have them: those of XML and HTML, numbers (also those that mean windows-1252), and the plain ones that a feed's own DOCTYPE declares.</summary>
internal sealed class Entities
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEFxX");
    private const int LongestName = 32;
    /// <summary>What windows-1252 has at 0x80 to 0x9F.</summary>
    public const string Windows = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
    private const int MostGiven = 1_000_000;
    private Dictionary<string, string>? own;
    private int given;

    /// <summary>Declares an entity whose text holds no other than XML's own, so that nothing grows; at most a hundred, of at most a thousand characters.</summary>
    public void Declare(string name, ReadOnlySpan<char> text)
    {
        own ??= new(StringComparer.Ordinal);
        if (own.Count < 100 && name.Length <= LongestName && text.Length <= 1000 && IsPlain(text))
        {
            own.TryAdd(name, Decode(text));
        }
    }

    /// <summary>The text of the entity that begins at `&amp;`, and how many characters it takes; null where none begins there.</summary>
    public string? Read(ReadOnlySpan<char> rest, out int length)
    {
        length = 0;
        var window = rest[..Math.Min(rest.Length, LongestName + 3)];
        var end = window.IndexOf(';');
        if (end < 2)
        {
            return null;
        }

        length = end + 1;
        var name = window[1..end];
        if (name[0] == '#')
        {
            return Number(name[1..]);
        }

        foreach (var sign in name)
        {
            if (!char.IsLetterOrDigit(sign) && sign is not ('_' or '-' or '.' or ':'))
            {
                return null;
            }
        }

        return name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ when own is not null && own.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var text) => Give(text),
            _ => HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";")),
        };
    }

    /// <summary>A text with its entities told; a bare &amp; stays.</summary>
    public string Decode(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('&');
        if (at < 0)
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        for (; at >= 0; at = text.IndexOf('&'))
        {
            decoded.Append(text[..at]);
            var entity = Read(text[at..], out var length);
            decoded.Append(entity ?? "&");
            text = text[(at + (entity is null ? 1 : length))..];
        }

        return decoded.Append(text).ToString();
    }

    // What a feed declares may be long and asked for at every fourth character: beyond a million characters in all it stays as written.
    private string? Give(string text)
    {
        if (given + text.Length > MostGiven)
        {
            return null;
        }

        given += text.Length;
        return text;
    }

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('&'); at >= 0; at = text.IndexOf('&'))
        {
            text = text[(at + 1)..];
            if (!(text.StartsWith("#") || text.StartsWith("amp;") || text.StartsWith("lt;") || text.StartsWith("gt;") || text.StartsWith("quot;") || text.StartsWith("apos;")))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Number(ReadOnlySpan<char> digits)
    {
        var hex = digits is ['x' or 'X', ..];
        if (!int.TryParse(hex ? digits[1..] : digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var point))
        {
            // Too large for any character, but a number all the same.
            return digits.Length > 1 && !digits.ContainsAnyExcept(Digits) ? "\uFFFD" : null;
        }

        return point is >= 0x80 and <= 0x9F ? Windows[point - 0x80].ToString()
            : point is 9 or 10 or 13 or >= 0x20 && Rune.IsValid(point) ? new Rune(point).ToString()
            : point is > 0 and < 0x20 ? "" : "\uFFFD";
    }
}
