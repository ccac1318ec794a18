using System.Collections.Frozen;

namespace Cuttings.Collation;

/// <summary>
/// Reads a plain text once, from its beginning to its end, into words, sentences, marks and brackets. A blank line parts paragraphs;
/// so does a line end, but where the lines are filled to one width. Time and memory grow linearly.
/// </summary>
internal sealed partial class TextScanner
{
    // Sentences without an end are cut here, so that no step works on a whole book at once.
    private const int LongestSentence = 600;
    private const int LongestBracket = 200;
    private const string Terminators = ".!?。！？｡";

    private readonly string text;
    private readonly Func<ReadOnlySpan<char>, int> key;
    private readonly Chunks<Word> words = [];
    private readonly Chunks<SentenceSpan> sentences = [];
    private readonly Chunks<CutMark> marks = [];
    private readonly Chunks<Bracket> brackets = [];
    private readonly Quotations quotations;
    private readonly SentenceEnds ends;
    private readonly int width;
    private readonly int firstLine;
    private int paragraph;
    private int sentenceStart = -1;
    private int sentenceEnd;
    private int firstWord;
    private int bracketEnd;
    private int parenthesis = -1;
    private int datelineEnd;
    private bool lineStart = true;

    private TextScanner(string text, Func<ReadOnlySpan<char>, int> key, bool titled)
    {
        this.text = text;
        firstLine = titled ? Lines.FirstEnd(text) : -1;
        this.key = key;
        quotations = new(text);
        ends = new(text);
        width = Lines.WidthOf(text);
    }

    /// <param name="text">The plain text.</param>
    /// <param name="key">Numbers a word.</param>
    /// <param name="titled">Whether the first line stands by itself, however the lines are filled.</param>
    public static ScannedText Scan(string text, Func<ReadOnlySpan<char>, int> key, bool titled = false)
    {
        var scanner = new TextScanner(text, key, titled);
        scanner.Run();
        return new(text, scanner.words, scanner.sentences, scanner.marks, scanner.brackets);
    }

    private void Run()
    {
        for (var at = 0; at < text.Length;)
        {
            var sign = text[at];
            if (sign == '\n')
            {
                at = LineEnd(at);
            }
            else if (char.IsWhiteSpace(sign))
            {
                at++;
            }
            else
            {
                if (lineStart)
                {
                    lineStart = false;
                    if (Lines.Bullet(text, at) is > 0 and var bullet)
                    {
                        EndParagraph();
                        at += bullet;
                        continue;
                    }
                }

                quotations.Begin(at);
                if (char.IsUpper(sign) && sentenceStart < 0 && datelineEnd <= at && (sentences.Count == 0 || sentences[^1].Paragraph < paragraph))
                {
                    datelineEnd = Dateline.EndOf(text, at);
                }

                at = Next(at, sign);
            }
        }

        EndSentence();
    }

    private int Next(int at, char sign)
    {
        if (CutMarks.EndOf(text, at) is > 0 and var end)
        {
            return Mark(at, end);
        }

        if (IsLetter(text, at) || (sign == '[' && PartBracket(at) > 0))
        {
            return ReadWord(at);
        }

        if (sign is '$' or '€' or '£' or '¥' or '₩' or '%' or '‰' or '％' or '＄' or '°' || (sign == '&' && words.Count > firstWord))
        {
            Begin(at);
            Add(at, at + 1, Traits.Sign);
            return at + 1;
        }

        if (Terminators.Contains(sign))
        {
            return Terminate(at);
        }

        if (sign == '[')
        {
            Begin(at);
            var close = text.AsSpan(at, Math.Min(LongestBracket, text.Length - at)).IndexOfAny(']', '\n');
            if (close > 0 && text[at + close] == ']')
            {
                bracketEnd = at + close;
                Bound(brackets.Count, Collator.MostMarks, "marks and brackets");
                brackets.Add(new(at, at + close + 1, new(words.Count, -1)));
            }

            return at + 1;
        }

        if (sign == ']')
        {
            CloseBracket();
            sentenceEnd = at + 1;
            return at + 1;
        }

        if (quotations.Read(at))
        {
            if (quotations.Opened)
            {
                Begin(at);
            }
            else if (sentenceStart >= 0)
            {
                sentenceEnd = at + 1;
            }

            return at + 1;
        }

        if (sign is '(' or '（')
        {
            Begin(at);
            parenthesis = at;
        }
        else if (sign is ')' or '）')
        {
            sentenceEnd = sentenceStart >= 0 ? at + 1 : sentenceEnd;
            parenthesis = -1;
        }

        return at + 1;
    }

    private int LineEnd(int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] != '\n' && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        lineStart = true;
        if (at == firstLine || next >= text.Length || text[next] == '\n' || !Lines.GoesOn(text, at, next, width))
        {
            EndParagraph();
        }

        return at + 1;
    }

    private void EndParagraph()
    {
        EndSentence();
        if (sentences.Count > 0 && sentences[^1].Paragraph == paragraph)
        {
            paragraph++;
        }

        quotations.NewParagraph();
        bracketEnd = 0;
    }

    private void Begin(int at)
    {
        if (sentenceStart < 0)
        {
            sentenceStart = at;
            firstWord = words.Count;
        }
    }

    private void EndSentence()
    {
        if (sentenceStart >= 0 && words.Count > firstWord)
        {
            Bound(sentences.Count, Collator.MostSentences, "sentences");
            sentences.Add(new(sentenceStart, Math.Max(sentenceEnd, words[^1].End), firstWord, words.Count, paragraph));
        }

        sentenceStart = -1;
        parenthesis = -1;
        firstWord = words.Count;
    }

    private int Mark(int at, int end)
    {
        Bound(marks.Count, Collator.MostMarks, "marks and brackets");
        marks.Add(new(at, end, words.Count));
        if (sentenceStart >= 0 && words.Count > firstWord && ends.AfterMark(at, end))
        {
            // The closing quotation mark, if any, still belongs to the sentence.
            var closed = Closers(end);
            sentenceEnd = closed;
            EndSentence();
            return closed;
        }

        return end;
    }

    private int Terminate(int at)
    {
        var end = at + 1;
        while (end < text.Length && Terminators.Contains(text[end]))
        {
            end++;
        }

        if (words.Count == firstWord || at < datelineEnd)
        {
            return end;
        }

        // What stops inside a parenthesis within a sentence does not end the sentence: Major (ret.) Sole.
        var enclosed = parenthesis > sentenceStart && end < text.Length && text[end] is ')' or '）';
        var closed = Closers(end);
        sentenceEnd = closed;
        if (!enclosed && ends.At(at, end, closed, text.AsSpan(words[^1].Start, words[^1].End - words[^1].Start)))
        {
            EndSentence();
        }

        return closed;
    }

    private int Closers(int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] is ')' or '）' or ']')
            {
                parenthesis = -1;
                if (text[at] == ']')
                {
                    CloseBracket();
                }

                continue;
            }

            if (!quotations.Closes(at))
            {
                break;
            }
        }

        return at;
    }

    private void CloseBracket()
    {
        bracketEnd = 0;
        if (brackets.Count > 0 && brackets[^1].Words.End < 0)
        {
            brackets[^1] = brackets[^1] with { Words = new(brackets[^1].Words.Start, words.Count) };
        }
    }
}
