namespace Cuttings.Collation;

/// <summary>Differences of signs, and words that only moved.</summary>
internal sealed partial class Changes
{
    // What stands in brackets is an editor's, though a word or two of it be the source's: a bracket is taken whole or not at all.
    private static void Loosen(Comparison comparison, SentenceMatch match)
    {
        foreach (var bracket in comparison.Cutting.BracketsIn(match.Words))
        {
            var words = bracket.Words;
            var first = comparison.From[words.Start];
            if (first >= 0 && Enumerable.Range(0, words.Length).All(n => comparison.From[words.Start + n] == first + n))
            {
                continue;
            }

            for (var word = words.Start; word < words.End; word++)
            {
                comparison.Release(word);
            }
        }
    }

    // The word is the same; its brackets may not be.
    private void Signs(int word)
    {
        var (here, there) = (cutting.Words[word], source.Words[comparison.From[word]]);
        var from = comparison.From[word];
        if (here.Is(Traits.PartBracketed) && !there.Is(Traits.PartBracketed))
        {
            var letters = cutting[word].ToString().Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            var idle = letters.AsSpan().SequenceEqual(source[from]);
            match.Changes.Add(new(VariantKind.Substitution, new(word, word + 1), new(from, from + 1), Marked: true, here.Quotation != 0, idle ? SignChange.FalseBracket : SignChange.CaseBracket));
        }
        else if (here.Is(Traits.Bracketed) != there.Is(Traits.Bracketed))
        {
            var change = here.Is(Traits.Bracketed) ? SignChange.FalseBracket : SignChange.BracketRemoved;
            if (match.Changes.Count > 0 && match.Changes[^1] is { } before && before.Sign == change && before.Cutting.End == word && before.Source.End == from)
            {
                match.Changes[^1] = before with { Cutting = new(before.Cutting.Start, word + 1), Source = new(before.Source.Start, from + 1) };
                return;
            }

            match.Changes.Add(new(VariantKind.Substitution, new(word, word + 1), new(from, from + 1), here.Is(Traits.Bracketed), here.Quotation != 0, change));
        }
    }

    // The same words gone in one place and put in at another were moved.
    private void Transpose()
    {
        for (var n = 0; n < match.Changes.Count; n++)
        {
            var gone = match.Changes[n];
            if (gone.Kind != VariantKind.Omission)
            {
                continue;
            }

            var put = match.Changes.FindIndex(change => change.Kind == VariantKind.Addition && !change.Marked && Same(change.Cutting, gone.Source));
            if (put >= 0)
            {
                var added = match.Changes[put];
                for (var word = 0; word < added.Cutting.Length; word++)
                {
                    comparison.Take(added.Cutting.Start + word, gone.Source.Start + word);
                }

                match.Changes[put] = new(VariantKind.Transposition, added.Cutting, gone.Source, Marked: false, added.InQuotation || gone.InQuotation);
                match.Changes.RemoveAt(n);
                n = -1;
            }
        }
    }

    private bool Same(Run here, Run there)
    {
        if (here.Length != there.Length)
        {
            return false;
        }

        for (var n = 0; n < here.Length; n++)
        {
            if (cutting.Words[here.Start + n].Key != source.Words[there.Start + n].Key)
            {
                return false;
            }
        }

        return true;
    }
}
