using System.Text;

namespace Cuttings.Import.SavedPages;

/// <summary>Looks over the heads of an MHTML file's parts before they are read: each header costs memory of its own, and a very long one costs time.</summary>
internal static class SavedHeads
{
    // A page has hundreds of parts, each with a handful of headers.
    private const int MostParts = 20_000;
    private const int MostHeaders = 100_000;
    private const int LongestHeader = 64 * 1024;

    /// <summary>Why the file is not read, in one sentence; null where it can be. A line that only looks like a part's boundary counts as one.</summary>
    public static string? WhyNot(ReadOnlySpan<byte> file)
    {
        var (parts, headers, length, inHead) = (0, 0, 0, true);
        while (!file.IsEmpty)
        {
            var end = file.IndexOf((byte)'\n');
            var line = (end < 0 ? file : file[..end]).TrimEnd((byte)'\r');
            file = end < 0 ? [] : file[(end + 1)..];
            if (line.StartsWith("--"u8) && !line.StartsWith("-->"u8))
            {
                parts++;
                (inHead, length) = (true, 0);
            }
            else if (inHead)
            {
                inHead = !line.IsEmpty;
                length = line is [(byte)' ' or (byte)'\t', ..] ? length + line.Length : line.Length;
                headers++;
                if (length > LongestHeader)
                {
                    return "One of its headers is too long for a saved page.";
                }

                if (NamesMessage(line))
                {
                    return "A message is in it, which no saved page has.";
                }
            }

            if (parts > MostParts || headers > MostHeaders)
            {
                return "It has too many parts for a saved page.";
            }
        }

        return null;
    }

    // A message inside has a head of its own, that nothing announces.
    private static bool NamesMessage(ReadOnlySpan<byte> line) =>
        (line is [(byte)' ' or (byte)'\t', ..] || Ascii.EqualsIgnoreCase(line[..Math.Min(line.Length, 12)], "content-type"u8))
        && Encoding.ASCII.GetString(line) is var text
        && (text.Contains("message/", StringComparison.OrdinalIgnoreCase) || text.Contains("/digest", StringComparison.OrdinalIgnoreCase));
}
