using Cuttings.Credits;
using Cuttings.Excerpts;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Tests;

public class IdentityTests
{
    private static Cutting Sample(string text) => new() { Headline = "Ferry runs again", Excerpt = Excerpt.OfParagraphs(text), Credit = new Credit { Printed = "[Harbour Echo]" } };

    [Fact]
    public void Same_words_are_the_same_cutting() => Assert.Equal(Identity.ContentDigest(Sample("It sails.")), Identity.ContentDigest(Sample("It sails.")));

    [Fact]
    public void Other_words_are_another_cutting() => Assert.NotEqual(Identity.ContentDigest(Sample("It sails.")), Identity.ContentDigest(Sample("It sailed.")));
}
