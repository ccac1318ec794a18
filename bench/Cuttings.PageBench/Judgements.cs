using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cuttings.PageBench;

/// <summary>
/// What somebody who looked at a page found to be its text where we and Readability differ: lines of Readability's that are none of the article's, and lines of the page that are, though Readability leaves them out.
/// They are kept as digests (`judged.json`), so that the pages' own texts stay with them.
/// </summary>
internal sealed class Judgements
{
    private readonly Dictionary<string, Judgement> pages;

    private Judgements(Dictionary<string, Judgement> pages) => this.pages = pages;

    public static Judgements Read() =>
        new(JsonSerializer.Deserialize<Dictionary<string, Judgement>>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "judged.json")), JsonSerializerOptions.Web)!);

    /// <summary>The page with what is expected of it by judgement.</summary>
    public Page Of(Page page) => !pages.TryGetValue(page.Name, out var judgement)
        ? page
        : page with { Expected = string.Join('\n', Lines(page.Expected).Where(line => !judgement.Not.Contains(Digest(line))).Concat(judgement.Also.Count == 0 ? [] : Lines(Words.TextOf(page.Html)).Where(line => judgement.Also.Contains(Digest(line))).DistinctBy(Digest, StringComparer.Ordinal))) };

    public bool IsJudged(Page page, string line) => pages.TryGetValue(page.Name, out var judgement) && Digest(line) is var digest && (judgement.Not.Contains(digest) || judgement.Also.Contains(digest) || judgement.Stays.Contains(digest));

    public static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Of a line's letters and digits only.</summary>
    public static string Digest(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(line.Where(char.IsLetterOrDigit)).ToLowerInvariant())))[..8];

    private sealed record Judgement
    {
        /// <summary>Lines of Readability's that are none of the article's.</summary>
        public HashSet<string> Not { get; init; } = [];

        /// <summary>Lines of the page that are the article's, though Readability has them not.</summary>
        public HashSet<string> Also { get; init; } = [];

        /// <summary>Lines where Readability was found to be right.</summary>
        public HashSet<string> Stays { get; init; } = [];
    }
}
