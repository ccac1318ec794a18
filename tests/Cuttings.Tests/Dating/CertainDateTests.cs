using Cuttings.Dating;
using Xunit;

namespace Cuttings.Tests.Dating;

public class CertainDateTests
{
    [Theory]
    [InlineData("2020-09-27", "2020/09/27", "2020-09-27")]
    [InlineData("2020-09", "2020/09", "2020-09")]
    [InlineData("2020", "2020", "2020")]
    [InlineData("0044", "0044", "0044")]
    [InlineData("2020-09-27T10:00:00Z", "2020/09/27", "2020-09-27T10:00:00+00:00")]
    [InlineData("2020-09-27t23:30:00-05:00", "2020/09/27", "2020-09-27T23:30:00-05:00")]
    [InlineData("2020-09-27 23:30:00-05:00", "2020/09/27", "2020-09-27T23:30:00-05:00")]
    [InlineData("2020-07/2020-08", "2020", "2020-07/2020-08")]
    [InlineData("2020-07-01/2020-07-15", "2020/07", "2020-07-01/2020-07-15")]
    [InlineData("2020-07/2020-07-15", "2020/07", "2020-07/2020-07-15")]
    [InlineData("2020-07-01/2020-07-01", "2020/07/01", "2020-07-01/2020-07-01")]
    [InlineData("2019/2020", null, "2019/2020")]
    [InlineData("2020-07-03~/2020-07-15", "2020/07", null)]
    [InlineData("../2020-02", null, null)]
    [InlineData("1985-04-12/", null, null)]
    [InlineData("2020-05-25~", "2020/05", null)]
    [InlineData("2020-05?", "2020", null)]
    [InlineData("1984%", null, null)]
    [InlineData("1985-04-XX", "1985/04", null)]
    [InlineData("1985-04-XX~", "1985", null)]
    [InlineData("1985-XX-12", "1985", null)]
    [InlineData("1985-XX-XX", "1985", null)]
    [InlineData("201X", null, null)]
    [InlineData("2001-21", "2001", null)]
    [InlineData("2001-24~", "2001", null)]
    [InlineData("2001-21/2001-22", "2001", null)]
    [InlineData("0000", null, null)]
    [InlineData("-0044", null, null)]
    [InlineData("Y170000002", null, null)]
    public void What_is_certain_and_what_is_plain_of_every_form(string text, string? certain, string? plain)
    {
        var date = PostedDate.Parse(text);
        Assert.Equal(certain, CertainDate.Slashed(date));
        Assert.Equal(plain, PlainDate.OrInterval(date));
        Assert.Equal(date.IsInterval ? null : plain, PlainDate.Of(date));
    }
}
