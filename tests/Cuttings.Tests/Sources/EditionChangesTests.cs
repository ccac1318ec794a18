using Cuttings.Excerpts;
using Cuttings.Sources;
using Xunit;

namespace Cuttings.Tests.Sources;

public sealed class EditionChangesTests
{
    private static KeptEdition Edition(string title, params string[] text) => new() { Source = 1, Captured = default, Title = title, Text = Excerpt.OfParagraphs(text) };

    private static readonly KeptEdition First = Edition("Dam leaks, engineer says", "The dam leaks, an engineer told the Review on Friday.", "It was built in 1974 by the county.", "The ministry denied that it leaks.");

    [Theory]
    [InlineData("the headline changed", "Dam does not leak", "The dam leaks, an engineer told the Review on Friday.", "It was built in 1974 by the county.", "The ministry denied that it leaks.")]
    [InlineData("1 sentence changed", "Dam leaks, engineer says", "The dam leaks, an engineer told the Review on Friday.", "It was built in 1976 by the county.", "The ministry denied that it leaks.")]
    [InlineData("6 words gone", "Dam leaks, engineer says", "The dam leaks, an engineer told the Review on Friday.", "It was built in 1974 by the county.")]
    [InlineData("1 sentence added", "Dam leaks, engineer says", "The dam leaks, an engineer told the Review on Friday.", "It was built in 1974 by the county.", "The ministry denied that it leaks.", "Nobody was hurt.")]
    [InlineData("only punctuation or spacing changed", "Dam leaks, engineer says", "The dam leaks, an engineer told the Review on Friday.", "It was built in 1974, by the county.", "The ministry denied  that it leaks.")]
    public void What_changed_is_said_in_one_line(string said, string title, params string[] text)
    {
        var changes = EditionChanges.Between(First, Edition(title, text));
        Assert.Equal(said, changes.ToString());
        Assert.Equal(!said.StartsWith("only", StringComparison.Ordinal), changes.Any);
    }

    [Fact]
    public void White_space_alone_makes_no_other_edition()
    {
        Assert.Equal(First.TextDigest, Edition(" Dam  leaks, engineer says", "The dam leaks, an engineer told\nthe Review on Friday.", "It was built in 1974 by the county.", "The ministry denied that it leaks. ").TextDigest);
        Assert.NotEqual(First.TextDigest, Edition("Dam leaks, engineer says", "The dam leaks.").TextDigest);
    }
}
