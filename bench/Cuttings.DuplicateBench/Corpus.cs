using System.Text;

namespace Cuttings.DuplicateBench;

/// <summary>
/// Articles of an invented press, each made anew from its number: so a million of them need no memory. Half carry a notice of their outlet (of 200), every twentieth is a filling of a form (of 50):
/// a weather report, a timetable, with the day's figures and names.
/// </summary>
internal sealed class Corpus(Stock stock, int seed)
{
    private const int Outlets = 200;
    private const int Forms = 50;

    public Stock Stock => stock;

    /// <summary>An article: its paragraphs, each a list of sentences.</summary>
    public List<List<string>> Article(int number)
    {
        var dice = new Random(Seed(1, number));
        if (number % 20 == 7)
        {
            return Form(number / 20 % Forms, dice);
        }

        // Most are of 150 to 500 words, some of 40, a few of 1,500.
        var words = (int)(250 * Math.Exp(0.6 * Normal(dice)));
        var paragraphs = Paragraphs(dice, Math.Clamp(words, 40, 1_500), null);
        if (dice.Next(2) == 0)
        {
            paragraphs.Add(Notice(Outlet(number)));
        }

        return paragraphs;
    }

    /// <summary>The outlet of an article; all fillings of a form are of one.</summary>
    public int Outlet(int number) => IsForm(number) ? number / 20 % Forms : Seed(4, number) % Outlets;

    /// <summary>True for a filling of a form.</summary>
    public static bool IsForm(int number) => number % 20 == 7;

    /// <summary>Paragraphs of about so many words, on a subject of their own or a given one.</summary>
    public List<List<string>> Paragraphs(Random dice, int words, string[]? people)
    {
        // A story has its own few people, places and words, which come again and again.
        people ??= [.. Enumerable.Range(0, 6).Select(_ => stock.Name(dice))];
        var subject = Enumerable.Range(0, 12).Select(_ => stock.Word(dice)).ToArray();
        var paragraphs = new List<List<string>>();
        for (var count = 0; count < words;)
        {
            var paragraph = new List<string>();
            for (var n = 1 + dice.Next(4); n > 0 && count < words; n--)
            {
                var sentence = Sentence(dice, people, subject);
                count += stock.Space.Length > 0 ? sentence.Count(' ') + 1 : sentence.Length / 2;
                paragraph.Add(sentence);
            }

            paragraphs.Add(paragraph);
        }

        return paragraphs;
    }

    public static string Text(List<List<string>> paragraphs, string space) => string.Join("\n\n", paragraphs.Select(paragraph => string.Join(space, paragraph)));

    public string Text(int number) => Text(Article(number), stock.Space);

    private string Sentence(Random dice, string[] people, string[] subject)
    {
        var sentence = new StringBuilder();
        for (var left = 8 + dice.Next(20); left > 0;)
        {
            var part = dice.Next(100) switch
            {
                < 10 => stock.Phrase(dice),
                < 16 => people[dice.Next(people.Length)],
                < 26 => subject[dice.Next(subject.Length)],
                < 29 => dice.Next(2, 2_000).ToString(),
                _ => stock.Word(dice),
            };
            left -= stock.Space.Length > 0 ? part.Count(' ') + 1 : Math.Max(1, part.Length / 2);
            sentence.Append(sentence.Length > 0 ? stock.Space : "").Append(part);
        }

        sentence[0] = char.ToUpperInvariant(sentence[0]);
        return sentence.Append(stock.Stop).ToString();
    }

    private List<string> Notice(int outlet)
    {
        var dice = new Random(Seed(2, outlet));
        return [.. Paragraphs(dice, 15 + dice.Next(50), null).SelectMany(paragraph => paragraph)];
    }

    // The frame is the form's, a fifth of the words the day's.
    private List<List<string>> Form(int form, Random day)
    {
        var frame = new Random(Seed(3, form));
        var paragraphs = Paragraphs(frame, 120 + frame.Next(200), null);
        foreach (var paragraph in paragraphs)
        {
            for (var n = 0; n < paragraph.Count; n++)
            {
                paragraph[n] = Filled(paragraph[n], frame, day);
            }
        }

        return paragraphs;
    }

    private string Filled(string sentence, Random frame, Random day)
    {
        var words = Edits.Split(sentence, stock);
        for (var n = 1; n < words.Count - 1; n++)
        {
            // Which places are filled is the form's.
            if (frame.Next(5) == 0)
            {
                words[n] = frame.Next(3) == 0 ? stock.Name(day) : day.Next(0, 60).ToString();
            }
        }

        return string.Join(stock.Space, words);
    }

    private int Seed(int kind, int number) => (int)((((ulong)seed * 1_000_003) + ((ulong)kind * 7_919) + (ulong)number) * 0x9E3779B97F4A7C15UL >> 33);

    private static double Normal(Random dice) => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
}
