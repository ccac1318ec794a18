using System.Text;
using Xunit;

namespace Cuttings.Import.Tests.Feeds;

/// <summary>Feeds in encodings of before UTF-8, declared or not.</summary>
public class OldEncodingTests
{
    private const string Russian = "Ночной паром вернулся в пролив после одиннадцати месяцев. На борту было двести пассажиров.";

    static OldEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", "Le bac de nuit est arrivé à l’île après onze mois d’été — déjà fatigué.")]
    [InlineData("windows-1252", "Die Nachtfähre fährt übermorgen für zwölf Gäste; mürrische Möwen grüßen.")]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1253", "Το νυχτερινό πλοίο επέστρεψε στο στενό μετά από έντεκα μήνες.")]
    [InlineData("windows-1255", "המעבורת הלילית חזרה למיצר אחרי אחד עשר חודשים. היו בה מאתיים נוסעים.")]
    [InlineData("windows-1256", "عادت العبارة الليلية إلى المضيق بعد أحد عشر شهرا.")]
    [InlineData("big5", "海峽渡輪復航在即，兩岸商人觀望。外交部門發言人說，復航不等於市場每日開放。")]
    [InlineData("gb2312", "望海晚报记者从海峡管理处获悉，夜航渡轮将于三月复航。")]
    [InlineData("euc-kr", "국경 시장이 다음 달부터 열흘에 한 번만 열린다고 시장 사무소가 밝혔다.")]
    [InlineData("shift_jis", "夜のフェリーは十一か月ぶりに海峡に戻ってきた。乗客は二百十四人だった。")]
    [InlineData("euc-jp", "夜のフェリーは十一か月ぶりに海峡に戻ってきた。乗客は二百十四人だった。")]
    public void One_that_is_not_declared_is_told_by_its_bytes(string encoding, string title) =>
        Assert.Equal(title, ReadFeeds.Feed(Encoding.GetEncoding(encoding).GetBytes($"<rss version='2.0'><channel><title>{title}</title></channel></rss>")).Title);

    [Theory]
    [InlineData("macroman", 0x80, 'Ä')]
    [InlineData("mac-cyrillic", 0x80, 'А')]
    [InlineData("maccentraleurope", 0x80, 'Ä')]
    [InlineData("ms-ee", 0x80, '€')]
    [InlineData("ms-cyrl", 0x80, 'Ђ')]
    [InlineData("cp1125", 0x80, 'А')]
    [InlineData("cp856", 0x80, 'א')]
    [InlineData("koi8-t", 0x80, 'қ')]
    [InlineData("PTCP154", 0x80, 'Җ')]
    [InlineData("iso-8859-10", 0xBD, '―')]
    [InlineData("iso8859-14", 0xA1, 'Ḃ')]
    [InlineData("ISO-8859-16", 0xAA, 'Ș')]
    [InlineData("ISO_8859-1:1987", 0xE9, 'é')]
    [InlineData("ISO_8859-2:1987", 0xB3, 'ł')]
    [InlineData("iso8859-14-1998", 0xA1, 'Ḃ')]
    [InlineData("latin7", 0xE0, 'ą')]
    [InlineData("TIS620", 0xA1, 'ก')]
    public void One_that_is_declared_is_known_by_its_name(string name, int sign, char expected)
    {
        byte[] feed = [.. Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{name}'?><rss version='2.0'><channel><title>a"), (byte)sign, .. Encoding.ASCII.GetBytes("b</title></channel></rss>")];
        Assert.Equal($"a{expected}b", ReadFeeds.Feed(feed).Title);
    }

    [Theory]
    [InlineData("euc-kr", "iso-8859-1", "국경 시장이 열린다")]
    [InlineData("shift_jis", "ISO-8859-1", "夜のフェリー")]
    [InlineData("gb2312", "us-ascii", "望海晚报")]
    [InlineData("koi8-r", "us-ascii", Russian)]
    [InlineData("koi8-r", "iso-8859-1", Russian)]
    [InlineData("iso-8859-2", "us-ascii", "Příliš žluťoučký")]
    public void What_a_server_says_of_every_file_does_not_stand_against_the_feed(string encoding, string sent, string title)
    {
        var feed = ReadFeeds.Feed(Encoding.GetEncoding(encoding).GetBytes($"<?xml version='1.0' encoding='{encoding}'?><rss version='2.0'><channel><title>{title}</title></channel></rss>"), contentType: $"text/xml; charset={sent}");
        Assert.Equal(title, feed.Title);
        Assert.Equal($"It is not in the encoding that its Content-Type names ({sent}).", Assert.Single(feed.Damage));
    }

    [Theory]
    [InlineData("windows-1251", "text/xml; charset=windows-1251", "utf-8")]
    [InlineData("windows-1251", "application/rss+xml;charset=\"windows-1251\"", "koi8-r")]
    [InlineData("windows-1252", "text/xml; charset=iso-8859-1", "koi8-r")]
    [InlineData("windows-1251", "text/xml", "windows-1251")]
    [InlineData("windows-1251", "text/plain", "windows-1251")]
    [InlineData("windows-1251", null, "windows-1251")]
    [InlineData("utf-8", "text/xml; charset=iso-8859-1", "windows-1251")]
    public void What_it_says_of_this_feed_does(string encoding, string? contentType, string declared)
    {
        var title = encoding == "windows-1252" ? "Die Nachtfähre fährt für zwölf Gäste" : Russian;
        Assert.Equal(title, ReadFeeds.Feed(Encoding.GetEncoding(encoding).GetBytes($"<?xml version='1.0' encoding='{declared}'?><rss version='2.0'><channel><title>{title}</title></channel></rss>"), contentType: contentType).Title);
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding='utf-7'?>", null, "it")]
    [InlineData("", "text/xml; charset=UTF-7", "its Content-Type")]
    public void Utf_7_is_refused(string declaration, string? contentType, string from)
    {
        var feed = ReadFeeds.Feed(declaration + "<rss version='2.0'><channel><title>+ADw-script+AD4-</title></channel></rss>", contentType: contentType);
        Assert.Equal("+ADw-script+AD4-", feed.Title);
        Assert.Equal($"The encoding that {from} names, UTF-7, is not read: it can hide markup.", Assert.Single(feed.Damage));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Wide_characters_are_told_without_a_mark(string encoding)
    {
        foreach (var start in new[] { "", "\n  ", $"<?xml version='1.0' encoding='{encoding}'?>", "<?xml version='1.0' encoding='utf-8'?>", "<!-- 한 -->" })
        {
            Assert.Equal("국경 시장 𠀋", ReadFeeds.Feed(Encoding.GetEncoding(encoding).GetBytes(start + "<rss version='2.0'><channel><title>국경 시장 𠀋</title></channel></rss>")).Title);
        }
    }

    [Fact]
    public void Hz_is_read_by_its_name() =>
        Assert.Equal("渡轮", ReadFeeds.Feed("<?xml version='1.0' encoding='hz-gb-2312'?><rss version='2.0'><channel><title>~{6IBV~}</title></channel></rss>").Title);
}
