namespace Cuttings.Duplicates;

/// <summary>How alike two texts seem from their signatures alone. An estimate: where the texts are at hand <see cref="Likeness"/> knows.</summary>
internal readonly record struct SketchLikeness(Shared Whole, Shared Lead, Shared Telling, bool IsIdentical, int Shingles)
{
    /// <summary>The estimated share of the shorter text that stands in the longer one, 0 to 1.</summary>
    public double Share => IsIdentical ? 1 : Math.Max(Whole.Contained, Lead.Both >= 3 ? Lead.Contained : 0);

    /// <summary>The digests shared, those of the lead with them.</summary>
    public int Evidence => Whole.Both + Lead.Both;

    /// <summary>True where it is worth a look at the texts: one shared digest of many is chance.</summary>
    public bool IsWorthwhile => IsIdentical || Evidence >= 2 || Whole.Contained >= 0.5;

    /// <summary>What the signatures allow to say: careful, since nobody looks after it.</summary>
    public Degree Degree
    {
        get
        {
            if (IsIdentical)
            {
                return Degree.Same;
            }

            var told = Telling.Contained >= 0.95 && (Math.Min(Telling.One, Telling.Other) >= 4 || Share >= 0.9);
            var enough = Shingles >= 25 && Whole.Contained >= 0.55 && (Whole.Both >= 5 || (Whole.Both >= 2 && Lead.Both >= 4));
            return enough && told ? Degree.SameCopy : Evidence >= 3 ? Degree.Related : Degree.None;
        }
    }
}
