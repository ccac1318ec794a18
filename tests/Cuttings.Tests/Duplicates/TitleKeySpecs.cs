using CsCheck;
using Cuttings.Duplicates;
using Xunit;

namespace Cuttings.Tests.Duplicates;

public class TitleKeySpecs
{
    [Theory]
    [InlineData("Night ferry returns to the Osk Strait", "NIGHT FERRY RETURNS TO THE OSK STRAIT")]
    [InlineData("‘We’re late’, says ferry’s pilot", "'We're late,' says ferry's pilot")]
    [InlineData("Night ferry returns – at last", "Night ferry returns: at last")]
    [InlineData("Night ferry returns to strait", "UPDATE 2-Night ferry returns to strait")]
    [InlineData("Night ferry returns to strait", "Night ferry returns to strait (2nd LD)")]
    [InlineData("Night ferry returns to strait", "BREAKING: Night ferry returns to strait")]
    [InlineData("야간 여객선, 열한 달 만에 운항 재개", "[속보] 야간여객선 열한 달만에 운항재개(종합)")]
    [InlineData("夜班渡轮恢复航行", "快讯：夜班渡轮恢复航行")]
    [InlineData("Ｎｉｇｈｔ　ｆｅｒｒｙ", "Night ferry")]
    public void One_title(string one, string other) => Assert.Equal(TitleKey.Of(one), TitleKey.Of(other));

    [Theory]
    [InlineData("Night ferry returns", "Day ferry returns")]
    [InlineData("Three held over lamp oil", "Five held over lamp oil")]
    [InlineData("Breaking the ice on the strait", "The ice on the strait")]
    [InlineData("Herring quota cut to 8,400", "Herring quota cut to 8,500")]
    public void Two_titles(string one, string other) => Assert.NotEqual(TitleKey.Of(one), TitleKey.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData("…?!")]
    public void No_title(string title) => Assert.Null(TitleKey.Of(title));

    [Fact]
    public void The_key_of_a_key_is_itself() => Gen.String.Sample(title => TitleKey.Of(title) is not { } key || key.Length >= 400 || TitleKey.Of(key) == key, print: title => $"{title} -> {TitleKey.Of(title)} -> {TitleKey.Of(TitleKey.Of(title) ?? "")}");
}
