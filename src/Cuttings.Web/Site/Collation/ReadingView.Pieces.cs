using Cuttings.Collation;

namespace Cuttings.Web.Site.Collation;

/// <summary>What of the source was taken, gone or put in, and where, before it is written.</summary>
internal sealed partial class ReadingView
{
    private readonly List<Piece> pieces = [];
    private readonly List<(int At, CollatedSentence Sentence, Variant? Variant)> insertions = [];
    private readonly Dictionary<int, int> last = [];
    private readonly Dictionary<int, int> parts = [];

    private void Gather()
    {
        foreach (var sentence in collated.Sentences.Append(collated.Headline).OfType<CollatedSentence>())
        {
            var gone = sentence.Variants.Where(variant => variant.SourceAt.Length > 0 && !Differences.MovesAll(sentence, variant)).ToList();
            pieces.AddRange(gone.Select(variant => new Piece(variant.SourceAt, sentence, variant, null)));

            // Where only a bracket differs, the words were taken and changed at once: the change is shown.
            foreach (var passage in sentence.Source.Where(passage => passage.Length > 0))
            {
                var at = passage.Start;
                foreach (var variant in gone.Where(variant => variant.SourceAt.Start < passage.End && variant.SourceAt.End > passage.Start).OrderBy(variant => variant.SourceAt.Start))
                {
                    Take(at, variant.SourceAt.Start, sentence);
                    at = Math.Max(at, variant.SourceAt.End);
                }

                Take(at, passage.End, sentence);
            }

            foreach (var variant in sentence.Variants.Where(variant => variant.Cutting.Length > 0 && !Differences.MovesAll(sentence, variant)))
            {
                insertions.Add((variant.SourceAt.Length > 0 ? variant.SourceAt.End : AfterWordBefore(sentence, variant.SourceAt.Start), sentence, variant));
            }

            foreach (var end in pieces.Where(piece => piece.Sentence == sentence).Select(piece => piece.At.End).Concat(insertions.Where(one => one.Sentence == sentence).Select(one => one.At)))
            {
                last[sentence.Number] = Math.Max(last.GetValueOrDefault(sentence.Number, -1), end);
            }
        }

        var after = 0;
        foreach (var sentence in collated.Sentences)
        {
            if (sentence.Verdict is Verdict.Added or Verdict.Beyond && !collated.Elsewhere.Contains(sentence.Number))
            {
                insertions.Add((after, sentence, null));
            }
            else
            {
                after = last.GetValueOrDefault(sentence.Number, after);
            }
        }

        pieces.AddRange(collated.Omissions.Where(omission => omission.Source.Length > 0 || omission.Warnings.Length > 0).Select(omission => new Piece(omission.Source, null, null, omission)));
        Divide();
        foreach (var sentence in pieces.Select(piece => piece.Sentence).Concat(insertions.Where(one => one.Variant is not null).Select(one => one.Sentence)).OfType<CollatedSentence>())
        {
            parts[sentence.Number] = parts.GetValueOrDefault(sentence.Number) + 1;
        }

        pieces.Sort((one, other) => one.At.Start != other.At.Start ? one.At.Start.CompareTo(other.At.Start) : one.At.End.CompareTo(other.At.End));
        insertions.Sort((one, other) => one.At.CompareTo(other.At));
    }

    // What was put in stands behind the word before it, not before the next one.
    private int AfterWordBefore(CollatedSentence sentence, int at)
    {
        // At the end of a paragraph it stays with its sentence.
        if (sentence.Source.Where(passage => passage.End <= at).Select(passage => passage.End).DefaultIfEmpty(-1).Max() is >= 0 and var end && collated.SourceText.AsSpan(end..at).Trim().IsEmpty)
        {
            at = end;
        }

        var word = at;
        while (word > 0 && !char.IsLetterOrDigit(collated.SourceText[word - 1]))
        {
            word--;
        }

        return word == 0 || collated.SourceText.AsSpan(word..at).Contains('\n') ? at : word;
    }

    private void Take(int start, int end, CollatedSentence sentence)
    {
        if (end > start)
        {
            pieces.Add(new(new(start, end), sentence, null, null));
        }
    }

    // A taken run is shown in two where something was put into it.
    private void Divide()
    {
        foreach (var at in insertions.Select(one => one.At).Distinct())
        {
            var n = pieces.FindIndex(piece => piece.Sentence is not null && piece.Variant is null && piece.At.Start < at && piece.At.End > at);
            if (n >= 0)
            {
                pieces.Add(pieces[n] with { At = new(at, pieces[n].At.End) });
                pieces[n] = pieces[n] with { At = new(pieces[n].At.Start, at) };
            }
        }
    }

    private sealed record Piece(Passage At, CollatedSentence? Sentence, Variant? Variant, LeftOut? Omission);
}
