using System.Collections.Frozen;
using System.Text;

namespace Cuttings;

/// <summary>The word lists of a language or of a matter: data under `Words/`, one file each.</summary>
internal sealed class WordLists
{
    private readonly FrozenDictionary<string, string[]> sections;

    private WordLists(string language) => sections = Read(language);

    /// <summary>What pages say where an article or a site is no more.</summary>
    public static WordLists Vanishing { get; } = new("vanishing");

    public static WordLists English { get; } = new("en");

    /// <summary>Languages without spaces or with endings: their terms are found anywhere in a passage.</summary>
    public static IReadOnlyList<WordLists> Others { get; } = [new("ko"), new("zh")];

    /// <summary>What tells the names of outlets.</summary>
    public static WordLists Outlets { get; } = new("outlets");

    /// <summary>The entries of a section; none where the language has no such section.</summary>
    public IReadOnlyList<string> Section(string name) => sections.GetValueOrDefault(name, []);

    public FrozenSet<string> Set(string name) => Section(name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The lines of a section, each as its words.</summary>
    public IEnumerable<string[]> Lines(string name, string separator) => Section(name).Select(line => line.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static FrozenDictionary<string, string[]> Read(string language)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream("words/" + language)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var section = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (line.StartsWith('['))
            {
                found[line.Trim('[', ']')] = section = [];
                continue;
            }

            section.AddRange(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return found.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
