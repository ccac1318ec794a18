namespace Cuttings.DuplicateBench;

/// <summary>What other papers make of an article: the kinds of near-duplicates, and what only looks like one.</summary>
internal static class Edits
{
    public static readonly (string Name, bool IsCopy)[] Kinds =
    [
        ("the same text", true),
        ("5 % of the words edited", true),
        ("20 % of the words edited", true),
        ("cut to a half", true),
        ("cut to a quarter", true),
        ("a new first paragraph", true),
        ("a new first paragraph, cut to a half, 5 % edited", true),
        ("paragraphs in another order", true),
        ("another outlet's notice below", true),
        ("embedded in a text twice as long", true),
        ("translated", false),
        ("a form filled in for another day", false),
        ("another story of the same people", false),
        ("another story over the same notice", false),
    ];

    /// <summary>The text that a paper makes of an article.</summary>
    public static string Made(string kind, Corpus corpus, int number, Random dice)
    {
        var stock = corpus.Stock;
        var article = corpus.Article(number);
        return kind switch
        {
            "the same text" => corpus.Text(number),
            "5 % of the words edited" => Text(Edited(article, stock, dice, 0.05), stock),
            "20 % of the words edited" => Text(Edited(article, stock, dice, 0.20), stock),
            "cut to a half" => Text(Cut(article, 0.5), stock),
            "cut to a quarter" => Text(Cut(article, 0.25), stock),
            "a new first paragraph" => Text([.. corpus.Paragraphs(dice, 45, null), .. article[Math.Min(1, article.Count - 1)..]], stock),
            "a new first paragraph, cut to a half, 5 % edited" => Text(Edited([.. corpus.Paragraphs(dice, 35, null)[..1], .. Cut(article[Math.Min(1, article.Count - 1)..], 0.5)], stock, dice, 0.05), stock),
            "paragraphs in another order" => Text(Shuffled(article, dice), stock),
            "another outlet's notice below" => Text([.. article, .. corpus.Paragraphs(dice, 50, null)], stock),
            "embedded in a text twice as long" => Embedded(corpus, article, dice),
            "translated" => Text(corpus.Paragraphs(dice, 300, null), stock),
            "a form filled in for another day" => corpus.Text(NextForm(number, dice)),
            "another story of the same people" => Text(corpus.Paragraphs(dice, 300, People(article, stock)), stock),
            _ => Text([.. corpus.Paragraphs(dice, 200, null), article[^1]], stock),
        };
    }

    /// <summary>A sentence's words; characters where no space parts words.</summary>
    public static List<string> Split(string sentence, Stock stock) => stock.Space.Length > 0 ? [.. sentence.Split(' ')] : [.. Pieces(sentence)];

    /// <summary>How many words an article has.</summary>
    public static int Words(List<List<string>> article, Stock stock) => article.Sum(paragraph => paragraph.Sum(sentence => Split(sentence, stock).Count));

    // Two characters are about a word; a figure stays whole.
    private static IEnumerable<string> Pieces(string sentence)
    {
        for (var n = 0; n < sentence.Length;)
        {
            var end = n + 1;
            while (end < sentence.Length && (char.IsAsciiDigit(sentence[n]) ? char.IsAsciiDigit(sentence[end]) : end < n + 2 && !char.IsAsciiDigit(sentence[end])))
            {
                end++;
            }

            yield return sentence[n..end];
            n = end;
        }
    }

    // Words are exchanged, left out, put in. Editors touch words; figures and names a fifth as often.
    private static List<List<string>> Edited(List<List<string>> article, Stock stock, Random dice, double share) =>
    [
        .. article.Select(paragraph => paragraph.Select(sentence =>
        {
            var edited = new List<string>();
            foreach (var word in Split(sentence, stock))
            {
                var isTelling = char.IsAsciiDigit(word[0]) || char.IsUpper(word[0]);
                switch (dice.NextDouble() < (isTelling ? share / 5 : share) ? dice.Next(4) : 4)
                {
                    case 0:
                        break;
                    case 1:
                        edited.Add(word);
                        edited.Add(stock.Word(dice));
                        break;
                    case 2 or 3:
                        edited.Add(stock.Word(dice));
                        break;
                    default:
                        edited.Add(word);
                        break;
                }
            }

            return string.Join(stock.Space, edited);
        }).ToList()),
    ];

    private static List<List<string>> Cut(List<List<string>> article, double share)
    {
        var sentences = article.Sum(paragraph => paragraph.Count);
        var left = Math.Max(1, (int)Math.Round(sentences * share));
        var cut = new List<List<string>>();
        foreach (var paragraph in article)
        {
            if (left <= 0)
            {
                break;
            }

            cut.Add(paragraph[..Math.Min(left, paragraph.Count)]);
            left -= paragraph.Count;
        }

        return cut;
    }

    private static List<List<string>> Shuffled(List<List<string>> article, Random dice)
    {
        var order = article.ToArray();
        dice.Shuffle(order);
        return [.. order];
    }

    private static string Embedded(Corpus corpus, List<List<string>> article, Random dice)
    {
        var own = corpus.Paragraphs(dice, Words(article, corpus.Stock), null);
        var middle = own.Count / 2;
        return Text([.. own[..middle], .. article, .. own[middle..]], corpus.Stock);
    }

    private static int NextForm(int number, Random dice) => ((number / 20) + (50 * (100_000 + dice.Next(100_000)))) * 20 + 7;

    private static string[] People(List<List<string>> article, Stock stock)
    {
        var names = article.SelectMany(paragraph => paragraph).SelectMany(sentence => Split(sentence, stock).Skip(1)).Where(word => char.IsUpper(word[0])).Distinct(StringComparer.Ordinal).Take(6).ToArray();
        return names.Length == 0 ? ["Osk"] : names;
    }

    private static string Text(List<List<string>> paragraphs, Stock stock) => Corpus.Text(paragraphs, stock.Space);
}
