using System.Buffers.Binary;

namespace Cuttings.Import.WebArchives;

/// <summary>The checksum of gzip and zip (RFC 1952, 8), eight bytes at a step.</summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = Make();

    /// <summary>The checksum of what came before (0 for nothing) and these bytes.</summary>
    public static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        var crc = ~before;
        var tables = Tables;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = tables[7][low & 0xFF] ^ tables[6][(low >> 8) & 0xFF] ^ tables[5][(low >> 16) & 0xFF] ^ tables[4][low >> 24]
                ^ tables[3][high & 0xFF] ^ tables[2][(high >> 8) & 0xFF] ^ tables[1][(high >> 16) & 0xFF] ^ tables[0][high >> 24];
        }

        foreach (var value in bytes)
        {
            crc = tables[0][(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] Make()
    {
        var tables = new uint[8][];
        for (var table = 0; table < 8; table++)
        {
            tables[table] = new uint[256];
            for (var n = 0u; n < 256; n++)
            {
                tables[table][n] = table == 0 ? One(n) : tables[0][tables[table - 1][n] & 0xFF] ^ (tables[table - 1][n] >> 8);
            }
        }

        return tables;
    }

    private static uint One(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
