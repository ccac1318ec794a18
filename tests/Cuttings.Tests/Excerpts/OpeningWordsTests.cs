using Cuttings.Excerpts;
using Xunit;

namespace Cuttings.Tests.Excerpts;

public sealed class OpeningWordsTests
{
    [Theory]
    [InlineData("The boat left.", 14, "The boat left.")]
    [InlineData("The boat left, at ten.", 15, "The boat left…")]
    [InlineData("Unterwasserfahrzeuge", 10, "Unterwass…")]
    [InlineData("나룻배는 열 시에 떠났다.", 8, "나룻배는 열…")]
    public void A_name_ends_where_a_word_does_unless_that_is_too_early(string text, int longest, string name) =>
        Assert.Equal(name, OpeningWords.Of(Excerpt.OfParagraphs(text), longest));

    [Fact]
    public void A_sign_of_two_units_is_not_cut_apart() =>
        Assert.Equal("Boat…", OpeningWords.Of(Excerpt.OfParagraphs("Boat🚢🚢🚢"), 6));

    [Fact]
    public void The_first_block_with_words_names_it_and_none_names_nothing()
    {
        Assert.Equal("It left.", OpeningWords.Of(Excerpt.OfParagraphs(" ", "It left.", "It came."), 80));
        Assert.Null(OpeningWords.Of(Excerpt.OfParagraphs(" "), 80));
        Assert.Null(OpeningWords.Of(Excerpt.OfParagraphs(), 80));
    }
}
