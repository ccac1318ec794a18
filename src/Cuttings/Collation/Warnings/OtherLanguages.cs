namespace Cuttings.Collation.Warnings;

/// <summary>The same rules for languages whose words are not parted by spaces, or carry endings: their terms are found anywhere in what changed.</summary>
internal static class OtherLanguages
{
    private static readonly (string Section, string Kind, string What)[] Rules =
    [
        ("speech", WarningKind.AttributionDropped, "who says it"),
        ("hedge", WarningKind.HedgeDropped, "a hedge"),
        ("denial", WarningKind.DenialDropped, "a denial"),
        ("negation", WarningKind.NegationChanged, "a negation"),
        ("quantifier", WarningKind.QuantifierChanged, "how many are meant"),
        ("contrast", WarningKind.ContrastDropped, "a contrast"),
        ("about", WarningKind.NumberChanged, "how precise the figure is"),
        ("over", WarningKind.NumberChanged, "how precise the figure is"),
        ("under", WarningKind.NumberChanged, "how precise the figure is"),
    ];

    public static IEnumerable<Warning> Check(Comparison comparison, SentenceMatch sentence)
    {
        foreach (var change in sentence.Unmarked())
        {
            var (there, here) = (comparison.Source.Slice(change.Source), comparison.Cutting.Slice(change.Cutting));
            if (!Has(there))
            {
                continue;
            }

            foreach (var language in WordLists.Others)
            {
                foreach (var (section, kind, what) in Rules)
                {
                    var lost = language.Section(section).FirstOrDefault(term => there.Contains(term, StringComparison.Ordinal) && !here.Contains(term, StringComparison.Ordinal));
                    if (lost is not null && !language.Section(section).Any(term => here.Contains(term, StringComparison.Ordinal)) && Fits(section, comparison, sentence, change, lost))
                    {
                        yield return comparison.Warn(kind, change.Cutting, change.Source, $"“{lost}” was lost: it says {what}.");
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The title's hedge or attribution that the headline lacks.</summary>
    public static IEnumerable<Warning> CheckHeadline(Comparison comparison, SentenceMatch headline) => Check(comparison, headline)
        .Where(warning => warning.Kind is WarningKind.HedgeDropped or WarningKind.AttributionDropped)
        .Select(warning => warning with { Kind = WarningKind.HeadlineHedgeDropped });

    private static bool Has(string text) => text.AsSpan().IndexOfAnyInRange('\u1100', '\uD7FF') >= 0;

    // A figure must stand beside "about"; who says it is lost only where the statement stays.
    private static bool Fits(string section, Comparison comparison, SentenceMatch sentence, Change change, string lost) => section switch
    {
        "about" or "over" or "under" => change.Source.End < comparison.Source.Words.Count && (comparison.Source.Words[change.Source.End].Is(Traits.Number) || Figures.In(comparison.Source, change.Source).Count > 0),
        "negation" or "quantifier" => change.Source.Length <= 4,
        "speech" => lost.Length > 1 || change.Source.Length <= 12,
        "hedge" or "denial" or "contrast" => sentence.IsFound,
        _ => true,
    };
}
