using System.Text;
using Cuttings.Collation;

namespace Cuttings.Web.Site.Collation;

/// <summary>The source from its beginning to its end: grey what was left, black what was taken, each cut and change where it was made.</summary>
internal sealed partial class ReadingView
{
    private readonly StringBuilder html;
    private readonly Collated collated;
    private readonly string prefix;
    private readonly string side;
    private readonly HashSet<int> begun = [];
    private bool open;

    private ReadingView(StringBuilder html, Collated collated, string prefix, string side) => (this.html, this.collated, this.prefix, this.side) = (html, collated, prefix, side);

    public static void Write(StringBuilder html, Collated collated, string? language, string prefix, string side)
    {
        var view = new ReadingView(html, collated, prefix, side);
        view.Gather();
        html.Append("<p class=\"legend\"><span class=\"taken\">Black</span> was taken, <span class=\"grey\">grey</span> was not; <del>struck</del> was left out of a sentence, <ins>underlined</ins> was put in; dotted where the excerpt shows it by a mark. The numbers are those of the cutting’s sentences.</p><div class=\"reading\"").Append(Languages.Attributes(language)).Append('>');
        var top = html.Length;
        view.Walk();
        html.Append("</div>");
        view.TellTheRest(top);
    }

    private void Walk()
    {
        var at = 0;
        var next = 0;
        foreach (var piece in pieces)
        {
            if (piece.At.Start < at)
            {
                // A mark at the end of what was taken stands before the full stop that was taken with it.
                Finish(piece.Sentence);
                Queue(piece.Omission);
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

        Queue(omission);
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
                Beside(html);
            }

            html.Append("</div>");
            open = false;
        }
    }
}
