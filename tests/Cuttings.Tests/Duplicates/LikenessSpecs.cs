using Cuttings.Duplicates;
using Xunit;

namespace Cuttings.Tests.Duplicates;

public class LikenessSpecs
{
    [Theory]
    [InlineData(nameof(Copies.Agency), nameof(Copies.CutToTheHalf))]
    [InlineData(nameof(Copies.Agency), nameof(Copies.WithALocalLead))]
    [InlineData(nameof(Copies.Agency), nameof(Copies.Edited))]
    [InlineData(nameof(Copies.CutToTheHalf), nameof(Copies.WithALocalLead))]
    [InlineData(nameof(Copies.Edited), nameof(Copies.CutToTheHalf))]
    [InlineData(nameof(Copies.KoreanAgency), nameof(Copies.KoreanCut))]
    [InlineData(nameof(Copies.ChineseAgency), nameof(Copies.ChineseCut))]
    public void Copy_of_one_agency(string one, string other) => Assert.Equal(Degree.SameCopy, Of(one, other).Verdict());

    [Theory]
    [InlineData("two reports of one event", nameof(Copies.Agency), nameof(Copies.AnotherReportOfIt))]
    [InlineData("the weather of two days", nameof(Copies.WeatherOfMonday), nameof(Copies.WeatherOfTuesday))]
    [InlineData("two timetables", nameof(Copies.WinterTimetable), nameof(Copies.SummerTimetable))]
    [InlineData("two people before one court", nameof(Copies.CourtOnAune), nameof(Copies.CourtOnHolm))]
    [InlineData("a correction of the article", nameof(Copies.Agency), nameof(Copies.Correction))]
    [InlineData("the weather of two days in Korean", nameof(Copies.KoreanForecast), nameof(Copies.KoreanForecastOfTheNextDay))]
    [InlineData("two people before one court in Chinese", nameof(Copies.ChineseVerdict), nameof(Copies.ChineseVerdictOnAnother))]
    [InlineData("a translation", nameof(Copies.Agency), nameof(Copies.KoreanAgency))]
    public void Two_stories(string why, string one, string other) => Assert.True(Of(one, other).Verdict() < Degree.SameCopy, $"{why}: {Of(one, other)}");

    [Fact]
    public void Two_letters_of_one_paper_share_their_notice_only() => Assert.Equal(Degree.Related, Of(nameof(Copies.NewsletterOfMay), nameof(Copies.NewsletterOfJune)).Verdict(strict: true));

    [Fact]
    public void Dateline_byline_and_credit_do_not_make_another_text()
    {
        var bare = "The eel merchant whose barrels held lamp oil was fined 400 marks on Wednesday, a tenth of what the customs had asked for.\n\nThe oil itself, the clerk told the court, had since been used to light it.";
        Assert.Equal(Degree.Same, Compared(bare, "By Oda Brekk\n\nVELL (R&V) – " + bare + "\n\n[Reuben & Vale News Agency]").Verdict());
        Assert.Equal(Degree.Same, Compared(bare, "VELL, Dec. 15 -- " + bare + " (R&V)").Verdict());
        Assert.Equal(Degree.Same, Compared(bare, bare.ToUpperInvariant().Replace("OIL ITSELF", "ＯＩＬ ITSELF", StringComparison.Ordinal)).Verdict());
    }

    [Fact]
    public void A_changed_figure_is_not_the_same_text() => Assert.True(Compared(Copies.Agency, Copies.Agency.Replace("214", "215", StringComparison.Ordinal)).Verdict() < Degree.Same);

    [Fact]
    public void Few_words_tell_nothing() => Assert.Equal(Degree.None, Compared("Read the whole story here.", "Read the whole story here.").Verdict());

    internal static Likeness Compared(string one, string other) => Likeness.Between(StoryText.Of(one), StoryText.Of(other));

    private static Likeness Of(string one, string other) => Compared(Copies.Named(one), Copies.Named(other));
}
