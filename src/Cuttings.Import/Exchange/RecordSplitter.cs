namespace Cuttings.Import.Exchange;

/// <summary>Finds where one record ends in bytes that come piece by piece.</summary>
internal abstract class RecordSplitter
{
    /// <summary>How many of the fresh bytes belong to the record that is being read, its end included; -1 where it goes on.</summary>
    public abstract int FindEnd(ReadOnlySpan<byte> fresh);
}

/// <summary>JSON Lines: a record ends with its line.</summary>
internal sealed class LineSplitter : RecordSplitter
{
    public override int FindEnd(ReadOnlySpan<byte> fresh)
    {
        var feed = fresh.IndexOf((byte)'\n');
        return feed < 0 ? -1 : feed + 1;
    }
}

/// <summary>A JSON array, or objects over several lines: a record ends where its brackets close.</summary>
internal sealed class ValueSplitter(bool array) : RecordSplitter
{
    private int depth = array ? -1 : 0;
    private bool quoted;
    private bool escaped;

    public override int FindEnd(ReadOnlySpan<byte> fresh)
    {
        for (var at = 0; at < fresh.Length; at++)
        {
            var sign = fresh[at];
            if (quoted)
            {
                quoted = escaped || sign != '"';
                escaped = !escaped && sign == '\\';
                continue;
            }

            switch (sign)
            {
                case (byte)'"':
                    quoted = true;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when depth > 0:
                    depth--;
                    if (depth == 0)
                    {
                        return at + 1;
                    }

                    break;
                case (byte)',' when depth == 0:
                    return at + 1;
                default:
                    break;
            }
        }

        return -1;
    }
}
