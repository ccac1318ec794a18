namespace Cuttings.Collation;

/// <summary>The kinds of warning, gravest first: each names a change that alters what is said.</summary>
public static class WarningKind
{
    /// <summary>Words inside quotation marks differ.</summary>
    public const string Misquotation = "misquotation";

    /// <summary>A negation was lost, put in or swallowed by an ellipsis.</summary>
    public const string NegationChanged = "negation-changed";

    /// <summary>A denial, or "could not confirm", was left out.</summary>
    public const string DenialDropped = "denial-dropped";

    /// <summary>Another person, body or place is named.</summary>
    public const string NameChanged = "name-changed";

    /// <summary>Somebody else says it.</summary>
    public const string SpeakerChanged = "speaker-changed";

    /// <summary>A join hangs the statement on another subject.</summary>
    public const string SubjectShifted = "subject-shifted";

    /// <summary>Who said it was left out.</summary>
    public const string AttributionDropped = "attribution-dropped";

    /// <summary>"May", "reportedly" and the like were lost.</summary>
    public const string HedgeDropped = "hedge-dropped";

    /// <summary>A figure, its unit or its precision differs.</summary>
    public const string NumberChanged = "number-changed";

    /// <summary>"Some", "all", "most" and the like differ.</summary>
    public const string QuantifierChanged = "quantifier-changed";

    /// <summary>The title's hedge or attribution is not in the headline.</summary>
    public const string HeadlineHedgeDropped = "headline-hedge-dropped";

    /// <summary>The sample or method was left out.</summary>
    public const string BasisDropped = "basis-dropped";

    /// <summary>The time of a verb differs.</summary>
    public const string TenseChanged = "tense-changed";

    /// <summary>How two events stand in time differs.</summary>
    public const string DateRelationChanged = "date-relation-changed";

    /// <summary>An ellipsis or a join bridges passages far apart or in another order.</summary>
    public const string SequenceBroken = "sequence-broken";

    /// <summary>What a word points at was left out or stands elsewhere.</summary>
    public const string DanglingReference = "dangling-reference";

    /// <summary>A bracketed insertion stands without its brackets.</summary>
    public const string BracketRemoved = "bracket-removed";

    /// <summary>"But", "although" and the like were lost.</summary>
    public const string ContrastDropped = "contrast-dropped";

    /// <summary>A mark claims a cut that was not made.</summary>
    public const string FalseMark = "false-mark";

    /// <summary>All kinds, gravest first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Misquotation, NegationChanged, DenialDropped, NameChanged, SpeakerChanged, SubjectShifted, AttributionDropped, HedgeDropped, NumberChanged, QuantifierChanged,
        HeadlineHedgeDropped, BasisDropped, TenseChanged, DateRelationChanged, SequenceBroken, DanglingReference, BracketRemoved, ContrastDropped, FalseMark,
    ];

    /// <summary>A kind as readers see it: in words, without the words of either text.</summary>
    public static string Meaning(string kind) => Meanings.GetValueOrDefault(kind, kind);

    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        [Misquotation] = "Words inside quotation marks differ from the source, and no mark shows it.",
        [NegationChanged] = "A “not” was lost or put in.",
        [DenialDropped] = "A denial, or a “could not be confirmed”, was left out.",
        [NameChanged] = "The source has another name.",
        [SpeakerChanged] = "Somebody else says this in the source.",
        [SubjectShifted] = "Run together so, this is said of something else than in the source.",
        [AttributionDropped] = "Who said this was left out.",
        [HedgeDropped] = "The source hedges this; here it reads as a fact.",
        [NumberChanged] = "A figure, its unit or its precision differs.",
        [QuantifierChanged] = "How many, or how often, differs.",
        [HeadlineHedgeDropped] = "The title hedges or attributes this; the headline states it as a fact.",
        [BasisDropped] = "What this rests on (sample or method) was left out.",
        [TenseChanged] = "The time of a verb differs.",
        [DateRelationChanged] = "How two events stand in time differs.",
        [SequenceBroken] = "Passages that stand far apart, or in another order, were brought together.",
        [DanglingReference] = "What this points at was left out, or stands elsewhere.",
        [BracketRemoved] = "An editor’s insertion stands here without its brackets.",
        [ContrastDropped] = "A “but” or an “although” was lost.",
        [FalseMark] = "A mark claims a cut, or a bracket an insertion, that was not made.",
    };

    private static readonly Dictionary<string, int> Gravities = All.Select((kind, n) => (kind, gravity: All.Count - n)).ToDictionary(pair => pair.kind, pair => pair.gravity, StringComparer.Ordinal);

    /// <summary>How grave a kind is: 1 for the least, one more for each kind that it stands before.</summary>
    public static int Gravity(string kind) => Gravities.GetValueOrDefault(kind);
}
