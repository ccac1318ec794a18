using CsCheck;
using Cuttings.Duplicates;
using Xunit;

namespace Cuttings.Tests.Duplicates;

public class SignatureProperties
{
    private static readonly string[] Vocabulary = "the of ferry strait authority barrel eel quota winter market 12 8,400 Vell Orsa Marjan said would letter customs harbour clerk oil court 항구 여객선이 떠났다 渡轮 东港 信件 . , \n \n\n “ ” [ ] (R&V) --".Split(' ');

    /// <summary>Texts of a small vocabulary, so that they share passages.</summary>
    internal static readonly Gen<string> Text = Gen.OneOf(Vocabulary).List[0, 150].Select(words => string.Join(' ', words));

    [Fact]
    public void A_text_is_the_same_as_itself() => Text.Sample(text =>
    {
        var read = StoryText.Of(text);
        return Likeness.Between(read, StoryText.Of(text)) is { Changed: 0, Renamed: 0 } likeness
            && (read.Words < 8 || read.Signature().IsEmpty || (likeness.Verdict() == Degree.Same && likeness.Share >= 0.99));
    }, print: text => $"{text}: {LikenessSpecs.Compared(text, text)}");

    [Fact]
    public void Likeness_is_symmetric() => Gen.Select(Text, Text).Sample((one, other) => LikenessSpecs.Compared(one, other) == LikenessSpecs.Compared(other, one));

    [Fact]
    public void Estimates_are_symmetric() => Gen.Select(Text, Text).Sample((one, other) =>
    {
        var (first, second) = (StoryText.Of(one).Signature(), StoryText.Of(other).Signature());
        var (there, back) = (Sketch.Compare(first.Sketch, second.Sketch), Sketch.Compare(second.Sketch, first.Sketch));
        return there.Degree == back.Degree && there.Evidence == back.Evidence && there.Share.Equals(back.Share);
    });

    [Fact]
    public void A_signature_comes_back_from_its_bytes() => Text.Sample(text => StoryText.Of(text).Signature() is var signature && StorySignature.TryRead(signature.ToBytes(), out var again) && again.Equals(signature));

    [Fact]
    public void Other_bytes_are_no_signature() => Gen.Byte.Array[0, 200].Sample(bytes => StorySignature.TryRead(bytes, out _) == (bytes.Length == StoryText.Of("").Signature().ToBytes().Length && bytes[0] == 1));

    [Fact]
    public void Any_text_has_a_signature() => Gen.String.Sample(text => StoryText.Of(text).Signature() is not null && LikenessSpecs.Compared(text, text + "x").Share is >= 0 and <= 1);

    [Fact]
    public void The_signature_of_a_text_is_fixed()
    {
        // Stored signatures must mean the same for ever: where this changes, so must the version byte.
        Assert.StartsWith("4e7704179ef3dcaaf02976ecd09cd20ff08af37ed58e944980", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(StoryText.Of(Copies.Agency + Copies.KoreanAgency + Copies.ChineseAgency).Signature().ToBytes())));
    }

    [Fact]
    public void A_long_hostile_text_ends_soon()
    {
        foreach (var part in new[] { "a", "a ", "1,", "\n", "(", "항", "’", "\uD800", "[x]\n", "VELL -- ", "Source: x\n", "A " })
        {
            var text = StoryText.Of(string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length)));
            Assert.True(text.Words <= 200_000);
            Assert.InRange(Likeness.Between(text, text).Share, 0, 1);
        }
    }
}
