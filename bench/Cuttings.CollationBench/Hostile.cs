using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cuttings.Collation;

namespace Cuttings.CollationBench;

/// <summary>Texts made to be slow, each in a process of its own, so that its memory can be told.</summary>
internal static class Hostile
{
    private const int Long = 10 * 1024 * 1024;
    private const string Signs = "“”\"'‘’«»()[]…. .\n*";

    private static readonly Dictionary<string, Func<CollationInput>> Texts = new(StringComparer.Ordinal)
    {
        ["one word a million times, both sides"] = () => Both(Repeated("word ", 1_000_000)),
        ["one word a million times, the source"] = () => new("A word was said.", Repeated("word ", 1_000_000)),
        ["one word a million times, the cutting"] = () => new(Repeated("word ", 1_000_000), "A word was said."),
        ["10 MB of distinct words, no sign, both sides"] = () => Both(Distinct(Long, " ", seed: 0)),
        ["10 MB of distinct words, other ones"] = () => new(Distinct(Long, " ", seed: 0), Distinct(Long, " ", seed: 1)),
        ["10 MB of words, no sign, both sides"] = () => Both(Words(Long, "")),
        ["10 MB of signs, both sides"] = () => Both(Mixed(Long, Signs, letters: 0)),
        ["10 MB of signs and words, both sides"] = () => Both(Mixed(Long, Signs, letters: 2)),
        ["10 MB of signs and words, other ones"] = () => new(Mixed(Long, Signs, letters: 2), Mixed(Long, Signs, letters: 3)),
        ["10 MB of opening quotation marks"] = () => Both(Repeated(" 'a", Long / 3)),
        ["10 MB of brackets"] = () => Both(Repeated("[a] ", Long / 4)),
        ["10 MB of open brackets"] = () => Both(Repeated("[a ", Long / 3)),
        ["10 MB of ellipses"] = () => Both(Repeated("a … ", Long / 4)),
        ["10 MB of ellipses after a word"] = () => Both("a" + Repeated(" … -", Long / 4) + " b"),
        ["10 MB of dots after a word"] = () => Both("a" + Repeated(" .-", Long / 3) + " b"),
        ["10 MB of spaced dots"] = () => Both("a" + Repeated(" .", Long / 2)),
        ["10 MB of line ends"] = () => Both(Repeated("a\n", Long / 2)),
        ["a million one-word sentences, one word"] = () => Both(Repeated("Word. ", 1_000_000)),
        ["a million one-word sentences, he"] = () => Both(Repeated("He. ", 1_000_000)),
        ["a million one-word sentences, distinct"] = () => Both(Distinct(7_000_000, ". ", seed: 0)),
        ["a million one-word sentences, other order"] = () => new(Distinct(7_000_000, ". ", seed: 0), Reversed(Distinct(7_000_000, ". ", seed: 0))),
        ["every other word changed"] = () => new(Words(Long / 10, "."), Words(Long / 10, ". ")),
    };

    public static void RunAll()
    {
        Console.WriteLine("| hostile text | seconds | of them at work | memory added, MB |\n| --- | --: | --: | --: |");
        foreach (var name in Texts.Keys)
        {
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["hostile", name]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var told = child.StandardOutput.ReadToEndAsync();
            if (!child.WaitForExit(60_000))
            {
                child.Kill();
                child.WaitForExit();
            }

            Console.WriteLine($"| {name} | {(child.ExitCode == 0 ? told.Result.Trim() : "did not end | | ")} |");
        }

        Console.WriteLine();
    }

    public static void RunHere(string name)
    {
        Collator.Collate(new("A word was said. Another one was not.", "A word was said. A second was. Another one was not."));
        var input = Texts[name]();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Status("VmRSS");
        // The peak counts from here.
        File.WriteAllText("/proc/self/clear_refs", "5");
        var (clock, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Collated? collated = null;
        try
        {
            collated = Collator.Collate(input);
        }
        catch (CuttingsException)
        {
            // Too many sentences, marks or words: that is an end too.
        }

        var (seconds, work) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
        var added = Status("VmHWM") - before;
        GC.KeepAlive(input);
        GC.KeepAlive(collated);
        Console.WriteLine($"{seconds:0.00} | {work:0.00} | {added / 1024:0}{(collated is null ? ", refused" : "")}");
    }

    private static double Status(string key)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(key, StringComparison.Ordinal));
        return double.Parse(line[(key.Length + 1)..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    // Two strings, as they would come from two places.
    private static CollationInput Both(string text) => new(text, new string(text.AsSpan()));

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Distinct(int length, string between, int seed)
    {
        var text = new StringBuilder(length + 16);
        // Steps that share no factor with the range, so that all words differ.
        for (long n = 0; text.Length < length; n++)
        {
            var number = ((n * 7_368_787) + (seed * 77_777_777L)) % 300_000_000;
            text.Append((char)('A' + (number % 26)));
            for (number /= 26; number > 0; number /= 26)
            {
                text.Append((char)('a' + (number % 26)));
            }

            text.Append(between);
        }

        return text.ToString();
    }

    private static string Reversed(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse());

    private static string Words(int length, string end)
    {
        var text = new StringBuilder(length + 1000);
        var texts = new Texts(3 + end.Length);
        while (text.Length < length)
        {
            text.AppendJoin(' ', texts.Sentences(50).Select(sentence => string.Concat(sentence.Where(sign => char.IsLetter(sign) || sign == ' ')))).Append(end).Append(' ');
        }

        return text.ToString();
    }

    private static string Mixed(int length, string signs, int letters)
    {
        var (random, text) = (new Random(letters), new StringBuilder(length));
        while (text.Length < length)
        {
            text.Append(random.Next(4) < letters ? (char)('a' + random.Next(26)) : signs[random.Next(signs.Length)]);
        }

        return text.ToString();
    }
}
