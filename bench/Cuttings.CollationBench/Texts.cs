using System.Text;

namespace Cuttings.CollationBench;

/// <summary>News-like texts of any length from a seed: words by their rank's share, names, numbers, quotations, paragraphs.</summary>
internal sealed class Texts(int seed)
{
    private static readonly string[] Small = "the of to in a and that was for on said is by with at from it as were had his an be which not are who has after its or but their".Split(' ');
    private static readonly string[] Stock = MakeStock();
    private static readonly string[] Names = [.. Enumerable.Range(0, 400).Select(n => char.ToUpperInvariant(Stock[n * 7][0]) + Stock[n * 7][1..])];
    private readonly Random random = new(seed);

    /// <summary>Sentences of at least so many words, with the paragraphs they stand in.</summary>
    public List<string> Sentences(int words)
    {
        var sentences = new List<string>();
        for (var count = 0; count < words;)
        {
            var sentence = Sentence();
            sentences.Add(sentence);
            count += sentence.Count(' ') + 1;
        }

        return sentences;
    }

    /// <summary>An excerpt of about so many words: sentences left out, words left out, put in and changed.</summary>
    public string Excerpt(List<string> source, int words)
    {
        var taken = new List<string>();
        for (int n = 0, count = 0; n < source.Count && count < words; n++)
        {
            if (random.Next(3) == 0)
            {
                continue;
            }

            var all = source[n].Split(' ').ToList();
            switch (random.Next(6))
            {
                case 0 when all.Count > 12:
                    all.RemoveRange(5, 4);
                    break;
                case 1 when all.Count > 12:
                    all[6] = Word();
                    break;
                case 2 when all.Count > 12:
                    all.RemoveRange(4, 3);
                    all.Insert(4, "…");
                    break;
            }

            taken.Add(string.Join(' ', all));
            count += all.Count;
        }

        return Joined(taken);
    }

    /// <summary>Three sentences a paragraph.</summary>
    public static string Joined(List<string> sentences)
    {
        var text = new StringBuilder();
        for (var n = 0; n < sentences.Count; n++)
        {
            text.Append(n == 0 ? "" : n % 3 == 0 ? "\n\n" : " ").Append(sentences[n]);
        }

        return text.ToString();
    }

    private string Sentence()
    {
        var length = 8 + random.Next(24);
        var words = new List<string>(length);
        for (var n = 0; n < length; n++)
        {
            words.Add(random.Next(40) == 0 ? random.Next(2, 3000).ToString() : random.Next(20) == 0 ? Names[random.Next(Names.Length)] : Word() + (random.Next(12) == 0 && n < length - 1 ? "," : ""));
        }

        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        if (random.Next(5) == 0)
        {
            words[0] = "“" + words[0];
            words[^1] += $",” said {Names[random.Next(Names.Length)]} {Names[random.Next(Names.Length)]}";
        }

        return string.Join(' ', words) + ".";
    }

    // Every other word is a small one; the rank of the rest falls off as in real texts.
    private string Word() => random.Next(2) == 0 ? Small[(int)(Small.Length * Math.Pow(random.NextDouble(), 2))] : Stock[(int)(Stock.Length * Math.Pow(random.NextDouble(), 3))];

    private static string[] MakeStock()
    {
        var dice = new Random(7);
        string[] heads = ["b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w"];
        string[] tails = ["a", "e", "i", "o", "u", "an", "er", "in", "ol", "ar", "en", "is", "ot", "um", "ed"];
        var stock = new HashSet<string>(StringComparer.Ordinal);
        while (stock.Count < 20_000)
        {
            stock.Add(string.Concat(Enumerable.Range(0, 2 + dice.Next(3)).Select(_ => heads[dice.Next(heads.Length)] + tails[dice.Next(tails.Length)])));
        }

        return [.. stock];
    }
}
