using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>What the words before a date say that it is.</summary>
internal enum DateLabel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The day of publication.</summary>
    Published,

    /// <summary>The day of a change.</summary>
    Modified,

    /// <summary>A copyright, a birthday, an event.</summary>
    Other,
}

/// <summary>Reads the label before a date.</summary>
internal static partial class DateLabels
{
    public static DateLabel Of(string before)
    {
        var near = before.Length > 60 ? before[^60..] : before;
        var (published, modified, other) = (Last(Published(), near), Last(Modified(), near), Last(Other(), near));
        return other > published && other > modified ? DateLabel.Other
            : modified > published ? DateLabel.Modified
            : published >= 0 ? DateLabel.Published
            : DateLabel.None;
    }

    private static int Last(Regex form, string text)
    {
        var last = -1;
        foreach (Match match in form.Matches(text))
        {
            last = match.Index + match.Length;
        }

        return last;
    }

    [GeneratedRegex(@"\b(?:published|posted|first published|publication date|pub\.? date|date|issued|released|written|created|filed|dated|veröffentlicht|erstellt|publié|paru|publicado|publicada|pubblicato|publicerad|gepubliceerd|geplaatst|opublikowano|data publikacji|дата|опубликовано|publikováno|julkaistu)\b|입력|발행|게재|등록|승인|작성|송고|发布|發布|发表|發表|时间|時間|日期|公開|掲載|配信|投稿", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"\b(?:updated?|modified|last updated|revised|edited|last reviewed|reviewed|changed|corrected|aktualisiert|stand|geändert|mis à jour|modifié|màj|actualizado|actualizada|atualizado|modificado|aggiornato|bijgewerkt|gewijzigd|uppdaterad|aktualizacja|zaktualizowano|обновлено|aktualizováno|päivitetty)\b|수정|최종|갱신|업데이트|更新|最終|修订|修改", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Modified();

    [GeneratedRegex(@"©|\(c\)|&copy;|copyright|\b(?:since|born|died|est\.?|established|founded|expires?|deadline|joined|member since|registered|retrieved|accessed|event|starts?|until|valid|ends?|archived|archive|today|heute|aujourd'hui|accessed on|last accessed)\b|오늘|今日|今天", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Other();
}
