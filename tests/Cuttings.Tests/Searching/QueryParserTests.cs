using Cuttings.Searching;
using Xunit;

namespace Cuttings.Tests.Searching;

public class QueryParserTests
{
    [Theory]
    [InlineData("AND")]
    [InlineData("NOT")]
    [InlineData("a OR", false)]
    [InlineData("\"")]
    [InlineData("\"…\"")]
    [InlineData("((")]
    [InlineData("( )")]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("-*")]
    [InlineData("_*")]
    [InlineData("|")]
    [InlineData("before:2020-13")]
    [InlineData("outlet:")]
    [InlineData("NOT salt", false)]
    [InlineData("😀", false)]
    public void Nothing_but_signs_finds_nothing_and_says_so(string typed, bool nothing = true)
    {
        var parsed = QueryParser.Parse(typed);
        Assert.Equal(nothing, parsed.Query is Query.Nothing);
        Assert.Equal(nothing, parsed.Notes.Count == 1);
        Assert.IsNotType<Query.Everything>(parsed.Query);
    }

    [Fact]
    public void What_could_not_be_read_is_quoted()
    {
        Assert.Contains("“2020-13”", Assert.Single(QueryParser.Parse("before:2020-13").Notes));
        Assert.Contains("“AND”", Assert.Single(QueryParser.Parse("AND").Notes));
    }

    [Fact]
    public void Signs_among_words_are_passed_over() => Assert.Equal(new Query.Word("salt"), QueryParser.Parse("( salt AND *").Query);
}
