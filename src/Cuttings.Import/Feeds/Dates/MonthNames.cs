using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Cuttings.Import.Feeds.Dates;

/// <summary>Months by the names and abbreviations that feeds write them with, without accents and in small letters.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "january jan jänner janvier janv januar enero ene gennaio gen janeiro januari stycznia sty января янв январь januar január ιαν ιανουαριου 一月 ledna januara січня ianuarie ocak oca tammikuuta tammi януари يناير",
        "february feb fevrier fevr fev februar febrero febbraio febr fevereiro februari lutego lut февраля фев февр февраль februari február φεβ φεβρουαριου 二月 unora лютого februarie subat sub helmikuuta helmi февруари فبراير",
        "march mar mars marz mrz maerz marzo marco maart mrt marca марта мар март marcius μαρ μαρτιου 三月 brezna березня martie mart maaliskuuta maalis marts maret مارس",
        "april apr avril avr abril abr aprile kwietnia kwi апреля апр апрель aprilis απρ απριλιου 四月 dubna aprila квітня aprilie nisan nis huhtikuuta huhti април أبريل",
        "may mai mayo maggio mag maio mei maj maja мая май majus maujus μαι μαιου 五月 kvetna травня mayis toukokuuta touko مايو",
        "june jun juin juni junio giugno giu junho czerwca cze июня июн июнь junius ιουν ιουνιου 六月 cervna juna червня iunie haziran haz kesakuuta kesa юни يونيو ιον",
        "july jul juillet juil juli julio luglio lug julho lipca lip июля июл июль julius ιουλ ιουλιου 七月 cervence jula липня iulie temmuz tem heinakuuta heina юли يوليو ιολ",
        "august aug aout agosto ago augustus augusti sierpnia sie августа авг август augusztus αυγ αυγουστου 八月 srpna серпня agustos agu elokuuta elo agustus أغسطس",
        "september sep sept septembre septiembre setiembre settembre set setembro wrzesnia wrz сентября сен сент сентябрь szeptember σεπ σεπτεμβριου 九月 zari septembra вересня septembrie eylul eyl syyskuuta syys септември سبتمبر",
        "october oct octobre oktober okt octubre ottobre ott outubro out pazdziernika paz октября окт октябрь οκτ οκτωβριου 十月 rijna oktobra жовтня octombrie ekim eki lokakuuta loka октомври أكتوبر",
        "november nov novembre noviembre novembro listopada lis ноября ноя нояб ноябрь νοε νοεμβριου 十一月 listopadu novembra листопада noiembrie kasım kas marraskuuta marras ноември نوفمبر",
        "december dec decembre dezember dez diciembre dic dicembre dezembro desember des grudnia gru декабря дек декабрь δεκ δεκεμβριου 十二月 prosince decembra грудня decembrie aralık ara joulukuuta joulu декември ديسمبر",
    ];

    private static readonly FrozenDictionary<string, int> Months = Names
        .SelectMany((names, month) => names.Split(' ').Select(name => (Name: Folded(name), Month: month + 1)))
        .DistinctBy(pair => pair.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    /// <summary>The month that a word names, 1 to 12; null where it names none.</summary>
    public static int? Find(string word) => Months.TryGetValue(Folded(word), out var month) ? month : null;

    private static string Folded(string word)
    {
        var plain = word.ToLowerInvariant();
        if (plain.All(char.IsAscii))
        {
            return plain;
        }

        var folded = new StringBuilder(plain.Length);
        foreach (var sign in plain.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(sign);
            }
        }

        return folded.ToString();
    }
}
