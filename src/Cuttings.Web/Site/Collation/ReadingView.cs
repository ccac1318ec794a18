using System.Text;
using Cuttings.Collation;

namespace Cuttings.Web.Site.Collation;

/// <summary>The source from its beginning to its end: grey what was left, black what was taken, each cut and change where it was made.</summary>
internal sealed class ReadingView
{
    private readonly StringBuilder html;
    private readonly Collated collated;
    private readonly string prefix;
    private readonly string side;
    private readonly List<Piece> pieces = [];
    private readonly List<(int At, CollatedSentence Sentence, Variant? Variant)> insertions = [];
    private readonly List<(string About, IEnumerable<Warning> Warnings)> pending = [];
    private readonly Dictionary<int, int> last = [];
    private readonly Dictionary<int, int> parts = [];
    private readonly HashSet<int> begun = [];
    private bool open;

    private ReadingView(StringBuilder html, Collated collated, string prefix, string side) => (this.html, this.collated, this.prefix, this.side) = (html, collated, prefix, side);

    public static void Write(StringBuilder html, Collated collated, string? language, string prefix, string side)
    {
        var view = new ReadingView(html, collated, prefix, side);
        view.Gather();
        html.Append("<p class=\"legend\"><span class=\"taken\">Black</span> was taken, <span class=\"grey\">grey</span> was not; <del>struck</del> was left out of a sentence, <ins>underlined</ins> was put in; dotted where the excerpt shows it by a mark. The numbers are those of the cutting’s sentences.</p><div class=\"reading\"").Append(Languages.Attributes(language)).Append('>');
        view.Walk();
        html.Append("</div>");
    }

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

    private void Walk()
    {
        var at = 0;
        var next = 0;
        foreach (var piece in pieces)
        {
            if (piece.At.Start < at)
            {
                Finish(piece.Sentence);
                continue;
            }

            Plain(at, piece.At.Start, ref next);
            // What was put in just here stands before what was taken next.
            Insert(piece.At.Start + 1, ref next);
            Show(piece);
            at = piece.At.End;
        }

        Plain(at, collated.SourceText.Length, ref next);
        Insert(int.MaxValue, ref next);
        Close();
    }

    private void Plain(int from, int to, ref int next)
    {
        while (next < insertions.Count && insertions[next].At < to)
        {
            var at = Math.Max(from, insertions[next].At);
            Grey(collated.SourceText[from..at]);
            from = at;
            Insert(insertions[next].At + 1, ref next);
        }

        Grey(collated.SourceText[from..to]);
    }

    private void Insert(int before, ref int next)
    {
        for (; next < insertions.Count && insertions[next].At < before; next++)
        {
            Insertion(insertions[next].Sentence, insertions[next].Variant);
        }
    }

    private void Insertion(CollatedSentence sentence, Variant? variant)
    {
        Open();
        if (variant is not null)
        {
            Number(sentence);
            html.Append(' ');
            Differences.PutIn(html, variant, brackets: true);
            Finish(sentence);
            return;
        }

        Number(sentence);
        html.Append("<ins class=\"whole\"><span class=\"unseen\">[").Append(sentence.Verdict == Verdict.Beyond ? "beyond the kept text" : "not in the source").Append(": </span>").Append(Differences.Text(sentence.Text)).Append("<span class=\"unseen\">]</span></ins> <span class=\"verdict\">").Append(sentence.Verdict == Verdict.Beyond ? "beyond the kept text" : "added").Append("</span> ");
        Queue(sentence);
    }

    private void Show(Piece piece)
    {
        if (piece.Omission is { } omission)
        {
            LeftOut(omission);
            return;
        }

        Open();
        Number(piece.Sentence!);
        if (piece.Variant is { } variant)
        {
            Differences.LeftOut(html, piece.At.Of(collated.SourceText), variant.Marked);
        }
        else
        {
            Broken(piece.At.Of(collated.SourceText), "<span class=\"taken\">", "</span>");
        }

        Finish(piece.Sentence);
    }

    private void LeftOut(LeftOut omission)
    {
        Open();
        var words = $"{omission.Words} {(omission.Words == 1 ? "word" : "words")}";
        var text = omission.Source.Of(collated.SourceText);
        if (omission.Words > 0)
        {
            html.Append("<details class=\"left\"").Append(omission.Words <= 25 || omission.Warnings.Length > 0 ? " open" : "").Append("><summary>left out: ").Append(words).Append(omission.Marked ? ", marked" : ", no mark").Append("</summary><span>").Append(Page.Encode(text).Replace("\n\n", "<br>", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)).Append("</span></details>");
        }

        if (omission.Warnings.Length > 0)
        {
            pending.Add(("left out", omission.Warnings));
        }
    }

    private void Number(CollatedSentence sentence)
    {
        if (begun.Add(sentence.Number))
        {
            var name = sentence.Number == 0 ? "headline" : sentence.Number.ToString();
            html.Append("<a class=\"n\" id=\"").Append(prefix).Append('s').Append(sentence.Number).Append("\" href=\"").Append(Page.Encode(side)).Append('#').Append(prefix).Append('c').Append(sentence.Number).Append(sentence.Number == 0 ? "\">" : "\"><span class=\"unseen\">sentence </span>").Append(name).Append("</a> ");
            var moved = sentence.Variants.Any(variant => Differences.MovesAll(sentence, variant));
            html.Append(moved ? "<span class=\"verdict\">moved</span> " : "");
        }
    }

    // After its last part, what became of the sentence.
    private void Finish(CollatedSentence? sentence)
    {
        if (sentence is null || --parts[sentence.Number] > 0)
        {
            return;
        }

        html.Append(sentence.Verdict is Verdict.Verbatim or Verdict.Moved ? "" : $" <span class=\"verdict\"><span class=\"unseen\">[</span>{CollationJson.Name(sentence.Verdict)}<span class=\"unseen\">]</span></span>");
        Queue(sentence);
    }

    private void Queue(CollatedSentence sentence)
    {
        if (sentence.Warnings.Length > 0 && !collated.Elsewhere.Contains(sentence.Number))
        {
            pending.Add((sentence.Number == 0 ? "headline" : $"sentence {sentence.Number}", sentence.Warnings));
        }
    }

    private void Grey(string text) => Broken(text, "", "");

    // Text that may run over the end of a paragraph.
    private void Broken(string text, string before, string after)
    {
        var first = true;
        foreach (var part in text.Split('\n'))
        {
            if (!first)
            {
                Close();
            }

            first = false;
            if (part.Trim().Length == 0)
            {
                html.Append(open && part.Length > 0 ? " " : "");
                continue;
            }

            Open();
            html.Append(before).Append(Page.Encode(part)).Append(after);
        }
    }

    private void Open()
    {
        if (!open)
        {
            html.Append("<div class=\"line\"><div class=\"text\">");
            open = true;
        }
    }

    private void Close()
    {
        if (open)
        {
            html.Append("</div>");
            if (pending.Count > 0)
            {
                html.Append("<div class=\"beside\">");
                foreach (var (about, warnings) in pending)
                {
                    Differences.Warnings(html, warnings, about);
                }

                html.Append("</div>");
                pending.Clear();
            }

            html.Append("</div>");
            open = false;
        }
    }

    private sealed record Piece(Passage At, CollatedSentence? Sentence, Variant? Variant, LeftOut? Omission);
}
