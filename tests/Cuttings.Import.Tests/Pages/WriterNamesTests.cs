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
    [InlineData("By Sam Hollis, Orsa", "Sam Hollis")]
    [InlineData("By Sam Hollis – Coastal Radio, Orsa", "Sam Hollis")]
    [InlineData("Por Inés Cardona y Luis de la Vega | Marola", "Inés Cardona|Luis de la Vega")]
    [InlineData("Sam Hollis/Tidewater Gazette", "Sam Hollis")]
    [InlineData("Sam Hollis Washington correspondent", "Sam Hollis")]
    [InlineData("By Sam Hollis, Europe correspondent", "Sam Hollis")]
    [InlineData("By Sam Hollis Special to the Gazette", "Sam Hollis")]
    [InlineData("By Sam Hollis Updated 8:00 AM ET, Wed March 3, 2021", "Sam Hollis")]
    [InlineData("By Sam Hollis and 2 more", "Sam Hollis")]
    [InlineData("Sam Hollis Follow", "Sam Hollis")]
    [InlineData("Essay by Sam Hollis", "Sam Hollis")]
    [InlineData("By Sam Hollis Jr. and Ada Marsh", "Sam Hollis Jr.|Ada Marsh")]
    [InlineData("Hollis, Sam", "Sam Hollis")]
    [InlineData("Sam Hollis (with Ada Marsh and Tom Ferris)", "Sam Hollis|Ada Marsh|Tom Ferris")]
    [InlineData("sam@gazette.example (Sam Hollis)", "Sam Hollis")]
    [InlineData("[항구일보 김서연 기자]", "김서연")]
    [InlineData("항구=김서연 특파원", "김서연")]
    [InlineData("김서연·이준호 기자", "김서연|이준호")]
    [InlineData("本报记者 林海 陈文", "林海|陈文")]
    [InlineData("记者 林海 报道", "林海")]
    [InlineData("作者：林海　来源：港口日报", "林海")]
    [InlineData("责任编辑：王五", "")]
    [InlineData("編集委員 山田太郎", "山田太郎")]
    [InlineData("【山田太郎】", "山田太郎")]
    [InlineData("https://gazette.example/people/nora", "")]
    public void Names_are_read_one_by_one(string byline, string names) =>
        Assert.Equal(names, string.Join('|', WriterNames.Read(byline).Select(writer => writer.Name)));

    [Theory]
    [InlineData("By the time the ferry left, it was late.")]
    [InlineData("By law every boat carries a lamp")]
    [InlineData("More than two hundred passengers were aboard")]
    public void A_sentence_names_nobody(string sentence) => Assert.Empty(WriterNames.Read(sentence, isStrict: true));
}
