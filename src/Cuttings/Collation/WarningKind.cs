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
}
