using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Exchange;
using Cuttings.Excerpts;
using Cuttings.Import.Exchange;
using Cuttings.Sources;
using Xunit;

namespace Cuttings.Import.Tests.Exchange;

public class ExchangeRoundTripTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 1, 12],
        Gen.String[Gen.Char["<>&\"'\\/\t\n {}[],:…“”한국외교中国\u0001\u001f\u2028\u200b"], 1, 12],
        Gen.String[Gen.Char['\u0001', '\ud7ff'], 1, 12],
        Gen.Const("😀𠀀"));

    private static readonly Gen<PostedDate?> Posted = Generators.Among<PostedDate?>(null, PostedDate.Parse("2020-09-27"), PostedDate.Parse("2021-01-02T03:04:05Z"));

    private static readonly Gen<Block> Blocks = Gen.Select(Gen.Enum<BlockKind>(), Text, Generators.Among("{0}", "<em>{0}</em>", "a<br><strong>{0}</strong>", "<a href=\"https://echo.example/?a=1&amp;b=2\">{0}</a>", "<ruby>{0}<rt>x</rt></ruby>", "<span lang=\"ko\">{0}</span>"), (kind, text, form) =>
        new Block(kind, InlineHtml.FromSanitized(form.Replace("{0}", InlineHtml.FromText(text).Markup))));

    private static readonly Gen<Excerpt> Excerpts = Gen.OneOf(
        Text.List[0, 4].Select(paragraphs => Excerpt.OfParagraphs(paragraphs)),
        Blocks.List[0, 5].Select(blocks => new Excerpt(blocks)));

    private static readonly Gen<Cutting> Cuttings =
        from headline in Text
        from excerpt in Excerpts
        from names in Text.List[0, 3]
        from optional in Text.Null().Array[6]
        from posted in Posted
        from status in Gen.Enum<CuttingStatus>()
        select new Cutting
        {
            Headline = headline,
            Excerpt = excerpt,
            Id = optional[0],
            Status = status,
            Posted = posted,
            Author = optional[1],
            Categories = [.. names.Distinct()],
            Tags = [.. names.Distinct()],
            Credit = new Credit { Printed = optional[2], Outlet = optional[3], Byline = optional[4], Via = optional[5] },
            Sources = posted is null ? [] : [new Source { Url = "https://echo.example/한", Title = optional[1], Published = posted, Editions = [new Edition { Captured = DateTimeOffset.UnixEpoch, Text = [.. names] }] }],
            Corrections = posted is null ? [] : [new Correction(posted, headline)],
            Extra = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("x" + headline, "{\"a\":[1,\"b\"]}"),
            Suggested = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(headline, headline),
        };

    [Fact]
    public void What_is_written_reads_back_exactly() => Cuttings.Sample(
        cutting =>
        {
            var line = ExchangeWriter.Write(cutting);
            var back = Exchanged.ThereAndBackAsync(cutting).GetAwaiter().GetResult();
            Assert.DoesNotContain('\n', line);
            Assert.Equal(cutting.Excerpt, back.Excerpt);
            Assert.Equal(cutting.Headline, back.Headline);
            Assert.Equal(cutting.Credit, back.Credit);
            Assert.Equal(cutting.Categories, back.Categories);
            Assert.Equal(line, ExchangeWriter.Write(back));
        },
        iter: 3000,
        threads: 1);

    [Fact]
    public async Task Naughty_strings_survive_in_every_text_field()
    {
        foreach (var text in SharedData.NaughtyStrings().Where(text => text.Length > 0))
        {
            var cutting = new Cutting
            {
                Headline = text,
                Excerpt = new([Block.Paragraph(text), Block.Of(BlockKind.Quotation, text), Block.Of(BlockKind.Heading, text)]),
                Id = text,
                Author = text,
                Categories = [text],
                Tags = [text],
                Credit = new Credit { Printed = text, Outlet = text, Byline = text, Via = text },
                Sources = [new Source { Title = text, Outlet = text, Byline = text, Editions = [new Edition { Text = [text] }] }],
                Corrections = [new Correction(PostedDate.Parse("2020-09-27"), text)],
                Suggested = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(text, text),
            };
            var plain = cutting with { Excerpt = Excerpt.OfParagraphs(text, text) };
            foreach (var each in new[] { cutting, plain })
            {
                var back = await Exchanged.ThereAndBackAsync(each);
                Assert.Equal(each.Excerpt, back.Excerpt);
                Assert.Equal((text, text, text, text, text), (back.Headline, back.Id, back.Author, back.Categories.Single(), back.Tags.Single()));
                Assert.Equal(each.Credit, back.Credit);
                Assert.Equal(ExchangeWriter.Write(each), ExchangeWriter.Write(back));
            }
        }
    }

    [Theory]
    [InlineData("posted")]
    [InlineData("permalink")]
    public async Task Naughty_strings_are_refused_where_a_date_or_an_address_is_due(string field)
    {
        foreach (var text in SharedData.NaughtyStrings().Where(text => text.Length > 0 && !PostedDate.TryParse(text, out _) && !WebAddress.TryParse(text, out _)))
        {
            var why = await Exchanged.FailAsync($$"""{"headline":"a","body":[],"{{field}}":{{System.Text.Json.JsonSerializer.Serialize(text)}}}""");
            Assert.StartsWith($"'{field}' must be ", why);
        }
    }

    [Fact]
    public void Damaged_bytes_never_throw() => Gen.Select(Cuttings.List[1, 3], Gen.Select(Gen.Int[0, 10_000], Gen.Byte).List[0, 12]).Sample(
        (cuttings, hits) =>
        {
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', cuttings.Select(ExchangeWriter.Write)));
            foreach (var (at, value) in hits)
            {
                bytes[at % bytes.Length] = value;
            }

            using var stream = new MemoryStream(bytes);
            Assert.NotEmpty(ExchangeReader.ReadAsync(stream, "x").ToBlockingEnumerable().ToList());
        },
        iter: 3000,
        threads: 1);

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            using var stream = new MemoryStream(bytes);
            foreach (var item in ExchangeReader.ReadAsync(stream, "x").ToBlockingEnumerable())
            {
                Assert.NotNull(item.Failed);
            }
        },
        iter: 3000,
        threads: 1);
}
