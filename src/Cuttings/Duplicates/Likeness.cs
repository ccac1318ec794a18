namespace Cuttings.Duplicates;

/// <summary>
/// How alike two texts are, from the texts themselves. Symmetric.
/// A template filled in anew has the same words and other figures or names in the same places; edited copy has other words and the same figures and names.
/// </summary>
/// <param name="Share">The share of the shorter text, by weight of words, that stands in shingles of the longer one, 0 to 1.</param>
/// <param name="Longer">The same of the longer one.</param>
/// <param name="Gaps">Places within the shared passages where the two part for a few words.</param>
/// <param name="Changed">Those where a figure or a name stands against another one.</param>
/// <param name="Renamed">Those where the same few characters stand twice or more against the same few others: in scripts without capitals most likely a name.</param>
/// <param name="Kept">Figures and names within the shared passages.</param>
/// <param name="Words">Words of the shorter text.</param>
public readonly record struct Likeness(double Share, double Longer, int Gaps, int Changed, int Renamed, int Kept, int Words)
{
    private const double Copy = 0.55;
    private const double Strictly = 0.85;
    private const int FewestWords = 25;
    private const int Fewest = 8;

    /// <summary>Compares two texts.</summary>
    public static Likeness Between(StoryText one, StoryText other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (there, back) = (Passages.Of(one, other), Passages.Of(other, one));
        var shorter = one.Weight != other.Weight ? one.Weight < other.Weight : there.Covered != back.Covered ? there.Covered > back.Covered : there.Changed >= back.Changed;
        var (first, second) = shorter ? (there, back) : (back, there);
        return new(first.Covered, second.Covered, Math.Max(first.Gaps, second.Gaps), Math.Max(first.Changed, second.Changed), Math.Max(first.Renamed, second.Renamed), Math.Max(first.Kept, second.Kept), Math.Min(one.Words, other.Words));
    }

    /// <summary>True where what differs is mostly figures and names in the same places: two fillings of one template.</summary>
    public bool IsTemplate => (Changed > 0 && (Changed >= 0.4 * Gaps || Changed > 0.25 * (Changed + Kept))) || (Renamed > 0 && Changed + Renamed >= 0.5 * Gaps);

    /// <summary>The verdict.</summary>
    /// <param name="strict">More must be shared: both are of one outlet, or many share it, so that it may be a form or a notice of the outlet's own.</param>
    public Degree Verdict(bool strict = false)
    {
        if (Words < Fewest || Share < 0.2)
        {
            return Degree.None;
        }

        if (Changed == 0 && Renamed == 0 && Share >= 0.99 && Longer >= 0.99)
        {
            return Degree.Same;
        }

        return Words >= FewestWords && !IsTemplate && Share >= (strict ? Strictly : Copy) ? Degree.SameCopy : Degree.Related;
    }
}
