namespace Cuttings.Duplicates;

/// <summary>What of one text stands in another: the passages, and the gaps between them where the two part for a few words.</summary>
internal readonly record struct Passages(double Covered, int Gaps, int Changed, int Renamed, int Kept)
{
    private const int Widest = 12;
    private const int LongestName = 4;

    public static Passages Of(StoryText text, StoryText other)
    {
        if (text.Weight == 0)
        {
            return default;
        }

        var places = Places(text, other);
        var (weight, kept) = (0, 0);
        for (var n = 0; n < places.Length; n++)
        {
            if (places[n] >= 0)
            {
                weight += text.Weights[n];
                kept += IsTelling(text.Kinds[n]) ? 1 : 0;
            }
        }

        var gaps = Between(text, other, places);
        return new((double)weight / text.Weight, gaps.Count, Changes(text, other, gaps), Renames(text, other, gaps), kept);
    }

    // For each token of the text where it stands in the other one, as part of a shingle; -1 where it does not.
    private static int[] Places(StoryText text, StoryText other)
    {
        var first = new Dictionary<ulong, int>(other.Shingles.Length);
        for (var n = 0; n < other.Shingles.Length; n++)
        {
            first.TryAdd(other.Shingles[n], n);
        }

        var places = new int[text.Tokens.Length];
        Array.Fill(places, -1);
        for (var n = 0; n < text.Shingles.Length; n++)
        {
            if (!first.TryGetValue(text.Shingles[n], out var at))
            {
                continue;
            }

            for (var m = n; m < text.Ends[n]; m++)
            {
                // A run goes on where it began, though its words stand elsewhere too.
                places[m] = places[m] < 0 ? at + m - n : places[m];
            }
        }

        Widen(places, text, other);
        return places;
    }

    // A passage goes on to the very word where the two part: shingles end before.
    private static void Widen(int[] places, StoryText text, StoryText other)
    {
        for (var n = 1; n < places.Length; n++)
        {
            if (places[n] < 0 && places[n - 1] >= 0 && places[n - 1] + 1 < other.Tokens.Length && other.Tokens[places[n - 1] + 1] == text.Tokens[n])
            {
                places[n] = places[n - 1] + 1;
            }
        }

        for (var n = places.Length - 2; n >= 0; n--)
        {
            if (places[n] < 0 && places[n + 1] >= 1 && other.Tokens[places[n + 1] - 1] == text.Tokens[n])
            {
                places[n] = places[n + 1] - 1;
            }
        }
    }

    private static List<Gap> Between(StoryText text, StoryText other, int[] places)
    {
        var gaps = new List<Gap>();
        for (var n = 1; n < places.Length; n++)
        {
            if (places[n] >= 0 || places[n - 1] < 0)
            {
                continue;
            }

            var end = n;
            while (end < places.Length && places[end] < 0)
            {
                end++;
            }

            if (end < places.Length && end - n <= Widest && places[end] - places[n - 1] - 1 is >= 0 and <= Widest and var length)
            {
                gaps.Add(new(n, end, places[n - 1] + 1, places[n - 1] + 1 + length));
            }

            n = end;
        }

        return gaps;
    }

    // A figure against another figure, a name against another name.
    private static int Changes(StoryText text, StoryText other, List<Gap> gaps)
    {
        var (mine, theirs) = (Known(text), Known(other));
        return gaps.Count(gap =>
            (Has(text, gap.Start, gap.End, StoryToken.Number, theirs) && Has(other, gap.From, gap.To, StoryToken.Number, mine))
            || (Has(text, gap.Start, gap.End, StoryToken.Name, theirs) && Has(other, gap.From, gap.To, StoryToken.Name, mine)));
    }

    // The same few signs against the same few others, twice or more: a name in a script without capitals.
    private static int Renames(StoryText text, StoryText other, List<Gap> gaps) =>
        gaps.Where(gap => gap.IsShort && text.Kinds[gap.Start] == StoryToken.Sign && other.Kinds[gap.From] == StoryToken.Sign)
            .GroupBy(gap => (Run(text, gap.Start, gap.End), Run(other, gap.From, gap.To)))
            .Sum(group => group.Count() is var times and >= 2 ? times : 0);

    private static bool Has(StoryText text, int start, int end, StoryToken kind, HashSet<ulong> elsewhere)
    {
        for (var n = start; n < end; n++)
        {
            if (text.Kinds[n] == kind && !elsewhere.Contains(text.Tokens[n]))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<ulong> Known(StoryText text)
    {
        var known = new HashSet<ulong>();
        for (var n = 0; n < text.Tokens.Length; n++)
        {
            // A name that begins a sentence elsewhere is there all the same.
            if (text.Kinds[n] != StoryToken.Sign)
            {
                known.Add(text.Tokens[n]);
            }
        }

        return known;
    }

    private static ulong Run(StoryText text, int start, int end)
    {
        var digest = Digests.Start;
        for (var n = start; n < end; n++)
        {
            digest = Digests.With(digest, text.Tokens[n]);
        }

        return digest;
    }

    private static bool IsTelling(StoryToken kind) => kind is StoryToken.Number or StoryToken.Name;

    private readonly record struct Gap(int Start, int End, int From, int To)
    {
        public bool IsShort => End - Start <= LongestName && To - From is > 0 and <= LongestName;
    }
}
