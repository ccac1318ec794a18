using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using Cuttings.Collation;
using Xunit;

namespace Cuttings.Tests.Collation;

/// <summary>What holds for every pair of texts.</summary>
public class CollationProperties
{
    private const int Times = 500;

    private static readonly Gen<(string Cutting, string Source)> Any = Gen.OneOf(
        Written.Edited,
        Gen.Select(Written.Text, Written.Text),
        Gen.Select(Written.Hostile, Written.Hostile),
        Gen.Select(Written.Hostile, Written.Hostile, Written.Hostile, (one, two, three) => (one + two, two + three)),
        Gen.Select(Written.Hostile, Written.Edited, (sign, pair) => (pair.Cutting + sign, sign + pair.Source)));

    /// <summary>Changes of form that printing or typing brings about; none is a change of the text.</summary>
    private static readonly (string Name, Func<string, string> Change)[] Forms =
    [
        ("straight quotation marks", text => IsBalanced(text) ? text.Replace('“', '"').Replace('”', '"') : text),
        ("straight apostrophes", text => text.Replace('’', '\'')),
        ("typed dashes", text => text.Replace(" — ", " -- ", StringComparison.Ordinal)),
        ("close dashes", text => text.Replace(" — ", "—", StringComparison.Ordinal)),
        ("short dashes", text => text.Replace('—', '–')),
        ("no-break spaces", text => text.Replace(' ', '\u00A0')),
        ("ligatures", text => text.Replace("fl", "\uFB02", StringComparison.Ordinal).Replace("ffi", "\uFB03", StringComparison.Ordinal)),
        ("decomposed", text => text.Normalize(NormalizationForm.FormD)),
        ("composed", text => text.Normalize(NormalizationForm.FormC)),
        ("CRLF", text => text.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ("a byte order mark", text => "\uFEFF" + text),
        ("soft hyphens", text => text.Replace("the", "th\u00ADe", StringComparison.Ordinal)),
        ("another case of first letters", text => text.StartsWith("The ", StringComparison.Ordinal) ? "the" + text[3..] : text.Replace("\n\nThe ", "\n\nthe ", StringComparison.Ordinal)),
    ];

    [Fact]
    public void A_text_beside_itself_is_verbatim() => Written.Text.Sample(IsVerbatim, iter: Times);

    [Fact]
    public void Any_string_beside_itself_is_verbatim() => Written.Hostile.Where(text => PlainText.WithoutCredit(PlainText.Of(text)) == PlainText.Of(text)).Sample(IsVerbatim, iter: 10 * Times);

    [Fact]
    public void A_sentence_left_out_is_one_omission() => Gen.Select(Written.Unlike, Gen.Int[0, 99], Gen.Int[1, 4]).Sample(
        (sentences, gone, paragraph) =>
        {
            gone %= sentences.Length;
            var source = sentences.Chunk(paragraph).ToArray();
            var kept = source.Select(all => all.Where(sentence => sentence != sentences[gone]).ToArray()).Where(all => all.Length > 0).ToArray();
            var collated = Collator.Collate(new(Written.Joined(kept), Written.Joined(source)));
            Assert.All(collated.Sentences, sentence => Assert.Equal(Verdict.Verbatim, sentence.Verdict));
            var omission = Assert.Single(collated.Omissions);
            Assert.Equal(sentences[gone], omission.Source.Of(collated.SourceText));
            Assert.Equal(gone, omission.After);
            Assert.False(omission.Marked);
        },
        iter: Times);

    [Fact]
    public void Every_word_is_accounted_for_once() => Gen.Select(Any, Gen.Bool).Sample((texts, headline) => Accounts(Collator.Collate(new(texts.Cutting, texts.Source) { Headline = headline })), iter: 5 * Times);

    [Fact]
    public void Every_position_slices_to_its_text() => Gen.Select(Any, Gen.Bool, Gen.Bool).Sample((texts, headline, truncated) => Slices(Collator.Collate(new(texts.Cutting, texts.Source) { Headline = headline, Truncated = truncated })), iter: 5 * Times);

    [Fact]
    public void Forms_change_nothing() => Gen.Select(Written.Edited, Gen.Int[0, Forms.Length - 1], Gen.Bool).Sample(
        (texts, form, both) =>
        {
            var (name, change) = Forms[form];
            var plain = Collator.Collate(new(texts.Cutting, texts.Source));
            var changed = Collator.Collate(new(texts.Cutting.Length == 0 ? "" : change(texts.Cutting), both ? change(texts.Source) : texts.Source));
            Assert.True(Told(plain) == Told(changed), $"{name}\n{texts.Cutting}\n---\n{Told(plain)}\n---\n{Told(changed)}");
        },
        iter: 5 * Times);

    [Fact]
    public void Neither_culture_nor_thread_matters() => Any.Sample(
        texts =>
        {
            var wanted = CollationJson.Write(Collator.Collate(new(texts.Cutting, texts.Source)));
            foreach (var culture in (string[])["tr-TR", "fa-IR", "de-DE"])
            {
                var found = "";
                var thread = new Thread(() =>
                {
                    CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                    found = CollationJson.Write(Collator.Collate(new(texts.Cutting, texts.Source)));
                });
                thread.Start();
                thread.Join();
                Assert.Equal(wanted, found);
            }
        },
        iter: Times / 4);

    [Fact]
    public void Nothing_makes_it_throw_or_wait() => Gen.Select(Gen.OneOf(Any, Gen.Select(Gen.String[Gen.Char, 0, 300], Gen.String[Gen.Char, 0, 300]), Gen.Select(Written.Hostile, Gen.Int[1, 400], (text, times) => (string.Concat(Enumerable.Repeat(text, times)), text))), Gen.Bool, Gen.Bool).Sample(
        (texts, headline, truncated) =>
        {
            var clock = Stopwatch.StartNew();
            CollationJson.Write(Collator.Collate(new(texts.Item1, texts.Item2) { Headline = headline, Truncated = truncated }));
            CollationJson.Write(Collator.Collate(new(texts.Item2, texts.Item1) { Headline = headline, Truncated = truncated }));
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), "slow");
        },
        iter: 5 * Times);

    private static void IsVerbatim(string text)
    {
        var collated = Collator.Collate(new(text, text));
        Assert.All(collated.Sentences, sentence => Assert.Equal(Verdict.Verbatim, sentence.Verdict));
        Assert.All(collated.Sentences, sentence => Assert.Empty(sentence.Variants));
        Assert.Equal(collated.SourceWords == 0 ? 0 : 1, collated.Share);
        Assert.Empty(collated.Omissions);
        Assert.Empty(collated.Warnings);
        Assert.False(collated.AnotherEdition);
    }

    private static IEnumerable<CollatedSentence> All(Collated collated) => collated.Headline is { } headline ? collated.Sentences.Prepend(headline) : collated.Sentences;

    private static string Told(Collated collated) => string.Join('\n', All(collated).Select(sentence => $"{sentence.Number} {sentence.Verdict} {string.Join(' ', sentence.Warnings.Select(warning => warning.Kind))}")
        .Concat(collated.Omissions.Select(omission => $"after {omission.After} {omission.Words} {omission.Marked} {string.Join(' ', omission.Warnings.Select(warning => warning.Kind))}")).Append($"{collated.Share} {collated.AnotherEdition}"));

    // What no variant covers was taken, word for word and in this order.
    private static void Accounts(Collated collated)
    {
        var cutting = TextScanner.Scan(collated.CuttingText, new Keys().Add, collated.Headline is not null);
        var source = TextScanner.Scan(collated.SourceText, new Keys().Add, collated.Headline is not null);
        var seen = 0;
        foreach (var sentence in All(collated))
        {
            var words = In(cutting, sentence.Cutting);
            seen += words.Count;
            if (sentence.Source.IsEmpty && sentence.Verdict is Verdict.Added or Verdict.Beyond)
            {
                continue;
            }

            var changed = sentence.Variants.Where(variant => variant.Kind is VariantKind.Addition or VariantKind.Substitution && !OnlySigns(variant, cutting, source)).Select(variant => variant.CuttingAt).ToList();
            Assert.All(words, word => Assert.True(changed.Count(at => Holds(at, cutting, word)) <= 1, $"{cutting[word]} twice"));
            var taken = words.Where(word => !changed.Exists(at => Holds(at, cutting, word))).Select(cutting.Lower);
            Assert.Equal(sentence.Source.SelectMany(passage => In(source, passage)).Select(source.Lower), taken);
        }

        Assert.Equal(cutting.Words.Count, seen);
        Assert.All(All(collated).Zip(All(collated).Skip(1)), pair => Assert.True(pair.First.Cutting.End <= pair.Second.Cutting.Start));
    }

    // A straight mark says nothing of whether it opens or closes: where one was cut off, nobody can tell.
    private static bool IsBalanced(string text)
    {
        var marks = string.Concat(text.Where(sign => sign is '“' or '”'));
        return marks.Length % 2 == 0 && marks.Chunk(2).All(pair => pair is ['“', '”']);
    }

    // A bracket put on or taken off; the words are the same.
    private static bool OnlySigns(Variant variant, ScannedText cutting, ScannedText source) =>
        In(cutting, variant.CuttingAt).Select(cutting.Lower).ToList() is { Count: > 0 } words && words.SequenceEqual(In(source, variant.SourceAt).Select(source.Lower));

    private static bool Holds(Passage at, ScannedText text, int word) => text.Words[word].Start >= at.Start && text.Words[word].End <= at.End;

    private static List<int> In(ScannedText text, Passage at) => [.. Enumerable.Range(0, text.Words.Count).Where(word => Holds(at, text, word))];

    private static void Slices(Collated collated)
    {
        Assert.InRange(collated.Share, 0, 1);
        Assert.InRange(collated.WordsTaken, 0, collated.SourceWords);
        foreach (var sentence in All(collated))
        {
            Assert.Equal(sentence.Text, sentence.Cutting.Of(collated.CuttingText));
            Assert.All(sentence.Source, passage => InRange(passage, collated.SourceText));
            foreach (var variant in sentence.Variants)
            {
                Assert.Equal(variant.Cutting, variant.CuttingAt.Of(collated.CuttingText));
                Assert.Equal(variant.Source, variant.SourceAt.Of(collated.SourceText));
            }
        }

        Assert.All(collated.Omissions, omission => InRange(omission.Source, collated.SourceText));
        Assert.All(collated.Omissions, omission => Assert.InRange(omission.After, 0, collated.Sentences.Length));
    }

    private static void InRange(Passage passage, string text)
    {
        Assert.InRange(passage.Start, 0, passage.End);
        Assert.InRange(passage.End, 0, text.Length);
    }
}
