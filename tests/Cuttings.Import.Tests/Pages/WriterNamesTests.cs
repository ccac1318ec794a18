using Cuttings.Import.Pages.Facts;
using Xunit;

namespace Cuttings.Import.Tests.Pages;

public class WriterNamesTests
{
    [Theory]
    [InlineData("By Nora Quill", "Nora Quill")]
    [InlineData("By Nora Quill and Tom Ferris", "Nora Quill|Tom Ferris")]
    [InlineData("By Nora Quill, Tom Ferris & Ada Marsh", "Nora Quill|Tom Ferris|Ada Marsh")]
    [InlineData("Nora Quill, Associated Harbour Press", "Nora Quill")]
    [InlineData("Nora Quill, Staff Writer", "Nora Quill")]
    [InlineData("Posted by Nora Quill on September 27, 2020", "Nora Quill")]
    [InlineData("Nora Quill | 27 September 2020 | 10:15", "Nora Quill")]
    [InlineData("Nora Quill nora@gazette.example @noraq", "Nora Quill")]
    [InlineData("Von Jürgen Maass und Lena Strom", "Jürgen Maass|Lena Strom")]
    [InlineData("Par Élise Morvan", "Élise Morvan")]
    [InlineData("Por Inés Cardona y Luis de la Vega", "Inés Cardona|Luis de la Vega")]
    [InlineData("김서연 기자 seoyeon@hanggu.example", "김서연")]
    [InlineData("记者：林海", "林海")]
    [InlineData("文／陳文", "陳文")]
    [InlineData("Coastal Press Agency", "Coastal Press Agency")]
    [InlineData("admin", "")]
    [InlineData("Written by Dr. Hanna Weir, PhD", "Hanna Weir")]
    [InlineData("Written by Nora Quill Edited by Ada Marsh", "Nora Quill")]
    [InlineData("Nora Quill | Photographs by Ada Marsh", "Nora Quill")]
    [InlineData("A. Editor", "A. Editor")]
    [InlineData("By Sam Hollis in Orsa", "Sam Hollis")]
    [InlineData("https://gazette.example/people/nora", "")]
    public void Names_are_read_one_by_one(string byline, string names) =>
        Assert.Equal(names, string.Join('|', WriterNames.Read(byline).Select(writer => writer.Name)));

    [Theory]
    [InlineData("By the time the ferry left, it was late.")]
    [InlineData("By law every boat carries a lamp")]
    [InlineData("More than two hundred passengers were aboard")]
    public void A_sentence_names_nobody(string sentence) => Assert.Empty(WriterNames.Read(sentence, isStrict: true));
}
