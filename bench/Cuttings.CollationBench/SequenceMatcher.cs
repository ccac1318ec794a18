namespace Cuttings.CollationBench;

/// <summary>
/// The matching of Ratcliff and Obershelp as Python's difflib does it: the longest common block, then the same left and right of it;
/// in texts of 200 words or more, words that are more than one in a hundred found no block ("junk by popularity").
/// </summary>
internal sealed class SequenceMatcher
{
    private readonly int[] one;
    private readonly int[] other;
    private readonly Dictionary<int, List<int>> places = [];
    private Dictionary<int, int> lengths = [];
    private Dictionary<int, int> next = [];

    private SequenceMatcher(int[] one, int[] other)
    {
        (this.one, this.other) = (one, other);
        for (var n = 0; n < other.Length; n++)
        {
            if (!places.TryGetValue(other[n], out var at))
            {
                places.Add(other[n], at = []);
            }

            at.Add(n);
        }

        if (other.Length >= 200)
        {
            foreach (var (word, at) in places)
            {
                if (at.Count > (other.Length / 100) + 1)
                {
                    places.Remove(word);
                }
            }
        }
    }

    /// <summary>For each word of the one its place in the other, or -1.</summary>
    public static int[] Match(int[] one, int[] other)
    {
        var matcher = new SequenceMatcher(one, other);
        var found = new int[one.Length];
        Array.Fill(found, -1);
        var open = new Stack<(int From, int To, int OtherFrom, int OtherTo)>([(0, one.Length, 0, other.Length)]);
        while (open.TryPop(out var part))
        {
            var (at, otherAt, length) = matcher.Longest(part.From, part.To, part.OtherFrom, part.OtherTo);
            if (length == 0)
            {
                continue;
            }

            for (var n = 0; n < length; n++)
            {
                found[at + n] = otherAt + n;
            }

            open.Push((part.From, at, part.OtherFrom, otherAt));
            open.Push((at + length, part.To, otherAt + length, part.OtherTo));
        }

        return found;
    }

    private (int At, int OtherAt, int Length) Longest(int from, int to, int otherFrom, int otherTo)
    {
        var (at, otherAt, length) = (from, otherFrom, 0);
        lengths.Clear();
        for (var n = from; n < to; n++)
        {
            next.Clear();
            foreach (var place in places.GetValueOrDefault(one[n], []))
            {
                if (place >= otherTo)
                {
                    break;
                }

                if (place >= otherFrom)
                {
                    var run = next[place] = lengths.GetValueOrDefault(place - 1) + 1;
                    (at, otherAt, length) = run > length ? (n - run + 1, place - run + 1, run) : (at, otherAt, length);
                }
            }

            (lengths, next) = (next, lengths);
        }

        // Popular words join a block that they stand beside.
        while (at > from && otherAt > otherFrom && one[at - 1] == other[otherAt - 1])
        {
            (at, otherAt, length) = (at - 1, otherAt - 1, length + 1);
        }

        while (at + length < to && otherAt + length < otherTo && one[at + length] == other[otherAt + length])
        {
            length++;
        }

        return (at, otherAt, length);
    }
}
