using CsCheck;
using Cuttings.Dating;
using Xunit;

namespace Cuttings.Tests.Dating;

public class PostedDateTests
{
    [Theory]
    [InlineData("2020-09-27", "2020-09-27", "2020-09-27", "27 September 2020")]
    [InlineData("2020-09", "2020-09-01", "2020-09-30", "September 2020")]
    [InlineData("2020", "2020-01-01", "2020-12-31", "2020")]
    [InlineData("2020-09-27T10:00:00Z", "2020-09-27", "2020-09-27", "27 September 2020")]
    [InlineData("2020-09-27T23:30:00-05:00", "2020-09-28", "2020-09-28", "27 September 2020")]
    [InlineData("2020-07/2020-09", "2020-07-01", "2020-09-30", "July 2020 to September 2020")]
    [InlineData("2020-05-25~", "2020-05-25", "2020-05-25", "about 25 May 2020")]
    [InlineData("1984?", "1984-01-01", "1984-12-31", "perhaps 1984")]
    [InlineData("2004-06%", "2004-06-01", "2004-06-30", "perhaps about June 2004")]
    [InlineData("201X", "2010-01-01", "2019-12-31", "some time in the 2010s")]
    [InlineData("20XX", "2000-01-01", "2099-12-31", "some time from 2000 to 2099")]
    [InlineData("2004-XX", "2004-01-01", "2004-12-31", "some time in 2004")]
    [InlineData("1985-04-XX", "1985-04-01", "1985-04-30", "some day in April 1985")]
    [InlineData("1985-XX-XX", "1985-01-01", "1985-12-31", "some time in 1985")]
    [InlineData("2001-21", "2001-03-01", "2001-05-31", "spring 2001")]
    [InlineData("2001-24", "2001-12-01", "2002-02-28", "winter 2001")]
    [InlineData("../2020-02", "2020-02-01", "2020-02-29", "until February 2020")]
    [InlineData("/2020", "2020-01-01", "2020-12-31", "until 2020")]
    [InlineData("1985-04-12/..", "1985-04-12", "1985-04-12", "from 12 April 1985 on")]
    [InlineData("Y170000002", "9999-01-01", "9999-12-31", "the year 170000002")]
    [InlineData("-0044", "0001-01-01", "0001-12-31", "the year -0044")]
    public void Every_form_of_level_1_has_its_first_and_last_day_and_its_words(string text, string first, string last, string words)
    {
        var date = PostedDate.Parse(text);
        Assert.Equal(first, date.Earliest.UtcDateTime.ToString("yyyy-MM-dd"));
        Assert.Equal(last, date.Latest.UtcDateTime.ToString("yyyy-MM-dd"));
        Assert.Equal(words, DateWords.Display(date));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020-13")]
    [InlineData("2020-02-30")]
    [InlineData("2019-02-29")]
    [InlineData("20-09-27")]
    [InlineData("27 September 2020")]
    [InlineData("2020/2019")]
    [InlineData("../..")]
    [InlineData("/")]
    [InlineData("2XXX")]
    [InlineData("Y2020")]
    [InlineData("2020-1")]
    [InlineData("2020-25")]
    [InlineData("٢٠٢٠")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.False(PostedDate.TryParse(text, out _));
        Assert.Equal(ErrorKind.BadInput, Assert.Throws<CuttingsException>(() => PostedDate.Parse(text)).Kind);
    }

    [Fact]
    public void No_string_makes_it_throw_and_none_ends_before_it_begins() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789-/.XYTZ?~%:+"], 0, 24]).Sample(
            text =>
            {
                if (PostedDate.TryParse(text, out var date))
                {
                    Assert.True(date.Earliest <= date.Latest);
                    Assert.NotEmpty(DateWords.Display(date));
                    Assert.Equal(date, PostedDate.Parse(date.Text));
                }
            },
            iter: 100_000);

    [Fact]
    public void Intersection_is_told_to_the_day()
    {
        var summer = PostedDate.Parse("2020-07/2020-09");
        Assert.True(summer.Intersects(new(2020, 9, 30, 0, 0, 0, TimeSpan.Zero), new(2020, 10, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.False(summer.Intersects(new(2020, 10, 1, 0, 0, 0, TimeSpan.Zero), new(2020, 11, 1, 0, 0, 0, TimeSpan.Zero)));
    }
}
