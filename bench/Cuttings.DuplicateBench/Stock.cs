namespace Cuttings.DuplicateBench;

/// <summary>The words of an invented language: small ones, a long tail by rank, names, set phrases. The same in every run.</summary>
internal sealed class Stock
{
    private readonly string[] small;
    private readonly string[] words;
    private readonly string[] names;
    private readonly string[] phrases;

    private Stock(string[] small, string[] words, string[] names, string space, string stop)
    {
        (this.small, this.words, this.names, Space, Stop) = (small, words, names, space, stop);
        var dice = new Random(11);
        // "… said on Monday in a statement that …": what every paper prints every day.
        phrases = [.. Enumerable.Range(0, 3_000).Select(_ => string.Join(space, Enumerable.Range(0, 2 + dice.Next(5)).Select(_ => Word(dice))))];
    }

    public static Stock English { get; } = new(
        "the of to in a and that was for on said is by with at from it as were had his an be which not are who has after its or but their".Split(' '),
        Made(40_000, 7, ["b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w"], ["a", "e", "i", "o", "u", "an", "er", "in", "ol", "ar", "en", "is", "ot", "um", "ed"], 2, 4),
        Capitals(Made(8_000, 8, ["A", "B", "D", "Ol", "H", "J", "K", "L", "M", "Br", "T", "V"], ["ida", "una", "orsen", "arek", "ell", "ath", "osk", "und", "eke", "olm"], 2, 3)),
        " ",
        ".");

    public static Stock Korean { get; } = new(
        "이 그 저 또 및 등 더 수 것 때".Split(' '),
        Suffixed(Made(12_000, 9, Range('가', 588 * 3, 97), Range('나', 588 * 4, 131), 1, 3), ["은", "는", "이", "가", "을", "를", "에", "의", "에서", "으로", "고", "했다", "하는", "한"]),
        Suffixed(Made(2_000, 10, ["김", "이", "박", "최", "정", "강"], Range('다', 588 * 5, 173), 1, 3), ["", " 씨는", " 씨가", " 씨의"]),
        " ",
        ".");

    public static Stock Chinese { get; } = new(
        "的 了 在 是 和 有 不 也 将 对 与 为 从 到".Split(' '),
        Made(15_000, 12, Range('丁', 9_000, 19), Range('世', 9_000, 23), 1, 1),
        Made(2_000, 13, ["张", "王", "李", "赵", "陈", "周"], Range('中', 6_000, 37), 1, 2),
        "",
        "。");

    public string Space { get; }

    public string Stop { get; }

    public string Word(Random dice) => dice.Next(5) < 2 ? small[(int)(small.Length * Math.Pow(dice.NextDouble(), 2))] : words[(int)(words.Length * Math.Pow(dice.NextDouble(), 3.5))];

    public string Name(Random dice) => names[(int)(names.Length * Math.Pow(dice.NextDouble(), 2))];

    public string Phrase(Random dice) => phrases[(int)(phrases.Length * Math.Pow(dice.NextDouble(), 3))];

    private static string[] Made(int count, int seed, string[] heads, string[] tails, int least, int most)
    {
        var dice = new Random(seed);
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < count)
        {
            var parts = least + dice.Next(most - least + 1);
            made.Add(string.Concat(Enumerable.Range(0, parts).Select(n => (n == 0 || char.IsAsciiLetterLower(heads[0][0]) ? heads[dice.Next(heads.Length)] : "") + tails[dice.Next(tails.Length)])));
        }

        return [.. made];
    }

    private static string[] Capitals(string[] words) => [.. words.Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant())];

    private static string[] Suffixed(string[] stems, string[] endings) => [.. stems.Select((stem, n) => stem + endings[n * 7 % endings.Length])];

    private static string[] Range(char first, int span, int step) => [.. Enumerable.Range(0, span / step).Select(n => ((char)(first + (n * step))).ToString())];
}
