using Cuttings.Import.SavedPages;
using Xunit;

namespace Cuttings.Import.Tests.SavedPages;

public class FootLineForms
{
    [Theory]
    [InlineData("Posted by Runa Holt in Bells | 3 comments", "Runa Holt", "Bells")]
    [InlineData("Posted by Runa Holt in Bells, Boats · No comments", "Runa Holt", "Bells|Boats")]
    [InlineData("Posted by Runa Holt in Bells – Leave a comment", "Runa Holt", "Bells")]
    [InlineData("Posted by Runa Holt | 1 comment", "Runa Holt", "")]
    [InlineData("Posted by Runa Holt", "Runa Holt", "")]
    [InlineData("Posted by runa | No comments »", "runa", "")]
    [InlineData("Posted in Bells by Runa Holt | 3 comments", "Runa Holt", "Bells")]
    [InlineData("Posted in Bells, Boats by Runa Holt · Leave a comment", "Runa Holt", "Bells|Boats")]
    [InlineData("Posted in Bells by Runa Holt – No comments", "Runa Holt", "Bells")]
    [InlineData("Filed under: Bells by Runa Holt | Permalink | Comments (4)", "Runa Holt", "Bells")]
    [InlineData("Posted in Bells | Leave a comment", null, "Bells")]
    [InlineData("Posted in Bells · 3 comments", null, "Bells")]
    public void Tell_author_and_categories_and_drop_the_counts(string foot, string? author, string categories)
    {
        var cutting = Assert.Single(SavedPageReader.Read($"Bell rings\n\nThe bell rang once, at noon, said the clerk.\n\n[Marsh Courier]\n\n{foot}\n", "page").Cuttings).Cutting;
        Assert.Equal(author, cutting.Author);
        Assert.Equal(categories.Split('|', StringSplitOptions.RemoveEmptyEntries), cutting.Categories);
        Assert.Equal("Marsh Courier", cutting.Credit.Outlet);
        Assert.Equal("The bell rang once, at noon, said the clerk.", cutting.Excerpt.ToText().Trim());
    }

    [Theory]
    [InlineData("Posted by mistake in March, the sign stayed up for a year.")]
    [InlineData("Posted by The Harbour Office, the sign said that nobody was to fish.")]
    [InlineData("Posted in Osk by order of the council, it was read by nobody.")]
    public void A_sentence_is_none(string line) =>
        Assert.Contains(line, Assert.Single(SavedPageReader.Read($"Bell rings\n\nThe bell rang.\n\n{line}\n", "page").Cuttings).Cutting.Excerpt.ToText());
}
