using Cuttings.Credits;

namespace Cuttings.Collation;

/// <summary>The one form of a text to which all offsets refer.</summary>
public static class PlainText
{
    /// <summary>Drops a byte order mark and writes line ends as LF.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.StartsWith('\uFEFF') ? text[1..] : text;
        return plain.Contains('\r', StringComparison.Ordinal) ? plain.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : plain;
    }

    /// <summary>Joins paragraphs by a blank line.</summary>
    public static string OfParagraphs(IEnumerable<string> paragraphs) => Of(string.Join("\n\n", paragraphs));

    /// <summary>Leaves out a last line that is only a credit.</summary>
    public static string WithoutCredit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.TrimEnd();
        var start = trimmed.LastIndexOf('\n') + 1;
        // [A sentence of the editor's own.] is no credit.
        var stops = trimmed.Length > start + 1 && trimmed[^2] is '.' or '!' or '?' && trimmed[^1] is ']' or ')';
        return start > 0 && !stops && trimmed.Length - start <= CreditReader.Longest && CreditReader.Below(trimmed[start..]) is not null ? trimmed[..start].TrimEnd() : text;
    }
}
