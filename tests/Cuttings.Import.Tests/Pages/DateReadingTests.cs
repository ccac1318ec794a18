using Cuttings.Import.Pages.Facts;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

public class DateReadingTests
{
    [Theory]
    [InlineData("2020-09-27T23:30:00-05:00", "2020-09-27T23:30:00-05:00")]
    [InlineData("2020-09-27T10:52:50+0100", "2020-09-27T10:52:50+01:00")]
    [InlineData("2020-09-27T10:00:00.000Z", "2020-09-27T10:00:00Z")]
    [InlineData("2020-09-27 10:00", "2020-09-27T10:00:00")]
    [InlineData("20200927", "2020-09-27")]
    [InlineData("Sun, 27 Sep 2020 10:00:00 GMT", "2020-09-27T10:00:00Z")]
    [InlineData("Sun Sep 27 2020 10:00:00 GMT+0000 (UTC)", "2020-09-27T10:00:00+00:00")]
    [InlineData("1601200800", "2020-09-27T10:00:00Z")]
    [InlineData("2020-09", "2020-09")]
    [InlineData("2020-13-45", null)]
    [InlineData("two hours ago", null)]
    public void A_programs_date_keeps_its_offset(string written, string? date) => Assert.Equal(date, WrittenInstant.Read(written)?.Text);

    [Theory]
    [InlineData("Posted on September 27, 2020 by A", "2020-09-27")]
    [InlineData("Sept. 27th, 2020", "2020-09-27")]
    [InlineData("27 septembre 2020 à 10h", "2020-09-27")]
    [InlineData("1er août 2016", "2016-08-01")]
    [InlineData("27. März 2021, 17:40 Uhr", "2021-03-27")]
    [InlineData("27 de septiembre de 2020", "2020-09-27")]
    [InlineData("27 сентября 2020", "2020-09-27")]
    [InlineData("27 września 2020", "2020-09-27")]
    [InlineData("الأحد، 27 أيلول/سبتمبر 2020، آخر تحديث 02:21", "2020-09-27")]
    [InlineData("27 أغسطس 2020", "2020-08-27")]
    [InlineData("입력 2020.09.27 10:00", "2020-09-27")]
    [InlineData("2020년 9월 27일", "2020-09-27")]
    [InlineData("2020年9月27日 19時", "2020-09-27")]
    [InlineData("27.09.2020", "2020-09-27")]
    [InlineData("09/27/2020", "2020-09-27")]
    [InlineData("03/04/2020", null)]
    [InlineData("Copyright 2024", null)]
    [InlineData("call 2020-555-1234", null)]
    public void A_printed_date_is_found_in_its_line(string line, string? date) => Assert.Equal(date, DatesInText.Find(line) is [var found, ..] ? found.Date.Text : null);

    [Theory]
    [InlineData("https://echo.example/2020/09/27/ferry", "2020-09-27")]
    [InlineData("https://echo.example/news/2020/sep/27/ferry", "2020-09-27")]
    [InlineData("https://echo.example/ferry-2020-09-27.html", "2020-09-27")]
    [InlineData("https://echo.example/2020/WORLD/09/27/ferry/index.html", "2020-09-27")]
    [InlineData("https://echo.example/2020/09/ferry", "2020-09")]
    [InlineData("https://echo.example/article/12345678", null)]
    public void An_address_tells_its_day(string address, string? date) => Assert.Equal(date, AddressDate.Read(address)?.Text);
}
