using CsCheck;
using Cuttings.Duplicates;
using Xunit;

namespace Cuttings.Tests.Duplicates;

public class StoryIndexSpecs
{
    [Theory]
    [InlineData(nameof(Copies.CutToTheHalf))]
    [InlineData(nameof(Copies.WithALocalLead))]
    [InlineData(nameof(Copies.Edited))]
    public void Copy_is_found_first_among_others(string copy)
    {
        var index = Filled(500);
        index.Add(7_000, Signed(Copies.Agency));
        Assert.Equal(7_000, index.Find(Signed(Copies.Named(copy)))[0].Id);
    }

    [Fact]
    public void What_was_taken_out_is_not_found()
    {
        var index = Filled(200);
        index.Add(7_000, Signed(Copies.Agency));
        Assert.True(index.Remove(7_000));
        Assert.False(index.Remove(7_000));
        Assert.Empty(index.Find(Signed(Copies.Agency)));
        Assert.Equal(200, index.Count);
    }

    [Fact]
    public void Another_text_takes_the_place_of_the_one_before()
    {
        var index = new StoryIndex();
        index.Add(1, Signed(Copies.Agency));
        index.Add(1, Signed(Copies.CourtOnAune));
        Assert.Empty(index.Find(Signed(Copies.Agency)));
        Assert.Equal(Degree.Same, Assert.Single(index.Find(Signed(Copies.CourtOnAune))).Estimate);
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Itself_can_be_left_out()
    {
        var index = new StoryIndex();
        index.Add(1, Signed(Copies.Agency));
        Assert.Empty(index.Find(Signed(Copies.Agency), except: 1));
    }

    [Fact]
    public void An_empty_text_is_neither_kept_nor_found()
    {
        var index = new StoryIndex();
        index.Add(1, Signed("Read more."));
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Find(Signed("Read more.")));
    }

    [Fact]
    public void Of_thousands_of_copies_of_a_notice_only_the_first_are_found()
    {
        var index = new StoryIndex();
        var signature = Signed(Copies.NewsletterOfMay);
        for (var n = 0; n < 3_000; n++)
        {
            index.Add(n, signature);
            Assert.InRange(index.Find(signature, 5).Count, 1, 5);
        }

        Assert.All(index.Find(signature, 1_000), candidate => Assert.InRange(candidate.Id, 0, StoryIndex.MostOfOne - 1));
    }

    [Fact]
    public void Adding_and_taking_out_leaves_what_was_never_there() => Gen.Select(SignatureProperties.Text.Array[1, 30], Gen.Int[0, 29].List[0, 40]).Sample((texts, out_) =>
    {
        var (index, plain) = (new StoryIndex(), new StoryIndex());
        var gone = out_.ToHashSet();
        for (var n = 0; n < texts.Length; n++)
        {
            index.Add(n, Signed(texts[n]));
        }

        foreach (var n in out_)
        {
            index.Remove(n);
        }

        for (var n = 0; n < texts.Length; n++)
        {
            if (!gone.Contains(n))
            {
                plain.Add(n, Signed(texts[n]));
            }
        }

        return index.Count == plain.Count && texts.All(text => index.Find(Signed(text), 50).SequenceEqual(plain.Find(Signed(text), 50)));
    }, iter: 60);

    [Fact]
    public void The_order_of_adding_does_not_count() => Gen.Select(SignatureProperties.Text.Array[1, 20], Gen.Int[0, 1_000]).Sample((texts, seed) =>
    {
        var order = Enumerable.Range(0, texts.Length).ToArray();
        new Random(seed).Shuffle(order);
        var (index, shuffled) = (new StoryIndex(), new StoryIndex());
        for (var n = 0; n < texts.Length; n++)
        {
            index.Add(n, Signed(texts[n]));
            shuffled.Add(order[n], Signed(texts[order[n]]));
        }

        return texts.All(text => index.Find(Signed(text), 50).SequenceEqual(shuffled.Find(Signed(text), 50)));
    }, iter: 60);

    [Fact]
    public async Task Readers_and_a_writer_do_not_disturb_each_other()
    {
        var index = new StoryIndex();
        index.Add(-1, Signed(Copies.Agency));
        var signatures = Enumerable.Range(0, 200).Select(n => Signed(Plain(n))).ToArray();
        var writer = Task.Run(() =>
        {
            for (var n = 0; n < 20_000; n++)
            {
                index.Add(n % 5_000, signatures[n % signatures.Length]);
            }
        }, TestContext.Current.CancellationToken);
        while (!writer.IsCompleted)
        {
            Assert.Contains(index.Find(Signed(Copies.Edited)), candidate => candidate.Id == -1);
        }

        await writer;
        Assert.Equal(5_001, index.Count);
    }

    internal static StorySignature Signed(string text) => StoryText.Of(text).Signature();

    /// <summary>A text that no other number's shares a passage with.</summary>
    internal static string Plain(int number) => string.Join(' ', Enumerable.Range(0, 120).Select(n => $"word{(number * 131) + (n * 7_919)}x"));

    private static StoryIndex Filled(int count)
    {
        var index = new StoryIndex();
        for (var n = 0; n < count; n++)
        {
            index.Add(n, Signed(Plain(n)));
        }

        return index;
    }
}
