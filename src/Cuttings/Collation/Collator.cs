using System.Collections.Immutable;

namespace Cuttings.Collation;

/// <summary>What is laid side by side.</summary>
/// <param name="Cutting">The cutting's plain text; with a headline, that is its first paragraph.</param>
/// <param name="Source">The plain text of one edition of the source; with a headline, its title is its first paragraph.</param>
public sealed record CollationInput(string Cutting, string Source)
{
    /// <summary>Whether the first paragraph of each is headline and title.</summary>
    public bool Headline { get; init; }

    /// <summary>Whether a last line that is only a credit is left out; an archive keeps the credit apart already.</summary>
    public bool CreditLine { get; init; } = true;

    /// <summary>Whether the source's text is known to end early.</summary>
    public bool Truncated { get; init; }
}

/// <summary>Compares a cutting with one edition of its source. The same texts give the same answer on every machine.</summary>
public static class Collator
{
    /// <summary>The longest text collated, in UTF-16 code units.</summary>
    public const int Longest = 32 * 1024 * 1024;

    /// <summary>The most words of one text: a large book has a tenth of it.</summary>
    public const int MostWords = 3_000_000;

    /// <summary>The most sentences of one text.</summary>
    public const int MostSentences = 300_000;

    /// <summary>The most marks of one text, and the most brackets.</summary>
    public const int MostMarks = 200_000;

    /// <summary>Collates. Time grows linearly with the source.</summary>
    /// <exception cref="CuttingsException"><see cref="ErrorKind.BadInput"/> where a text is too long, or has too many words or sentences.</exception>
    public static Collated Collate(CollationInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var cuttingText = PlainText.Of(input.Cutting);
        cuttingText = input.CreditLine ? PlainText.WithoutCredit(cuttingText) : cuttingText;
        var sourceText = PlainText.Of(input.Source);
        if (cuttingText.Length > Longest || sourceText.Length > Longest)
        {
            throw new CuttingsException(ErrorKind.BadInput, $"The {(cuttingText.Length > Longest ? "cutting" : "source")} is longer than {Longest / 1024 / 1024} million characters.");
        }

        var keys = new Keys();
        var cutting = TextScanner.Scan(cuttingText, keys.Add, input.Headline);
        var source = TextScanner.Scan(sourceText, keys.Find, input.Headline);
        MarkedEnds.Settle(cutting, source);
        var titled = input.Headline && cutting.Sentences.Count > 0 && source.Sentences.Count > 0;
        if (titled)
        {
            // A headline or title of two sentences is one line all the same.
            JoinFirstLine(cutting);
            JoinFirstLine(source);
        }

        var comparison = new Comparison(
            cutting,
            source,
            [.. cutting.Sentences.Skip(titled ? 1 : 0).Select((sentence, n) => new SentenceMatch(n + 1, sentence.Words))],
            titled ? new SentenceMatch(0, cutting.Sentences[0].Words) : null,
            titled ? 1 : 0,
            input.Truncated);
        SentenceMatcher.Match(comparison, keys.Count);
        Order.Mark(comparison);
        foreach (var match in comparison.All)
        {
            Changes.Find(comparison, match);
        }

        return Report.Of(comparison);
    }

    private static void JoinFirstLine(ScannedText text)
    {
        var paragraph = text.Sentences[0].Paragraph;
        text.Join(n => text.Sentences[n + 1].Paragraph == paragraph);
    }
}
