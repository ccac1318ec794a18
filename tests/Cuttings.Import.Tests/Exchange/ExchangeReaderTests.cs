using System.Text;
using Cuttings.Exchange;
using Cuttings.Excerpts;
using Xunit;

namespace Cuttings.Import.Tests.Exchange;

public class ExchangeReaderTests
{
    private const string Whole = """
        {"id":"7","headline":"Ferry runs again","slug":"ferry-runs-again","status":"draft","posted":"2020-09-27","author":"Quill","categories":["Harbour","Islands"],"tags":["ferry"],"language":"en","body":["It sails.","Twice a day."],"credit":"[Harbour Echo]","outlet":"Harbour Echo","byline":"A. Reed and B. Sand","via":"Island Post","permalink":"https://digest.example/2020/09/ferry/","sources":[{"url":"https://echo.example/ferry","title":"Ferry","outlet":"Harbour Echo","byline":"A. Reed","published":"2020-09-26","editions":[{"captured":"2020-09-27T08:00:00+00:00","digest":"sha-256:00","text":["It sails.","Daily."],"weather":"calm"}],"page":3}],"corrections":[{"date":"2020-10-01","text":"It sails twice."}],"mood":{"tide":[1.50,null]},"revisions":[{"at":"2020-09-28"}],"suggested":{"place":"Quay"}}
        """;

    [Fact]
    public async Task Every_field_comes_back_as_it_was_written() => Assert.Equal(Whole, ExchangeWriter.Write(await Exchanged.ReadOneAsync(Whole)));

    [Fact]
    public async Task Only_headline_and_body_are_required()
    {
        var cutting = await Exchanged.ReadOneAsync("""{"headline":"Ferry","body":["It sails."]}""");
        Assert.Equal(("Ferry", "It sails."), (cutting.Headline, cutting.Excerpt.ToText()));
        Assert.Contains("headline", await Exchanged.FailAsync("""{"body":["It sails."]}"""));
        Assert.Contains("body", await Exchanged.FailAsync("""{"headline":"Ferry"}"""));
    }

    [Fact]
    public async Task What_could_not_be_told_is_named()
    {
        var item = Assert.Single(await Exchanged.ReadAsync("""{"headline":"Ferry","body":["It sails."],"credit":"(Echo)"}"""));
        Assert.Equal(["posted", "author", "categories", "outlet"], item.Cutting!.Missing);
        Assert.EndsWith(""","missing":["posted","author","categories","outlet"]}""", ExchangeWriter.Write(item.Cutting));
    }

    [Fact]
    public async Task One_bad_line_never_stops_the_rest()
    {
        var items = await Exchanged.ReadAsync("\uFEFF{\"headline\":\"One\",\"body\":[]}\r\n\r\nnot json\n{\"headline\":5,\"body\":[]}\n{\"headline\":\"Two\",\"body\":[]}");
        Assert.Equal(["One", null, null, "Two"], items.Select(item => item.Cutting?.Cutting.Headline));
        Assert.Equal(("posts.jsonl line 3", "This is not a JSON object in braces."), (items[1].Failed!.Item, items[1].Failed!.Why));
        Assert.Equal(("posts.jsonl line 4", "'headline' must be text in quotation marks, not 5."), (items[2].Failed!.Item, items[2].Failed!.Why));
        Assert.Equal("posts.jsonl line 5", items[3].Cutting!.Item);
    }

    [Theory]
    [InlineData("posted", "\"last week\"", "date")]
    [InlineData("posted", "20200927", "text")]
    [InlineData("language", "\"English please\"", "language tag")]
    [InlineData("permalink", "\"javascript:alert(1)\"", "http")]
    [InlineData("permalink", "\"/2020/09/ferry\"", "http")]
    [InlineData("slug", "\"../../desk\"", "address")]
    [InlineData("status", "\"secret\"", "withdrawn")]
    [InlineData("categories", "[1]", "list of text")]
    [InlineData("sources", "[\"https://echo.example\"]", "list of objects")]
    [InlineData("source", "{\"url\":\"ftp://echo.example\"}", "http")]
    [InlineData("corrections", "[{\"text\":\"no date\"}]", "date")]
    public async Task A_wrong_value_is_named_and_quoted(string field, string value, string due)
    {
        var why = await Exchanged.FailAsync($$"""{"headline":"Ferry","body":[],"{{field}}":{{value}}}""");
        Assert.Contains(due, why);
    }

    [Fact]
    public async Task An_array_and_objects_over_several_lines_are_read_too()
    {
        var array = await Exchanged.ReadAsync("""
            [
              {"headline": "One [1]", "body": ["a \"]}\" b"]},
              5,
              {"headline": "Two",
               "body": []}
            ]
            """);
        Assert.Equal(["One [1]", null, "Two"], array.Select(item => item.Cutting?.Cutting.Headline));
        Assert.Equal("posts.jsonl item 2", array[1].Failed!.Item);
        var pretty = await Exchanged.ReadAsync("{\n \"headline\": \"One\",\n \"body\": []\n}\n{\n \"headline\": \"Two\",\n \"body\": []\n}\n");
        Assert.Equal(["One", "Two"], pretty.Select(item => item.Cutting?.Cutting.Headline));
    }

    [Fact]
    public async Task Zero_characters_and_half_pairs_become_the_replacement_character()
    {
        var cutting = await Exchanged.ReadOneAsync("""{"headline":"a\u0000b\ud83dc\\u0000\ud83d\ude00","body":["\udc00\ud800"],"x\u0000":"\udbff"}""");
        Assert.Equal("a\uFFFDb\uFFFDc\\u0000😀", cutting.Headline);
        Assert.Equal("\uFFFD\uFFFD", cutting.Excerpt.ToText());
        Assert.Equal(["x\uFFFD"], cutting.Extra.Keys);
    }

    [Fact]
    public async Task A_line_that_is_too_long_or_not_utf8_fails_alone()
    {
        var bytes = Encoding.UTF8.GetBytes($"{{\"headline\":\"{new string('x', 5_000_000)}\",\"body\":[]}}\n{{\"headline\":\"?\",\"body\":[]}}\n{{\"headline\":\"Two\",\"body\":[]}}\n");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;
        var items = await Exchanged.ReadAsync(bytes);
        Assert.Equal(["The line is longer than 4 MB.", "This is not UTF-8.", null], items.Select(item => item.Failed?.Why));
        Assert.Equal("posts.jsonl line 3", items[2].Cutting!.Item);
    }

    [Fact]
    public async Task Depth_is_bounded() =>
        Assert.Contains("nested deeper than 64", await Exchanged.FailAsync($$"""{"headline":"Ferry","body":[],"x":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}"""));

    [Fact]
    public async Task Ids_belong_to_the_site_that_the_permalink_names()
    {
        var items = await Exchanged.ReadAsync("{\"id\":12,\"headline\":\"a\",\"body\":[],\"permalink\":\"https://Digest.example/a\"}\n{\"id\":\"12\",\"headline\":\"a\",\"body\":[]}");
        Assert.Equal([("exchange digest.example", "12"), ("exchange", "12")], items.Select(item => (item.Cutting!.Origin, item.Cutting.ForeignId!)));
    }

    [Fact]
    public async Task The_text_of_a_single_edition_may_stand_in_the_source()
    {
        var cutting = await Exchanged.ReadOneAsync("""{"headline":"a","body":[],"source":{"url":"https://echo.example/a","text":["One.","Two."]}}""");
        Assert.Equal(["One.", "Two."], Assert.Single(Assert.Single(cutting.Sources).Editions).Text);
    }

    [Fact]
    public async Task Hostile_html_becomes_plain_blocks()
    {
        var cutting = await Exchanged.ReadOneAsync("""{"headline":"a","html":"<p onclick=x>Safe <b>and</b> <script>alert(1)</script>sound"}""");
        Assert.Equal("<p>Safe <strong>and</strong> sound</p>", cutting.Excerpt.ToHtml());
        Assert.Equal(BlockKind.Paragraph, Assert.Single(cutting.Excerpt.Blocks).Kind);
    }
}
