using Cuttings.Import.SavedPages;
using Cuttings.Importing;
using Xunit;

namespace Cuttings.Import.Tests.SavedPages;

/// <summary>Nothing is guessed in silence: text outside any post, and posts that may be two, are named.</summary>
public class WhatCannotBeTold
{
    private const string TwoPosts = "Tide table late\nPosted on June 3, 2013 by Runa Holt\n\nNobody knows it.\n\n[Marsh Courier]\n\nFiled under: Tides\n\n{0}Bell rings\nPosted on June 1, 2013 by Runa Holt\n\nOnce, at noon, said the clerk.\n\n[Dyke Weekly]\n\nFiled under: Bells\n";

    [Fact]
    public void A_page_that_is_told_leaves_nothing_to_say() =>
        Assert.Empty(SavedPageReader.Read(TwoPosts.Replace("{0}", ""), "page").Beside);

    [Fact]
    public void A_paragraph_between_two_posts_is_named_and_its_furniture_is_no_neighbours()
    {
        var page = SavedPageReader.Read(TwoPosts.Replace("{0}", "Eel found\n\nThe eel was found on the strand.\n\n(Osk Evening Post)\n\nFiled under: Eels\n\n"), "page");
        Assert.DoesNotContain(page.Cuttings, read => read.Cutting.Categories.Contains("Eels"));
        Assert.Equal(new FailedItem("page", "2 lines of text belong to no post: line 12 \"The eel was found on the strand.\", line 14 \"(Osk Evening Post)\"."), Assert.Single(page.Beside).Failed);
    }

    [Fact]
    public void A_post_lost_above_the_first_is_a_failure_and_a_sites_motto_a_note()
    {
        var motto = SavedPageReader.Read("We cut what the papers of the marsh have said.\n\n" + TwoPosts.Replace("{0}", ""), "page");
        Assert.Equal("1 line of text belongs to no post: line 1 \"We cut what the papers of the marsh have said.\".", Assert.Single(motto.Beside).Note?.Text);
        var lost = SavedPageReader.Read("Eel found\n\nThe eel was found on the strand.\n\n(Osk Evening Post)\n\n" + TwoPosts.Replace("{0}", ""), "page");
        Assert.NotNull(Assert.Single(lost.Beside).Failed);
    }

    [Fact]
    public void A_post_of_one_word_is_betrayed_by_its_credit() =>
        Assert.Equal("1 line of text belongs to no post: line 14 \"Source: Osk Evening Post\".", Assert.Single(SavedPageReader.Read(TwoPosts.Replace("{0}", "Eel found\n\nDead\n\nSource: Osk Evening Post\n\nFiled under: Eels\n\n"), "page").Beside).Failed?.Why);

    [Fact]
    public void Many_are_counted_and_the_first_named()
    {
        var page = SavedPageReader.Read(TwoPosts.Replace("{0}", string.Concat(Enumerable.Range(1, 5).Select(n => $"The eel was found on strand {n}.\n"))), "page");
        Assert.Equal("5 lines of text belong to no post: line 10 \"The eel was found on strand 1.\", line 11 \"The eel was found on strand 2.\", line 12 \"The eel was found on strand 3.\", …", Assert.Single(page.Beside).Failed?.Why);
    }

    [Fact]
    public void What_a_margin_says_is_a_note() =>
        Assert.NotNull(Assert.Single(SavedPageReader.Read(TwoPosts.Replace("{0}", "") + "Recent comments\nNobody has ever answered the clerk of Osk.\n3 June 2013\n", "page").Beside).Note);

    [Theory]
    [InlineData("Tide table late\n3 June 2013\n\nNobody knows it.\n\nBell rings, and\nnobody hears\n1 June 2013\n\nOnce.\n\n[Dyke Weekly]\n", "line 8 \"1 June 2013\" looks like the date of another")]
    [InlineData("Tide table late\n\nNobody knows it.\n\n[Marsh Courier]\n\nBell rings\n\nOnce.\n\nSource: Dyke Weekly\n", "line 5 \"[Marsh Courier]\" is a credit too")]
    [InlineData("Tide table late\n\nNobody knows it.\n\n[Marsh Courier]\n\nBell rings\n\nOnce.\n\nSource: Dyke Weekly\n\nThat was all.\n", "line 5 \"[Marsh Courier]\" is a credit too")]
    public void A_post_that_may_be_two_is_credited_to_nobody(string text, string why)
    {
        var page = SavedPageReader.Read(text, "page");
        var read = Assert.Single(page.Cuttings);
        Assert.Equal(["credit", "outlet", "end"], read.Missing.Where(field => field is not "posted" and not "author" and not "categories"));
        Assert.Null(read.Cutting.Credit.Printed);
        Assert.Empty(read.Cutting.Sources);
        Assert.Contains("Dyke Weekly", read.Cutting.Excerpt.ToText());
        Assert.Equal(new FileNote("page line 1", $"It may be more than one post: {why}. Its credit is left to be told."), Assert.Single(page.Beside).Note);
    }

    [Theory]
    [InlineData("Tide table late\n3 June 2013\n\nIn the harbour:\n\n- Nine at Osk\n- Two at Vell\n\nNobody knows it.\n\n[Marsh Courier]\n")]
    [InlineData("Tide table late\n3 June 2013\n\nNobody knows it.\n\n[…]\n\nSomebody does.\n\n[Marsh Courier, 6/3/2013]\n")]
    [InlineData("Tide table late\n3 June 2013\n\n[Marsh Courier]\n")]
    public void One_post_is_not_doubted(string text)
    {
        var page = SavedPageReader.Read(text, "page");
        Assert.Empty(page.Beside);
        Assert.NotNull(Assert.Single(page.Cuttings).Cutting.Credit.Printed);
    }

    [Fact]
    public void A_text_that_begins_with_a_paragraph_has_no_headline()
    {
        var first = string.Join(' ', Enumerable.Repeat("The bell of Osk rang once", 9)) + ".";
        var read = Assert.Single(SavedPageReader.Read(first + "\n\nNobody heard it.\n\n[Dyke Weekly]\n", "page").Cuttings);
        Assert.Equal("The bell of Osk rang once The bell of Osk rang once The bell of Osk rang once…", read.Cutting.Headline);
        Assert.Equal([first, "Nobody heard it."], read.Cutting.Excerpt.Blocks.Select(block => block.Html.ToText()));
        Assert.Equal("Dyke Weekly", read.Cutting.Credit.Outlet);
        Assert.Contains("headline", read.Missing);
    }

    [Fact]
    public void Nor_has_a_text_of_one_paragraph_only() =>
        Assert.Equal("headline", Assert.Single(SavedPageReader.Read(string.Concat(Enumerable.Repeat("渡轮复航。", 80)), "page").Cuttings).Missing[0]);

    [Theory]
    [InlineData("The clerk of Osk said that the bell was rung on Friday. “Nobody heard it,” she said. The council is to decide in spring whether it may be rung again.", true)]
    [InlineData("Bell rung on Friday. Nobody hears it. Council to decide.", false)]
    [InlineData("Why the clerk of Osk, who has rung the bell on every Friday since the flood, will ring it no more unless somebody in the village tells her that it was heard", false)]
    public void Several_sentences_are_a_paragraph_and_one_long_one_is_not(string first, bool isParagraph) =>
        Assert.Equal(isParagraph, Assert.Single(SavedPageReader.Read(first + "\n\nIt was silent.\n", "page").Cuttings).Missing.Contains("headline"));
}
