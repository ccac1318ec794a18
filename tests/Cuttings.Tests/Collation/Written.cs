using CsCheck;

namespace Cuttings.Tests.Collation;

/// <summary>Texts made up for properties: news-like ones, and strings that no writer would send.</summary>
internal static class Written
{
    private static readonly string[] Nouns = "harbour,tribunal,orchard,ferry,ledger,quarry,mill,signal,garrison,pharmacy,convoy,barley,lantern,cistern,archive,tunnel,census,vineyard,turbine,foundry,chapel,reservoir,tannery,viaduct,granary,observatory,brewery,smithy,depot,causeway,aqueduct,nursery,kiln,windmill,dairy,cannery,sawmill,bakery,arsenal,clinic".Split(',');
    private static readonly string[] Verbs = "repaired,measured,auctioned,flooded,repainted,inspected,surrounded,photographed,inherited,demolished,insured,catalogued,lowered,widened,shelled,leased,guarded,evacuated,drained,renamed".Split(',');
    private static readonly string[] Places = "Calder,Estermouth,Orsa,Tesk,Lorrin,Kell,Mure,Gorn,Hannik,Dorun,Selmond,Brask,Vinnet,Ulmar,Pask".Split(',');
    private static readonly string[] Persons = "Ruben Stahl,Ilse Brandt,Petra Okonjo,Jonas Wirth,Helga Rossi,Hugh Tamblyn,Dr. Ana Mbeki,Gen. Otto Vahl,J. K. Lind,Mrs. Adeyemi".Split(',');
    private static readonly string[] Days = "Monday,Tuesday,Thursday,Sept. 11,May 3,2017".Split(',');
    private static readonly string[] Korean = "배는 여섯 시에 부두를 떠났다.,시장은 어제 사임했다고 밝혔다.,다리는 한 번도 점검되지 않았다.,주민들은 물가가 올랐다고 말했다.".Split(',');
    private static readonly string[] Chinese = "渡轮六点离开北码头。,市长昨天宣布辞职。,这座桥从未检查过。,居民说米价已经上涨。".Split(',');

    private static readonly Gen<string> Noun = Of(Nouns);
    private static readonly Gen<string> Verb = Of(Verbs);
    private static readonly Gen<string> Place = Of(Places);
    private static readonly Gen<string> Person = Of(Persons);
    private static readonly Gen<string> Day = Of(Days);
    private static readonly Gen<string> Number = Gen.OneOf(Gen.Int[2, 99].Select(n => n.ToString()), Gen.Int[1, 40].Select(n => $"{n},{n * 37 % 1000:000}"), Gen.Int[1, 90].Select(n => $"{n}.5 percent"), Gen.Int[1, 90].Select(n => $"${n} million"));

    private static readonly Gen<string> English = Gen.OneOf(
        Gen.Select(Noun, Verb, Place, (noun, verb, place) => $"The {noun} at {place} was {verb} after the storm."),
        Gen.Select(Person, Noun, Verb, Day, (person, noun, verb, day) => $"{person} said on {day} that the {noun} had been {verb} twice."),
        Gen.Select(Number, Noun, Place, (number, noun, place) => $"About {number} people live beside the {noun} in {place}, according to the town."),
        Gen.Select(Noun, Person, Verb, (noun, person, verb) => $"“We never saw the {noun},” said {person}, who {verb} it."),
        Gen.Select(Noun, Noun, Verb, (noun, other, verb) => $"But a {noun} and the {other} are not {verb} — not this year."),
        Gen.Select(Noun, Place, Number, (noun, place, number) => $"“Nobody in {place} owns a {noun}. We were {number} once.”"),
        Gen.Select(Verb, Noun, (verb, noun) => $"They {verb} it; the fluffy old {noun}’s office didn’t answer."),
        Gen.Select(Noun, Day, Place, (noun, day, place) => $"Was the {noun} (the largest in the U.S. and in {place}) closed by {day}?"),
        Gen.Select(Place, Number, Noun, (place, number, noun) => $"[{place}] took {number} … from the naïve {noun} café’s owner."));

    private static readonly Gen<string> Sentence = Gen.Frequency((12, English), (1, Of(Korean)), (1, Of(Chinese)));

    /// <summary>The paragraphs of a text, each as its sentences; some sentences stand twice.</summary>
    public static readonly Gen<string[][]> Paragraphs = Gen.Select(Sentence.Array[1, 4].Array[1, 7], Gen.Int[0, 40], (paragraphs, twice) =>
        twice < paragraphs.Length ? [.. paragraphs, [paragraphs[twice][0]]] : paragraphs);

    /// <summary>Sentences that share few words.</summary>
    public static readonly Gen<string[]> Unlike = Gen.Select(Gen.Shuffle(Nouns), Gen.Shuffle(Verbs), Gen.Shuffle(Places), Gen.Int[2, 10], (nouns, verbs, places, count) => Enumerable.Range(0, count).Select(n => (n % 4) switch
    {
        0 => $"The {nouns[n]} beside the {nouns[n + 10]} was {verbs[n]} in {places[n]}.",
        1 => $"{places[n]} bought {n + 40} more {nouns[n]} tickets, {verbs[n]} by its {nouns[n + 10]} guild.",
        2 => $"“Every {nouns[n]} was {verbs[n]} when {places[n]} lost the {nouns[n + 10]},” a clerk said.",
        _ => $"Nobody {verbs[n]} {places[n]} for a {nouns[n]} or some {nouns[n + 10]}.",
    }).ToArray());

    public static readonly Gen<string> Text = Paragraphs.Select(Joined);

    /// <summary>A text, and one made of it by an untidy editor.</summary>
    public static readonly Gen<(string Cutting, string Source)> Edited = Gen.Select(Paragraphs, Gen.Int[0, 9].Array[64], Sentence, (paragraphs, dice, foreign) =>
    {
        var at = 0;
        int Roll() => dice[at++ % dice.Length];
        var kept = paragraphs.Select(paragraph => paragraph.Where(_ => Roll() > 1).Select(sentence => Roll() switch
        {
            0 => Without(sentence, 2, 2, ""),
            1 => Without(sentence, 3, 2, " …"),
            2 => Without(sentence, 1, 1, " [other]"),
            3 => Without(sentence, 4, 1, " never"),
            4 => foreign,
            _ => sentence,
        }).ToArray()).Where(paragraph => paragraph.Length > 0).ToList();
        if (kept.Count > 1 && Roll() == 0)
        {
            kept.Reverse();
        }

        return (Joined([.. kept]), Joined(paragraphs));
    });

    /// <summary>Arbitrary UTF-16, of pieces that a reader may trip over.</summary>
    public static readonly Gen<string> Hostile = Gen.Frequency(
        (8, Of("a", "b", "The", "he", "He", "said", "not", "word", "x1", "U.S.", "Mr.", "may", "OLD")),
        (8, Of(" ", " ", " ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00A0", "\u2028", "\u0085", "\f")),
        (6, Of(".", ".", "?", "!", "…", "...", ". . .", "....", "* * *", "⁂", "[…]", "(...)", "。", "⋯")),
        (6, Of("“", "”", "\"", "'", "’", "‘", "«", "»", "「", "」", "＂", "‹", "`")),
        (4, Of("[", "]", "(", ")", "[T]", "[ed]", "（", "）", "[a b]", "[]")),
        (4, Of(",", "-", "--", "—", "–", ":", ";", "$", "%", "&", "°", "#", "/", "1,000", "1.5", "2017", "½", "٣", "•")),
        (3, Of("\uD83D", "\uDE00", "\uD83D\uDE00", "\uD840", "\uD840\uDC00", "\0", "\u0001", "\u001B", "\uFEFF", "\u200B", "\u00AD", "\u200D", "\u0301", "\uFFFF", "\uFB03", "\u1112\u1161", "İ", "ı", "ß")),
        (2, Of("다리는", "한", "渡", "轮", "米价", "かな")),
        (1, Gen.Char.Select(sign => sign.ToString()))).Array[0, 60].Select(string.Concat);

    public static string Joined(string[][] paragraphs) => string.Join("\n\n", paragraphs.Select(paragraph => string.Join(' ', paragraph)));

    private static Gen<string> Of(params string[] all) => Gen.Int[0, all.Length - 1].Select(n => all[n]);

    private static string Without(string sentence, int from, int count, string put)
    {
        var words = sentence.Split(' ').ToList();
        if (words.Count < from + count + 2)
        {
            return sentence;
        }

        words.RemoveRange(from, count);
        words[from - 1] += put;
        return string.Join(' ', words);
    }
}
