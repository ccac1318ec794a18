using System.Text;
using Cuttings.Collation;
using Cuttings.Sources;

namespace Cuttings.Web.Site.Sources;

/// <summary>The text of an edition from its beginning to its end, with what is new in it and what is gone since the edition before, word by word. It says so in words too: it must read well without a style sheet and aloud.</summary>
internal sealed class EditionText
{
    private readonly StringBuilder html;
    private readonly Collated collated;
    private bool open;

    private EditionText(StringBuilder html, Collated collated) => (this.html, this.collated) = (html, collated);

    public static void Write(StringBuilder html, KeptEdition edition, EditionChanges? changes, string? language)
    {
        if (changes?.Collated is { } collated)
        {
            html.Append("<p class=\"legend\"><ins>Underlined</ins> is new in this edition, <del>struck</del> stood in the one before; <span class=\"trivia\">grey</span> is new punctuation or spacing only.</p><div class=\"text excerpt\"").Append(Languages.Attributes(language)).Append('>');
            new EditionText(html, collated).Walk();
            html.Append("</div>");
            return;
        }

        html.Append(changes is null ? "" : "<p class=\"note\">The two texts are too long to compare here.</p>").Append("<div class=\"text excerpt\"").Append(Languages.Attributes(language)).Append('>').Append(edition.Text.ToHtml()).Append("</div>");
    }

    private void Walk()
    {
        var gone = collated.Omissions.Where(omission => omission.Words > 0).ToLookup(omission => omission.After);
        Gone(gone[0]);
        var at = 0;
        foreach (var sentence in collated.Sentences)
        {
            Plain(at, sentence.Cutting.Start);
            Open();
            Sentence(sentence);
            at = sentence.Cutting.End;
            Gone(gone[sentence.Number]);
        }

        Plain(at, collated.CuttingText.Length);
        Close();
    }

    private void Sentence(CollatedSentence sentence)
    {
        if (sentence.Verdict is Verdict.Added or Verdict.Beyond)
        {
            New(sentence.Text);
            return;
        }

        html.Append(sentence.Verdict == Verdict.Moved || sentence.Variants.Any(variant => variant.Kind == VariantKind.Transposition && variant.CuttingAt == sentence.Cutting) ? "<span class=\"verdict\" lang=\"en\">[moved]</span> " : "");
        var variants = sentence.Variants.Where(variant => variant.Kind != VariantKind.Transposition || variant.CuttingAt != sentence.Cutting).OrderBy(variant => variant.CuttingAt.Start).ToList();
        if (variants.Count == 0)
        {
            Unchanged(sentence);
            return;
        }

        var at = sentence.Cutting.Start;
        foreach (var variant in variants)
        {
            var start = Math.Clamp(variant.CuttingAt.Start, at, sentence.Cutting.End);
            html.Append(Text(collated.CuttingText[at..start]));
            at = Math.Clamp(variant.CuttingAt.End, start, sentence.Cutting.End);
            if (variant.Source.Length > 0)
            {
                Was(variant.Source);
                html.Append(' ');
            }

            if (at > start)
            {
                New(collated.CuttingText[start..at]);
            }
        }

        html.Append(Text(collated.CuttingText[at..sentence.Cutting.End]));
    }

    // The words are the same; the signs between them may not be.
    private void Unchanged(CollatedSentence sentence)
    {
        var same = sentence.Source is [var one] && Spaced(one.Of(collated.SourceText)) == Spaced(sentence.Text);
        html.Append(same || sentence.Source.Length != 1 ? "" : "<span class=\"trivia\">").Append(Text(sentence.Text)).Append(same || sentence.Source.Length != 1 ? "" : "<span class=\"unseen\" lang=\"en\"> [only punctuation or spacing is new]</span></span>");
    }

    private void Gone(IEnumerable<LeftOut> omissions)
    {
        foreach (var omission in omissions)
        {
            // A paragraph that went stands as one.
            var whole = omission.Source.Start == 0 || collated.SourceText[omission.Source.Start - 1] == '\n';
            if (whole)
            {
                Close();
            }

            foreach (var paragraph in omission.Source.Of(collated.SourceText).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            {
                Open();
                html.Append(whole ? "" : " ");
                Was(paragraph);
                if (whole)
                {
                    Close();
                }
            }
        }
    }

    private void Was(string words) =>
        html.Append("<del><span class=\"unseen\" lang=\"en\">[was: </span>").Append(Text(words.Trim())).Append("<span class=\"unseen\" lang=\"en\">]</span></del>");

    private void New(string words) =>
        html.Append("<ins><span class=\"unseen\" lang=\"en\">[new: </span>").Append(Text(words)).Append("<span class=\"unseen\" lang=\"en\">]</span></ins>");

    // What stands between two sentences may end a paragraph.
    private void Plain(int from, int to)
    {
        var first = true;
        foreach (var part in collated.CuttingText[from..to].Split("\n\n"))
        {
            if (!first)
            {
                Close();
            }

            first = false;
            if (part.Trim().Length > 0)
            {
                Open();
                html.Append(Text(part));
            }
            else if (open && part.Length > 0)
            {
                html.Append(' ');
            }
        }
    }

    private void Open()
    {
        html.Append(open ? "" : "<p>");
        open = true;
    }

    private void Close()
    {
        html.Append(open ? "</p>" : "");
        open = false;
    }

    private static string Text(string text) => Page.Encode(text.Replace('\n', ' '));

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
