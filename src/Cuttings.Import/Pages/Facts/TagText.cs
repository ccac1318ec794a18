using System.Text;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Text whose writer put tags into a place for plain text.</summary>
internal static class TagText
{
    /// <summary>Without what looks like tags; a lone less-than sign stays.</summary>
    public static string Without(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!'))
            {
                var end = text.IndexOf('>', at);
                if (end > 0)
                {
                    plain.Append(text.AsSpan(at).StartsWith("<br", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith("</p", StringComparison.OrdinalIgnoreCase) ? " " : "");
                    at = end;
                    continue;
                }
            }

            plain.Append(text[at]);
        }

        return plain.ToString();
    }
}
