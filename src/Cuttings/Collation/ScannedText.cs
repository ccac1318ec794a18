using System.Numerics;
using System.Text;

namespace Cuttings.Collation;

/// <summary>What is known of a word at sight.</summary>
[Flags]
internal enum Traits
{
    None = 0,

    /// <summary>It begins with a digit.</summary>
    Number = 1,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 2,

    /// <summary>It has two letters or more, all of them capitals.</summary>
    AllCapitals = 4,

    /// <summary>It stands in [brackets].</summary>
    Bracketed = 8,

    /// <summary>A part of it stands in brackets: [T]he.</summary>
    PartBracketed = 16,

    /// <summary>It belongs to a dateline.</summary>
    Dateline = 32,

    /// <summary>A sign that counts as a word: $ %.</summary>
    Sign = 64,

    /// <summary>A hyphen binds it to the word before.</summary>
    Hyphenated = 128,

    /// <summary>A character of a script that is written without spaces.</summary>
    Ideograph = 256,
}

/// <summary>A word.</summary>
/// <param name="start">Where it begins, a UTF-16 offset.</param>
/// <param name="end">Where it ends, exclusive.</param>
/// <param name="key">Equal for words that printing makes differ only; -1 for one that the vocabulary lacks.</param>
/// <param name="quotation">The number of the quotation it stands in; 0 for none.</param>
/// <param name="traits">What is known of it.</param>
internal readonly struct Word(int start, int end, int key, int quotation, Traits traits)
{
    private const int TraitBits = 9;
    private const int MostQuotations = (1 << 22) - 1;

    // Sixteen bytes a word. Numbers of quotations come round again: they need only differ from those near by.
    private readonly int signs = ((quotation == 0 ? 0 : ((quotation - 1) % MostQuotations) + 1) << TraitBits) | (int)traits;

    public int Start => start;

    public int End => end;

    public int Key => key;

    public int Quotation => signs >> TraitBits;

    public Traits Traits => (Traits)(signs & ((1 << TraitBits) - 1));

    public bool Is(Traits traits) => (Traits & traits) != Traits.None;
}

/// <summary>A sentence.</summary>
internal readonly record struct SentenceSpan(int Start, int End, int FirstWord, int EndWord, int Paragraph)
{
    public Run Words => new(FirstWord, EndWord);
}

/// <summary>A mark that claims a cut: … ... [...] * * *</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="At">The number of the word before which it stands.</param>
internal readonly record struct CutMark(int Start, int End, int At);

/// <summary>A bracketed insertion.</summary>
internal readonly record struct Bracket(int Start, int End, Run Words);

/// <summary>A text as the collation sees it.</summary>
internal sealed class ScannedText(string plain, Chunks<Word> words, Chunks<SentenceSpan> sentences, Chunks<CutMark> marks, Chunks<Bracket> brackets)
{
    // As many as the rules go back and forth over; more would hold the text a second time.
    private const int MostKept = 2048;
    private (int Word, string Form)[]? lower;

    public string Plain => plain;

    public Chunks<Word> Words => words;

    public Chunks<SentenceSpan> Sentences => sentences;

    public Chunks<CutMark> Marks => marks;

    public Chunks<Bracket> Brackets => brackets;

    /// <summary>The word as it stands.</summary>
    public ReadOnlySpan<char> this[int word] => plain.AsSpan(words[word].Start, words[word].End - words[word].Start);

    /// <summary>The word in lower case and in the form all printings share; kept, since lists are asked often.</summary>
    public string Lower(int word)
    {
        lower ??= new (int, string)[Math.Min(MostKept, (int)BitOperations.RoundUpToPowerOf2((uint)words.Count))];
        ref var kept = ref lower[word & (lower.Length - 1)];
        if (kept.Form is null || kept.Word != word)
        {
            kept = (word, Spelling.Folded(this[word]));
        }

        return kept.Form;
    }

    /// <summary>What stands before a word, back to the word before it.</summary>
    public ReadOnlySpan<char> Before(int word)
    {
        var start = word == 0 ? 0 : words[word - 1].End;
        var end = word == words.Count ? plain.Length : words[word].Start;
        return plain.AsSpan(start, Math.Max(0, end - start));
    }

    /// <summary>True where nothing but a space, of whatever kind, parts a word from the one before it.</summary>
    public bool IsSpaced(int word) => Before(word) is [var sign] && char.IsWhiteSpace(sign);

    /// <summary>The text from the first word of a run to its last.</summary>
    public Passage Passage(Run run) => run.IsEmpty
        ? Here(run.Start)
        : new(words[run.Start].Start, words[run.End - 1].End);

    public string Slice(Run run) => run.IsEmpty ? "" : Passage(run).Of(plain);

    /// <summary>The brackets that stand wholly within these words.</summary>
    public IEnumerable<Bracket> BracketsIn(Run run)
    {
        var (low, high) = (0, brackets.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = brackets[middle].Words.Start < run.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < brackets.Count && brackets[low].Words.Start < run.End; low++)
        {
            if (!brackets[low].Words.IsEmpty && brackets[low].Words.End <= run.End)
            {
                yield return brackets[low];
            }
        }
    }

    /// <summary>True where a mark stands before one of these words, or after the last of them.</summary>
    public bool HasMark(int from, int to) => MarkFrom(from) is { } mark && mark.At <= to;

    /// <summary>The mark before this word, if any.</summary>
    public CutMark? MarkAt(int word) => MarkFrom(word) is { } mark && mark.At == word ? mark : null;

    private CutMark? MarkFrom(int from)
    {
        var (low, high) = (0, marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = marks[middle].At < from ? (middle + 1, high) : (low, middle);
        }

        return low < marks.Count ? marks[low] : null;
    }

    /// <summary>Makes one sentence of those that go on in the next one.</summary>
    public void Join(Func<int, bool> goesOn)
    {
        var kept = 0;
        for (var n = 0; n < sentences.Count; n++)
        {
            var first = sentences[n];
            while (n + 1 < sentences.Count && goesOn(n))
            {
                n++;
            }

            sentences[kept++] = first with { End = sentences[n].End, EndWord = sentences[n].EndWord };
        }

        sentences.Truncate(kept);
    }

    /// <summary>The number of the sentence that a word stands in.</summary>
    public int SentenceOf(int word)
    {
        var (low, high) = (0, sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].FirstWord <= word ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The bracket that holds these words and no other; null for none.</summary>
    public Bracket? BracketOf(Run run)
    {
        var (low, high) = (0, brackets.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = brackets[middle].Words.Start < run.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < brackets.Count && brackets[low].Words.Start == run.Start; low++)
        {
            if (brackets[low].Words == run)
            {
                return brackets[low];
            }
        }

        return null;
    }

    private Passage Here(int word)
    {
        var at = words.Count == 0 ? 0 : word < words.Count ? words[word].Start : words[^1].End;
        return new(at, at);
    }
}
