using System.Buffers;
using System.Net;

namespace Cuttings.Import.WordPress;

/// <summary>The attributes of a start tag, as far as they can be read.</summary>
internal static class WxrAttributes
{
    private static readonly SearchValues<char> AfterValue = SearchValues.Create(" \t\r\n/>");

    private const int Most = 100;

    /// <summary>Each name with its value, entities decoded; the last of two with one name comes last.</summary>
    public static List<(string Name, string Value)> Read(ReadOnlySpan<char> text)
    {
        var read = new List<(string, string)>();
        while (read.Count < Most)
        {
            text = text.TrimStart();
            var equals = text.IndexOf('=');
            if (equals <= 0)
            {
                break;
            }

            var name = text[..equals].Trim();
            name = name[(name.LastIndexOfAny(" \t\r\n") + 1)..];
            text = text[(equals + 1)..].TrimStart();
            if (text.IsEmpty)
            {
                break;
            }

            var quoted = text[0] is '"' or '\'';
            var end = quoted ? text[1..].IndexOf(text[0]) : text.IndexOfAny(AfterValue);
            end = end < 0 ? text.Length - (quoted ? 1 : 0) : end;
            read.Add((name.ToString(), WebUtility.HtmlDecode(text.Slice(quoted ? 1 : 0, end).ToString())));
            text = text[Math.Min(text.Length, end + (quoted ? 2 : 0))..];
        }

        return read;
    }

    /// <summary>The value of one, or null.</summary>
    public static string? Find(ReadOnlySpan<char> text, string name)
    {
        foreach (var (key, value) in Read(text))
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
