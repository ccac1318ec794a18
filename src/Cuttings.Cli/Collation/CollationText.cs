using Cuttings.Collation;

namespace Cuttings.Cli.Collation;

/// <summary>A collation for reading on a terminal or in a file.</summary>
internal static class CollationText
{
    private const int Widest = 200;

    public static void Write(TextWriter output, Collated collated)
    {
        var summary = CollationSummary.Of(collated);
        output.WriteLine($"{char.ToUpperInvariant(Statement.Of(summary)[0])}{Statement.Of(summary)[1..]} ({collated.WordsTaken} of {collated.SourceWords} words).");
        output.WriteLine($"{Count(summary.Sentences, "sentence")}: {string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => (verdict, count: collated.Sentences.Count(sentence => sentence.Verdict == verdict))).Where(pair => pair.count > 0).Select(pair => $"{pair.count} {CollationJson.Name(pair.verdict)}"))}.");
        if (collated.AnotherEdition)
        {
            output.WriteLine("The differences look like those of another edition of the article: compare with that one before you blame the cutting.");
        }

        var warnings = summary.Warnings.Length;
        if (Statement.IsUnrelated(summary))
        {
            output.WriteLine(Statement.Unrelated);
        }
        else
        {
            output.WriteLine(warnings > 0 ? $"{Count(warnings, "warning")}; each stands with its sentence below."
                : summary.Added > 0 ? $"No warnings about what was taken, but {Count(summary.Added, "sentence")} {(summary.Added == 1 ? "is" : "are")} not in the source: see below."
                : "No warnings: nothing that was changed alters what is said, as far as this can tell.");
        }

        output.WriteLine();
        if (collated.Headline is { } headline)
        {
            WriteSentence(output, collated, headline, "Headline");
        }

        WriteLeftOut(output, collated, 0);
        foreach (var sentence in collated.Sentences)
        {
            WriteSentence(output, collated, sentence, sentence.Number.ToString().PadLeft(3));
            WriteLeftOut(output, collated, sentence.Number);
        }
    }

    private static void WriteSentence(TextWriter output, Collated collated, CollatedSentence sentence, string number)
    {
        output.WriteLine($"{number}  {CollationJson.Name(sentence.Verdict),-8}  {OneLine(sentence.Text, int.MaxValue)}");
        foreach (var variant in sentence.Variants.Where(variant => variant.CuttingAt != sentence.Cutting || variant.Kind != VariantKind.Transposition))
        {
            output.WriteLine("               " + Words(variant));
        }

        if (sentence.Variants.Any(variant => variant.Kind == VariantKind.Transposition && variant.CuttingAt == sentence.Cutting) && sentence.Source is [var at, ..])
        {
            output.WriteLine($"               stands elsewhere in the source, after: {Before(collated, at)}");
        }

        foreach (var warning in sentence.Warnings)
        {
            output.WriteLine($"             ! {warning.Kind}: {OneLine(warning.Text, 400)}");
        }
    }

    private static string Words(Variant variant) => (variant.Kind, variant.Marked ? ", marked" : "") switch
    {
        (VariantKind.Omission, var mark) => $"left out{mark}: “{OneLine(variant.Source)}”",
        (VariantKind.Addition, var mark) => $"put in{mark}: “{OneLine(variant.Cutting)}”",
        (VariantKind.Transposition, var mark) => $"moved{mark}: “{OneLine(variant.Cutting)}”",
        (_, var mark) => $"changed{mark}: “{OneLine(variant.Source)}” → “{OneLine(variant.Cutting)}”",
    };

    private static void WriteLeftOut(TextWriter output, Collated collated, int after)
    {
        foreach (var omission in collated.Omissions.Where(omission => omission.After == after))
        {
            if (omission.Words > 0)
            {
                // What stands before the first and after the last sentence taken was not cut out of anything.
                var last = collated.Sentences.Where(sentence => !sentence.Source.IsEmpty).Select(sentence => sentence.Number).DefaultIfEmpty(0).Max();
                var how = omission.Marked ? "left out, marked" : after == 0 ? "not taken, before the first" : after >= last ? "not taken, after the last" : "left out, no mark";
                output.WriteLine($"     — {how}, {Count(omission.Words, "word")}: {OneLine(omission.Source.Of(collated.SourceText))}");
            }

            foreach (var warning in omission.Warnings)
            {
                output.WriteLine($"             ! {warning.Kind}: {OneLine(warning.Text, 400)}");
            }
        }
    }

    private static string Before(Collated collated, Passage at)
    {
        var text = collated.SourceText[..at.Start].TrimEnd();
        return text.Length == 0 ? "(its beginning)" : "…" + OneLine(text[Math.Max(0, text.Length - 60)..]);
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static string OneLine(string text, int widest = Widest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= widest ? line : line[..(widest - 2)] + " …";
    }
}
