using System.Text;

namespace Cuttings.Import.Feeds.Encodings;

/// <summary>The encoding of one byte a character that a text is in, by which of its bytes are frequent: Hebrew, Arabic, Russian (windows-1251 and KOI8-R), Greek; else windows-1252.</summary>
internal static class OldLetters
{
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        Span<int> counts = stackalloc int[256];
        foreach (var sign in bytes)
        {
            counts[sign]++;
        }

        // Latin text has a few letters beyond ASCII in a word, Greek or Cyrillic has all of them there, but for tags and addresses.
        var (upper, lower, hebrew, tails) = (Sum(counts, 0xC0, 0xDF), Sum(counts, 0xE0, 0xFF), Sum(counts, 0xE0, 0xFA), Runs(bytes));
        var letters = upper + lower;
        return letters == 0 || tails < letters / 2 ? EncodingName.Find("windows-1252")!
            : hebrew > letters - (letters / 16) && counts[0xE9] > letters / 16 && counts[0xE5] > letters / 16 ? EncodingName.Find("windows-1255")!
            // Alif and lam.
            : counts[0xC7] > letters / 16 && counts[0xE1] > letters / 20 ? EncodingName.Find("windows-1256")!
            : upper > lower * 2 ? EncodingName.Find("koi8-r")!
            // Cyrillic a, which is one letter in twelve; in Greek it is an upsilon with two accents, which is hardly one at all.
            : counts[0xE0] > letters / 50 ? EncodingName.Find("windows-1251")!
            : EncodingName.Find("windows-1253")!;
    }

    // Letters beyond ASCII that stand right behind another.
    private static int Runs(ReadOnlySpan<byte> bytes)
    {
        var runs = 0;
        for (var at = 1; at < bytes.Length; at++)
        {
            runs += bytes[at] >= 0xC0 && bytes[at - 1] >= 0xC0 ? 1 : 0;
        }

        return runs;
    }

    private static int Sum(ReadOnlySpan<int> counts, int first, int last)
    {
        var sum = 0;
        for (var sign = first; sign <= last; sign++)
        {
            sum += counts[sign];
        }

        return sum;
    }
}
