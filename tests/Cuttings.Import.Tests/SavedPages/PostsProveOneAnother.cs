using CsCheck;
using Cuttings.Import.SavedPages;
using Xunit;

namespace Cuttings.Import.Tests.SavedPages;

/// <summary>Pages of posts that have nothing but a form in common: headline, date, text, credit, and perhaps a foot.</summary>
public class PostsProveOneAnother
{
    private static readonly string[] Headlines = ["Tide table late", "Who pays for the bell?", "Salt, fish and no boats", "“No more eels”", "A bridge for Vell", "Pilot: fog was thick", "Lamp out at Tarn"];
    private static readonly string[] Texts =
    [
        "Nobody.", "It rained.", "Yes", "The bell rang twice.", "The pilots of Vell have asked for a bell that rings in fog.", "“We shall see,” said the master of the lock, who did not say when, or by what light.",
        "The council of Osk counted the boats on the strand on Friday, found eleven of them without a name, and asked their owners to choose one by the spring or to leave the strand to the others.",
    ];
    private static readonly string[] Outlets = ["Marsh Courier", "Osk Evening Post", "The Vell Observer", "Dyke Weekly"];
    private static readonly string[] Credits = ["[{0}]", "({0})", "Source: {0}", "— {0}"];
    private static readonly string[] Feet = ["", "Filed under: Boats", "Filed under: Boats\nPosted by Runa Holt", "Posted in Boats by Runa Holt | 3 comments", "Posted by Runa Holt in Boats – Leave a comment"];
    private static readonly string[] Dates = ["{0} June 2013", "June {0}, 2013", "2013-06-{0}"];

    private static readonly Gen<(string Headline, string[] Text, string Outlet)> Post =
        Gen.Select(Of(Headlines), Of(Texts).Array[1, 3], Of(Outlets));

    private static readonly Gen<(string Date, string Credit, string Foot, bool HasTitle)> Form =
        Gen.Select(Of(Dates), Of(Credits), Of(Feet), Gen.Bool);

    [Fact]
    public void However_short_their_texts_all_are_read_with_their_own_credits() =>
        Gen.Select(Post.Array[2, 8], Form).Sample(
            (posts, form) =>
            {
                // Where each text begins as a headline would, a date may as well close the post above.
                if (posts.All(post => post.Text[0] == "Yes" && post.Text.Length > 1))
                {
                    return;
                }

                var page = SavedPageReader.Read(Page(posts, form), "page");
                Assert.Equal(posts.Select(post => post.Headline), page.Cuttings.Select(read => read.Cutting.Headline));
                Assert.Equal(posts.Select(post => string.Join('\n', post.Text)), page.Cuttings.Select(read => string.Join('\n', read.Cutting.Excerpt.Blocks.Select(block => block.Html.ToText()))));
                Assert.Equal(posts.Select(post => post.Outlet), page.Cuttings.Select(read => read.Cutting.Credit.Outlet));
                Assert.Equal(posts.Select((_, n) => $"2013-06-{28 - n:00}"), page.Cuttings.Select(read => read.Cutting.Posted?.Text));
                Assert.All(page.Cuttings, read => Assert.Equal(form.Foot.Length == 0 ? [] : ["Boats"], read.Cutting.Categories));
                Assert.All(page.Cuttings, read => Assert.Equal(form.Foot.Contains("Runa") ? "Runa Holt" : null, read.Cutting.Author));
            },
            iter: 4000);

    [Theory]
    [InlineData("Tide table late\n\n1 June 2013\n\nNobody knows.\n\n[Marsh Courier]\n\nBell rings\n\n31 May 2013\n\nOnce.\n\n[Dyke Weekly]\n", "Tide table late|Bell rings")]
    [InlineData("Tide table late\n1 June 2013\nNobody knows.\n[Marsh Courier]\nBell rings\n31 May 2013\nOnce.\n[Dyke Weekly]\n", "Tide table late|Bell rings")]
    [InlineData("Bells of the Marsh\n\nTide table late\n1 June 2013\n\nNobody knows.\n\nBell rings.\n31 May 2013\n\nOnce.\n\nEel found\n2 May 2013\n\nTwice.\n", "Tide table late|Bell rings.|Eel found")]
    [InlineData("Tide table late\nSep. 1, 2013\n\nNobody knows.\n\nBell rings\nMay 31, 2013\n\nOnce.\n", "Tide table late|Bell rings")]
    [InlineData("Bells of the Marsh\n\nTide table late\nPosted by Runa Holt in Tides\n\nNobody knows.\n\n[Marsh Courier]\n\nBell rings\nPosted by Edvin Sand in Bells\n\nOnce.\n\n[Dyke Weekly]\n", "Tide table late|Bell rings")]
    [InlineData("Tide table late\nPosted by Runa Holt\n\nNobody knows.\n\n[Marsh Courier]\n", "Tide table late")]
    [InlineData("Tide table late\n\nNobody knows\nPosted by Runa Holt\n\nBell rings\n\nOnce\nPosted by Runa Holt\n\nEel found\n\nDead\nPosted by Runa Holt\n", "Tide table late|Bell rings|Eel found")]
    public void In_whatever_form_a_page_has(string page, string headlines) =>
        Assert.Equal(headlines.Split('|'), SavedPageReader.Read(page, "page").Cuttings.Select(read => read.Cutting.Headline));

    [Theory]
    [InlineData("Tide table late\n\nNobody knows it.\n\nMarsh Courier\n1 June 2013\n\nBell rings\n\nIt rang once.\n\nDyke Weekly\n31 May 2013\n\nEel found\n\nIt was dead.\n")]
    [InlineData("Tide table late\n\nNobody knows it.\n\n[Marsh Courier]\n1 June 2013\n\nBell rings\n\nIt rang once.\n\n[Dyke Weekly]\n31 May 2013\n\nEel found\n\nIt was dead.\n")]
    public void A_name_above_the_date_of_a_credit_is_no_headline(string page) =>
        Assert.DoesNotContain(SavedPageReader.Read(page, "page").Cuttings, read => read.Cutting.Headline.Contains("Courier") || read.Cutting.Headline.Contains("Weekly"));

    private static string Page((string Headline, string[] Text, string Outlet)[] posts, (string Date, string Credit, string Foot, bool HasTitle) form) =>
        (form.HasTitle ? "Bells of the Marsh\nHome\n\n" : "") + string.Join("\n\n", posts.Select((post, n) => string.Join(
            "\n\n",
            ((string[])[post.Headline + "\n" + Print(form.Date, (28 - n).ToString(System.Globalization.CultureInfo.InvariantCulture)), .. post.Text, Print(form.Credit, post.Outlet), form.Foot]).Where(part => part.Length > 0)))) + "\n";

    private static Gen<string> Of(string[] all) => Gen.Int[0, all.Length - 1].Select(n => all[n]);

    private static string Print(string form, string value) => form.Replace("{0}", value, StringComparison.Ordinal);
}
