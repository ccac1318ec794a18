using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The words that say that a name follows: `By`, `Text:`, `记者`.</summary>
internal static partial class BylineLabel
{
    /// <summary>Whether a line begins with one.</summary>
    public static bool Begins(string line) => First().IsMatch(line);

    /// <summary>The text without the one that it begins with.</summary>
    public static string Without(string text) => Any().Replace(text, "", 1);

    [GeneratedRegex(@"^\W{0,3}(?:(?:(?:Posted|Published|Written|Reported|Submitted|Story|Words|Text|Analysis|Report|Guest post|Review|Opinion)\s+)?(?:by|By|BY)\b|Author\b\s*:?|Von\s+\p{Lu}|Par\s+\p{Lu}|Por\s+\p{Lu}|Di\s+\p{Lu}|Door\s+\p{Lu}|Text\s*:|Texte\s*:|Texto\s*:|Autor\w*\s*:|Автор\s*:|글\s*[·=:]|글쓴이|(?:文|撰文|作者|記者|记者|本报记者)\s*[:：／/ ])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex First();

    [GeneratedRegex(@"^\s*(?:[-–—|•·*/,]\s*)?(?:(?:(?:(?:originally |first )?(?:posted|published|written|reported|submitted|created|added|words|story|text|article|analysis|report|reporting|review|opinion|commentary|column|essay|profile|feature|explainer|dispatch|perspective|obituary|guest post|blog|post|a guest post|interview) (?:and \w+ )?)?by|author|authors|byline|reporter|reporters|writer|writers|contributor|contributed by|text|words|texte|texto|testo|tekst|autor|autora|autores|auteur|auteurs|autore|autrice|автор|текст|verfasst von|geschrieben von|propos recueillis par|écrit par|publié par|escrito por|publicado por|redatto da|scritto da|door|foto|from|by-line|name|postado por|gepost door|geplaatst door|skrevet av|av|af|przez|zdroj|zdroj:)\s*[:：]?(?=\s|$|[^\p{L}\p{N}'’-])|von(?=\s+\p{Lu})|par(?=\s+\p{Lu})|por(?=\s+\p{Lu})|di(?=\s+\p{Lu})|a cura di|[Bb][Yy](?=\p{Lu}\p{Ll})|글\s*[·,ㆍ/]?\s*(?:사진)?\s*[=:：]?\s|글쓴이\s*[:：]?|작성자?\s*[:：]?|기자\s*[:：=]|취재\s*[=:：]?\s|(?:本报|本報|本网|本站|特约|实习)?(?:记者|記者)\s*[:：]?\s*|(?:作者|文|撰文|撰稿|執筆|文・写真|取材・文|投稿者|筆者)\s*[:：／/]\s*|文[・/／]\s*)\s*[:：]?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Any();
}
