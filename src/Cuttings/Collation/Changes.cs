namespace Cuttings.Collation;

/// <summary>Walks through a sentence beside what it was made of, and names each difference.</summary>
internal sealed partial class Changes(Comparison comparison, SentenceMatch match)
{
    private readonly ScannedText cutting = comparison.Cutting;
    private readonly ScannedText source = comparison.Source;

    public static void Find(Comparison comparison, SentenceMatch match)
    {
        if (match.IsFound && !IsSame(comparison, match))
        {
            Loosen(comparison, match);
            new Changes(comparison, match).Walk();
        }
    }

    // One sentence taken whole, word by word, brackets and all: most are, and there is nothing to walk.
    private static bool IsSame(Comparison comparison, SentenceMatch match)
    {
        const Traits Brackets = Traits.Bracketed | Traits.PartBracketed;
        var there = comparison.Source.Sentences[match.Sources[0]].Words;
        var same = match.Sources.Count == 1 && there.Length == match.Words.Length;
        for (var n = 0; same && n < there.Length; n++)
        {
            var (here, from) = (match.Words.Start + n, there.Start + n);
            same = comparison.From[here] == from && (comparison.Cutting.Words[here].Traits & Brackets) == (comparison.Source.Words[from].Traits & Brackets);
        }

        return same;
    }

    private void Walk()
    {
        var window = new List<int>();
        foreach (var sentence in match.Sources)
        {
            for (var word = source.Sentences[sentence].FirstWord; word < source.Sentences[sentence].EndWord; word++)
            {
                window.Add(word);
            }
        }

        var places = new Dictionary<int, int>(window.Count);
        for (var n = 0; n < window.Count; n++)
        {
            places[window[n]] = n;
        }

        var (cuttingAt, windowAt) = (match.Words.Start, 0);
        var first = true;
        for (var word = match.Words.Start; word < match.Words.End; word++)
        {
            if (comparison.From[word] < 0)
            {
                continue;
            }

            var place = places[comparison.From[word]];
            Between(new(cuttingAt, word), window, windowAt, place, first, last: false);
            Signs(word);
            (cuttingAt, windowAt, first) = (word + 1, place + 1, false);
        }

        Between(new(cuttingAt, match.Words.End), window, windowAt, window.Count, first, last: true);
        Transpose();
        match.Changes.Sort((one, other) => one.Cutting.Start != other.Cutting.Start ? one.Cutting.Start.CompareTo(other.Cutting.Start) : one.Source.Start.CompareTo(other.Source.Start));
    }

    // What stands between two words that match, on both sides.
    private void Between(Run here, List<int> window, int from, int to, bool first, bool last)
    {
        foreach (var (run, isLast) in Gone(window, from, to, first, last))
        {
            if (isLast)
            {
                Split(here, run);
                return;
            }

            Add(VariantKind.Omission, new(here.Start, here.Start), run, HasMark(here));
        }
    }

    // The words of the source that nobody took; those that another sentence took part what is left, and what lies beyond them is its own.
    private IEnumerable<(Run Run, bool IsLast)> Gone(List<int> window, int from, int to, bool first, bool last)
    {
        if (first)
        {
            for (var n = to - 1; n >= from; n--)
            {
                if (comparison.TakenBy[window[n]] >= 0)
                {
                    from = to;
                }
            }
        }

        if (last)
        {
            for (var n = from; n < to; n++)
            {
                if (comparison.TakenBy[window[n]] >= 0)
                {
                    to = n;
                }
            }
        }

        var runs = new List<Run>();
        for (var n = from; n < to; n++)
        {
            if (comparison.TakenBy[window[n]] >= 0)
            {
                continue;
            }

            var dateline = source.Words[window[n]].Is(Traits.Dateline);
            if (runs.Count > 0 && runs[^1].End == window[n] && source.Words[window[n] - 1].Is(Traits.Dateline) == dateline)
            {
                runs[^1] = new(runs[^1].Start, window[n] + 1);
            }
            else
            {
                runs.Add(new(window[n], window[n] + 1));
            }
        }

        if (runs.Count == 0)
        {
            var at = from < window.Count ? window[from] : window.Count > 0 ? window[^1] + 1 : 0;
            runs.Add(new(at, at));
        }

        // A substitution takes the place of the longest stretch.
        var chief = runs.Select((run, n) => (run.Length, -n)).Max();
        for (var n = 0; n < runs.Count; n++)
        {
            if (n != -chief.Item2)
            {
                yield return (runs[n], false);
            }
        }

        yield return (runs[-chief.Item2], true);
    }

    private void Split(Run here, Run there)
    {
        var marked = HasMark(here);
        var open = new List<Run>();
        var bracketed = new List<Run>();
        for (var word = here.Start; word < here.End; word++)
        {
            var list = cutting.Words[word].Is(Traits.Bracketed | Traits.PartBracketed) ? bracketed : open;
            if (list.Count > 0 && list[^1].End == word)
            {
                list[^1] = new(list[^1].Start, word + 1);
            }
            else
            {
                list.Add(new(word, word + 1));
            }
        }

        if (here.IsEmpty)
        {
            if (!there.IsEmpty)
            {
                Add(VariantKind.Omission, here, there, marked);
            }

            return;
        }

        // A bracket stands for what it replaced; with an ellipsis beside other words, those were put in and the cut is marked.
        var replaced = there.IsEmpty;
        foreach (var run in open)
        {
            Add(replaced || marked ? VariantKind.Addition : VariantKind.Substitution, run, replaced || marked ? new(there.Start, there.Start) : there, marked: false);
            replaced |= !marked;
        }

        foreach (var run in bracketed)
        {
            Add(replaced ? VariantKind.Addition : VariantKind.Substitution, run, replaced ? new(there.Start, there.Start) : there, marked: true);
            replaced = true;
        }

        if (!replaced)
        {
            Add(VariantKind.Omission, new(here.End, here.End), there, marked);
        }
    }

    private void Add(VariantKind kind, Run here, Run there, bool marked)
    {
        if (kind == VariantKind.Substitution && Same(here, there))
        {
            // Too little by itself to be matched, but nothing else stands in its place.
            for (var word = 0; word < here.Length; word++)
            {
                comparison.Take(here.Start + word, there.Start + word);
                Signs(here.Start + word);
            }

            return;
        }

        match.Changes.Add(new(kind, here, there, marked, InQuotation(here, there)));
    }

    // For an omission: the source's own words were in quotation marks, and the quotation is still there on at least one side.
    private bool InQuotation(Run here, Run there)
    {
        if (!here.IsEmpty)
        {
            return cutting.Words[here.Start].Quotation != 0 || cutting.Words[here.End - 1].Quotation != 0;
        }

        var before = here.Start > match.Words.Start ? cutting.Words[here.Start - 1].Quotation : 0;
        var after = here.Start < match.Words.End ? cutting.Words[here.Start].Quotation : 0;
        if (before == 0 && after == 0)
        {
            return false;
        }

        return (before != 0 && Touches(there.Start, here.Start - 1)) || (after != 0 && Touches(there.End - 1, here.Start));
    }

    // The word left out stood in the same quotation of the source as the one beside it that was taken.
    private bool Touches(int gone, int kept)
    {
        var from = comparison.From[kept];
        return source.Words[gone].Quotation != 0 && (from < 0 || source.Words[from].Quotation == source.Words[gone].Quotation);
    }

    // [T]he says that the sentence began otherwise.
    private bool HasMark(Run here) => (cutting.HasMark(here.Start, here.End) && !IsOfGap(here) && !IsBehind(here)) || (here.End < match.Words.End && cutting.Words[here.End].Is(Traits.PartBracketed) && cutting[here.End][0] == '[');

    // A mark behind the full stop claims nothing of the sentence before it.
    private bool IsBehind(Run here) =>
        here.End == match.Words.End && !(here.Length > 0 && cutting.HasMark(here.Start, here.End - 1)) && cutting.MarkAt(here.End) is { } mark
        && mark.Start >= cutting.Sentences[cutting.SentenceOf(match.Words.Start)].End;

    // A mark between sentences stands for those left out there, not for the beginning of the next one.
    private bool IsOfGap(Run here)
    {
        var before = match.Sources[0] - 1;
        return here.Start == match.Words.Start && !cutting.HasMark(here.Start + 1, here.End) && before >= comparison.FirstSource && !comparison.Used[before] && cutting.Words[here.Start].Is(Traits.Capital);
    }
}
