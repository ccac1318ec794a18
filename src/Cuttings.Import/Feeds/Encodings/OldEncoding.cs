using System.Text;

namespace Cuttings.Import.Feeds.Encodings;

/// <summary>The encoding of a feed that names none, or a wrong one, by how its bytes beyond ASCII are paired.</summary>
internal static class OldEncoding
{
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        var (pairs, kanjiLeads, lowTrails, big5, kana, alone) = (0, 0, 0, 0, 0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            var lead = bytes[at];
            if (lead < 0x80)
            {
                continue;
            }

            var trail = at + 1 < bytes.Length ? bytes[at + 1] : (byte)0;
            big5 += lead is >= 0xA4 and <= 0xC6 ? 1 : 0;
            if (trail is >= 0x40 and <= 0x7E && lead is >= 0x81 and <= 0xFE)
            {
                lowTrails++;
                kanjiLeads += lead is >= 0x81 and <= 0x9F or >= 0xE0 and <= 0xEA ? 1 : 0;
                at++;
            }
            else if (trail >= 0x80)
            {
                pairs++;
                kanjiLeads += lead is >= 0x81 and <= 0x9F ? 1 : 0;
                kana += lead is 0xA4 or 0xA5 ? 1 : 0;
                at++;
            }
            else
            {
                alone++;
            }
        }

        var all = pairs + lowTrails;
        // A character of two bytes never ends in a space or a stop; a word of single ones does, every other time.
        return alone > all / 16 && alone + all > 3 ? OldLetters.Of(bytes)
            : all < 4 ? TextEncoding.Of(bytes)
            : kanjiLeads > all / 2 ? EncodingName.Find("shift_jis")!
            : lowTrails <= all / 32 && kana > all / 4 ? EncodingName.Find("euc-jp")!
            : lowTrails > all / 8 && big5 > all / 2 ? EncodingName.Find("big5")!
            : TextEncoding.Of(bytes);
    }
}
