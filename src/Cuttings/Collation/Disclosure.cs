using System.Collections.Immutable;
using System.Text;
using Cuttings.Vocabulary;

namespace Cuttings.Collation;

/// <summary>
/// What of a collation may be shown where the source may not be shown whole. The offsets are those of the text that is shown;
/// a passage that is not shown is empty at the place where it was left out.
/// </summary>
public static class Disclosure
{
    /// <summary>Stands for what is not shown.</summary>
    public const string Gap = "[…]";

    // Sentences shown before and after what was taken.
    private const int Around = 1;

    /// <summary>The collation as the rule lets it be shown.</summary>
    public static Collated Limit(Collated collated, SourceRule rule)
    {
        ArgumentNullException.ThrowIfNull(collated);
        return rule switch
        {
            SourceRule.Full => collated,
            SourceRule.Facts => Facts(collated),
            _ => Passages(collated),
        };
    }

    private static Collated Facts(Collated collated) => collated with
    {
        SourceText = "",
        Headline = collated.Headline is { } headline ? Facts(headline) : null,
        Sentences = [.. collated.Sentences.Select(Facts)],
        Omissions = [.. collated.Omissions.Select(omission => omission with { Source = default, Warnings = Bare(omission.Warnings) })],
    };

    // What of the source stands in the cutting anyway may be told; nothing else of its words.
    private static CollatedSentence Facts(CollatedSentence sentence) => sentence with
    {
        Source = [],
        Variants = [.. sentence.Variants.Select(variant => variant with { Source = "", SourceAt = default })],
        Warnings = Bare(sentence.Warnings),
    };

    private static ImmutableArray<Warning> Bare(ImmutableArray<Warning> warnings) =>
        [.. warnings.Select(warning => warning with { Source = "", Text = WarningKind.Meaning(warning.Kind) })];

    private static Collated Passages(Collated collated)
    {
        var shown = Shown(collated);
        var text = new StringBuilder();
        var moved = new List<(Passage Old, int New)>(shown.Count);
        foreach (var passage in shown)
        {
            if (passage.Start > (moved.Count == 0 ? 0 : moved[^1].Old.End) && collated.SourceText.AsSpan((moved.Count == 0 ? 0 : moved[^1].Old.End)..passage.Start).Trim().Length > 0)
            {
                text.Append(text.Length == 0 ? "" : "\n\n").Append(Gap).Append("\n\n");
            }
            else if (moved.Count > 0)
            {
                text.Append(collated.SourceText, moved[^1].Old.End, passage.Start - moved[^1].Old.End);
            }

            moved.Add((passage, text.Length));
            text.Append(collated.SourceText, passage.Start, passage.Length);
        }

        var end = moved.Count == 0 ? 0 : moved[^1].Old.End;
        if (collated.SourceText.AsSpan(end..).Trim().Length > 0)
        {
            text.Append(text.Length == 0 ? "" : "\n\n").Append(Gap);
        }

        var source = text.ToString();
        return collated with
        {
            SourceText = source,
            Headline = collated.Headline is { } headline ? Move(headline) : null,
            Sentences = [.. collated.Sentences.Select(Move)],
            Omissions = [.. collated.Omissions.Select(omission => omission with { Source = Map(omission.Source) })],
        };

        CollatedSentence Move(CollatedSentence sentence) => sentence with
        {
            Source = [.. sentence.Source.Select(Map)],
            Variants = [.. sentence.Variants.Select(variant => variant with { SourceAt = Map(variant.SourceAt) })],
        };

        Passage Map(Passage passage)
        {
            var start = At(passage.Start);
            return new(start, Math.Max(start, passage.Length == 0 ? start : At(passage.End)));
        }

        int At(int position)
        {
            var before = 0;
            foreach (var (old, at) in moved)
            {
                if (position < old.Start)
                {
                    break;
                }

                before = position <= old.End ? at + position - old.Start : at + old.Length;
            }

            return before;
        }
    }

    // Whole sentences: those that were taken from, their neighbours, and those that a warning is about.
    private static List<Passage> Shown(Collated collated)
    {
        var keys = new Keys();
        var sentences = TextScanner.Scan(collated.SourceText, keys.Find, collated.Headline is not null).Sentences.ToList();
        var show = new bool[sentences.Count];
        var all = collated.Sentences.Append(collated.Headline).OfType<CollatedSentence>().ToList();
        foreach (var passage in all.SelectMany(sentence => sentence.Source.Concat(sentence.Variants.Where(variant => variant.SourceAt.Length > 0).Select(variant => variant.SourceAt))))
        {
            Mark(passage, Around);
        }

        foreach (var warning in collated.Omissions.SelectMany(omission => omission.Warnings.Select(warning => (omission, warning))))
        {
            var at = warning.warning.Source.Length == 0 ? -1 : collated.SourceText.IndexOf(warning.warning.Source, warning.omission.Source.Start, StringComparison.Ordinal);
            if (at >= 0)
            {
                Mark(new(at, at + warning.warning.Source.Length), 0);
            }
        }

        var shown = new List<Passage>();
        for (var n = 0; n < show.Length; n++)
        {
            if (!show[n])
            {
                continue;
            }

            var start = n;
            while (n + 1 < show.Length && show[n + 1])
            {
                n++;
            }

            shown.Add(new(sentences[start].Start, sentences[n].End));
        }

        return shown;

        void Mark(Passage passage, int around)
        {
            var first = sentences.FindIndex(sentence => sentence.End > passage.Start);
            var last = sentences.FindLastIndex(sentence => sentence.Start < Math.Max(passage.End, passage.Start + 1));
            for (var n = Math.Max(0, first - around); first >= 0 && n <= Math.Min(show.Length - 1, last + around); n++)
            {
                show[n] = true;
            }
        }
    }
}
