using System.Buffers;
using System.Text;
using Cuttings.Excerpts;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Import.Pages.Inert;

/// <summary>Writes the few attributes that elements of an inert page may have, each with a value that was understood.</summary>
/// <param name="address">The page's own address.</param>
internal sealed class InertAttributes(string address)
{
    private const int LongestWords = 1000;
    private const int LongestPicture = 4 << 20;
    private const int MostSpanned = 200;
    private static readonly string[] Pictures = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"];
    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    private string from = address;
    private bool isFromSet;

    /// <summary>Where the page's own links are counted from; the first one counts.</summary>
    public void Base(string? href)
    {
        if (!isFromSet && Absolute(href) is { } address)
        {
            (from, isFromSet) = (address, true);
        }
    }

    public string Of(string element, Func<string, string?> attribute)
    {
        var html = new StringBuilder();
        Add("lang", LanguageTag.TryParse(attribute("lang"), out var language) ? language : null);
        Add("dir", attribute("dir")?.ToLowerInvariant() is ("ltr" or "rtl" or "auto") and var direction ? direction : null);
        Add("id", Id(attribute("id") ?? (element == "a" ? attribute("name") : null)));
        Add("title", Words(attribute("title")));
        switch (element)
        {
            case "a" when Link(attribute("href")) is { } link:
                Add("href", link);
                Add("rel", link[0] == '#' ? null : "noreferrer nofollow external");
                break;
            case "td" or "th":
                Add("colspan", Count(attribute("colspan"), MostSpanned));
                Add("rowspan", Count(attribute("rowspan"), MostSpanned));
                Add("scope", attribute("scope")?.ToLowerInvariant() is ("row" or "col") and var scope ? scope : null);
                break;
            case "ol":
                Add("start", Count(attribute("start"), int.MaxValue));
                html.Append(attribute("reversed") is null ? "" : " reversed");
                break;
            case "li":
                Add("value", Count(attribute("value"), int.MaxValue));
                break;
            case "details":
                html.Append(" open");
                break;
            case "time":
                Add("datetime", Words(attribute("datetime")));
                break;
        }

        return html.ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                html.Append(' ').Append(name).Append("=\"").Append(InlineHtml.Encode(value)).Append('"');
            }
        }
    }

    /// <summary>A picture that the page carries in itself, else the words that stand for it.</summary>
    public static string Picture(string? source, string? alternative)
    {
        var words = Words(alternative);
        if (source?.Trim() is { Length: <= LongestPicture } data && Array.Find(Pictures, start => data.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } kind && !data.AsSpan(kind.Length).ContainsAnyExcept(Base64))
        {
            return $"<img src=\"{kind}{data.AsSpan(kind.Length)}\" alt=\"{InlineHtml.Encode(words ?? "")}\">";
        }

        return words is null ? "" : $"<span class=\"picture\">[picture: {InlineHtml.Encode(words)}]</span>";
    }

    // Within the page, or to somewhere on the web; nothing else leads anywhere.
    private string? Link(string? href) => href?.Trim() is ['#', _, ..] and var place ? (Id(place[1..]) is { } id ? "#" + id : null) : Absolute(href);

    private string? Absolute(string? href)
    {
        if (href is null or { Length: > WebAddress.Longest })
        {
            return null;
        }

        // Browsers drop these wherever they stand (WHATWG URL, 4.4).
        var plain = href.IndexOfAny(['\t', '\n', '\r']) < 0 ? href : href.Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        try
        {
            return Uri.TryCreate(from, UriKind.Absolute, out var page) && Uri.TryCreate(page, plain.Trim(), out var to) && to.Scheme is "http" or "https" && WebAddress.TryParse(to.AbsoluteUri, out var absolute) ? absolute : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static string? Id(string? text) => text is { Length: > 0 and <= LongestWords } && !text.Any(char.IsWhiteSpace) ? text : null;

    private static string? Words(string? text) => text?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestWords)] : null;

    private static string? Count(string? text, int most) => int.TryParse(text?.Trim(), out var count) && count > 0 ? Math.Min(count, most).ToString() : null;
}
