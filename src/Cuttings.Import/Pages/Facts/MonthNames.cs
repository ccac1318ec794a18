using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The months' names, whole and short, in the languages of the pages read here; without accents, lower case.</summary>
internal static class MonthNames
{
    private static readonly string[] Lists =
    [
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "_ _ _ _ _ _ _ _ sept _ _ _",
        "januar februar marz april mai juni juli august september oktober november dezember",
        "janner feber maerz _ _ _ _ _ _ okt _ dez",
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "janv fevr _ avr _ _ juil _ _ _ _ _",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene _ _ abr _ _ _ ago setiembre _ _ dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen _ _ _ mag giu lug _ set ott _ _",
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
        "_ fev _ _ _ _ _ _ _ out _ _",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "_ _ mrt _ _ _ _ _ _ _ _ _",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
        "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "янв фев мар апр _ июн июл авг сен окт ноя дек",
        "сiчня лютого березня квiтня травня червня липня серпня вересня жовтня листопада грудня",
        "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
        "januar februar mars april mai juni juli august september oktober november desember",
        "_ februari _ _ maj _ _ augusti _ _ _ _",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου",
        "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "_ شباط آذار نيسان أيار حزيران تموز _ أيلول _ _ _",
        "جانفي فيفري _ أفريل ماي جوان جويلية أوت _ _ _ _",
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    ];

    private static readonly FrozenDictionary<string, int> ByName = Read();

    /// <summary>1 to 12, or 0 for a word that is no month.</summary>
    public static int Of(string word) => word.Length is < 3 or > 14 ? 0 : ByName.GetValueOrDefault(Folded(word));

    /// <summary>Lower case without accents.</summary>
    public static string Folded(string word)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return word.ToLowerInvariant();
        }

        var folded = new StringBuilder(word.Length);
        foreach (var sign in word.Normalize(NormalizationForm.FormD))
        {
            // The Turkish dotless i and the Ukrainian i are an i here, the Polish ł an l.
            var plain = sign switch { 'ı' or 'і' => 'i', 'ł' or 'Ł' => 'l', 'ς' => 'σ', _ => char.ToLowerInvariant(sign) };
            if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(plain);
            }
        }

        return folded.ToString();
    }

    private static FrozenDictionary<string, int> Read()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            var months = list.Split(' ');
            for (var n = 0; n < months.Length; n++)
            {
                if (months[n] != "_")
                {
                    names.TryAdd(Folded(months[n]), n + 1);
                }
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
