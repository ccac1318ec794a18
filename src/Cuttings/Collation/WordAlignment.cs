namespace Cuttings.Collation;

/// <summary>
/// Lays the words of a sentence against those of a stretch of the source so that most words match, in order, in runs as long as can be
/// (dynamic programming over both, after Needleman and Wunsch, with a bonus for neighbours).
/// </summary>
internal sealed class WordAlignment(ScannedText cutting, ScannedText source, Weights weights)
{
    private const float Neighbour = 0.6f;
    private const float Gap = 0.05f;
    private const float Content = 1;
    private const float Function = 0.4f;

    // Beyond this much work (cells of the table) only heads and tails are compared, so that hostile texts end.
    private const long Most = 60_000_000;
    private const int Widest = 2_000_000;
    private long spent;
    private byte[] table = [];
    private float[] match = [];
    private float[] any = [];

    /// <summary>The pairs of equal words, as places in both lists; a source word of -1 is not to be had.</summary>
    public List<(int Cutting, int Source)> Align(Run run, IReadOnlyList<int> window)
    {
        var pairs = new List<(int, int)>();
        var (rows, columns) = (run.Length, window.Count);
        var (head, tail) = Ends(run, window);
        if (head == rows && rows == columns)
        {
            for (var n = 0; n < rows; n++)
            {
                pairs.Add((run.Start + n, window[n]));
            }

            return pairs;
        }

        var cells = (long)rows * columns;
        spent += cells;
        if (cells > Widest || spent > Most)
        {
            for (var n = 0; n < head; n++)
            {
                pairs.Add((run.Start + n, window[n]));
            }

            for (var n = tail; n > 0; n--)
            {
                pairs.Add((run.End - n, window[columns - n]));
            }

            return pairs;
        }

        Fill(run, window);
        for (int row = rows, column = columns; row > 0 && column > 0;)
        {
            switch (table[((row - 1) * columns) + column - 1])
            {
                case 1:
                    row--;
                    break;
                case 2:
                    column--;
                    break;
                default:
                    // A match; bit 4: the pair before it is one too.
                    while (true)
                    {
                        pairs.Add((run.Start + row - 1, window[column - 1]));
                        var goesOn = (table[((row - 1) * columns) + column - 1 + (rows * columns)] & 4) != 0;
                        row--;
                        column--;
                        if (!goesOn)
                        {
                            break;
                        }
                    }

                    break;
            }
        }

        pairs.Reverse();
        return pairs;
    }

    private void Fill(Run run, IReadOnlyList<int> window)
    {
        var (rows, columns) = (run.Length, window.Count);
        if (table.Length < 2 * rows * columns)
        {
            table = new byte[2 * rows * columns];
        }

        if (match.Length < columns + 1)
        {
            (match, any) = (new float[columns + 1], new float[columns + 1]);
        }

        Array.Fill(match, float.NegativeInfinity, 0, columns + 1);
        Array.Fill(any, 0, 0, columns + 1);
        for (var row = 1; row <= rows; row++)
        {
            var key = cutting.Words[run.Start + row - 1].Key;
            var worth = weights.IsFunction(key) ? Function : Content;
            var (matchBefore, anyBefore) = (match[0], any[0]);
            for (var column = 1; column <= columns; column++)
            {
                var (matchAbove, anyAbove) = (match[column], any[column]);
                var word = window[column - 1];
                var at = ((row - 1) * columns) + column - 1;
                if (word >= 0 && source.Words[word].Key == key)
                {
                    var goesOn = matchBefore + Neighbour >= anyBefore;
                    match[column] = worth + Math.Max(matchBefore + Neighbour, anyBefore);
                    table[at + (rows * columns)] = goesOn ? (byte)4 : (byte)0;
                }
                else
                {
                    match[column] = float.NegativeInfinity;
                }

                var (best, way) = (anyAbove, (byte)1);
                (best, way) = any[column - 1] > best ? (any[column - 1], (byte)2) : (best, way);
                (best, way) = match[column] - Gap >= best ? (match[column] - Gap, (byte)0) : (best, way);
                any[column] = best;
                table[at] = way;
                (matchBefore, anyBefore) = (matchAbove, anyAbove);
            }
        }
    }

    private (int Head, int Tail) Ends(Run run, IReadOnlyList<int> window)
    {
        var shorter = Math.Min(run.Length, window.Count);
        var head = 0;
        while (head < shorter && Equal(run.Start + head, window[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && Equal(run.End - 1 - tail, window[window.Count - 1 - tail]))
        {
            tail++;
        }

        return (head, tail);
    }

    private bool Equal(int cuttingWord, int sourceWord) => sourceWord >= 0 && cutting.Words[cuttingWord].Key == source.Words[sourceWord].Key;
}
