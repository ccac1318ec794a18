using System.Text;

namespace Cuttings.Import.Feeds.Encodings;

/// <summary>The encoding of a feed that names none, or a wrong one, by how its bytes beyond ASCII are paired.</summary>
internal static class OldEncoding
{
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        var (pairs, kanjiLeads, lowTrails, big5, hebrew, single) = (0, 0, 0, 0, 0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            var lead = bytes[at];
            if (lead < 0x80)
            {
                continue;
            }

            var trail = at + 1 < bytes.Length ? bytes[at + 1] : (byte)0;
            hebrew += lead is >= 0xE0 and <= 0xFA ? 1 : 0;
            single++;
            if (trail is >= 0x40 and <= 0x7E && lead is >= 0x81 and <= 0xFE)
            {
                lowTrails++;
                kanjiLeads += lead is >= 0x81 and <= 0x9F or >= 0xE0 and <= 0xEA ? 1 : 0;
                big5 += lead is >= 0xA4 and <= 0xC6 ? 1 : 0;
                at++;
            }
            else if (trail >= 0x80)
            {
                pairs++;
                kanjiLeads += lead is >= 0x81 and <= 0x9F ? 1 : 0;
                big5 += lead is >= 0xA4 and <= 0xC6 ? 1 : 0;
                hebrew += trail is >= 0xE0 and <= 0xFA ? 1 : 0;
                single++;
                at++;
            }
        }

        return pairs + lowTrails < 4 ? TextEncoding.Of(bytes)
            : hebrew >= single - (single / 16) && lowTrails == 0 ? EncodingName.Find("windows-1255")!
            : kanjiLeads > (pairs + lowTrails) / 2 ? EncodingName.Find("shift_jis")!
            : lowTrails > (pairs + lowTrails) / 8 && big5 > (pairs + lowTrails) / 2 ? EncodingName.Find("big5")!
            : TextEncoding.Of(bytes);
    }
}
