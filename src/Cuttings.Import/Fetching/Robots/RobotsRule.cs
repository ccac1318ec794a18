namespace Cuttings.Import.Fetching.Robots;

/// <summary>One line of a robots.txt.</summary>
/// <param name="Pattern">Normal form, with `*` for any run and a last `$` for the end.</param>
/// <param name="Allows">Whether it allows or forbids.</param>
internal sealed record RobotsRule(string Pattern, bool Allows)
{
    /// <summary>Whether it fits the beginning of a path in normal form, in time of at most their product; each step is counted down.</summary>
    public bool Fits(string path, ref int steps)
    {
        var isWhole = Pattern.EndsWith('$');
        var pattern = isWhole ? Pattern.AsSpan(0, Pattern.Length - 1) : Pattern;
        int p = 0, at = 0, star = -1, from = 0;
        while (steps-- > 0)
        {
            if (p == pattern.Length && (!isWhole || at == path.Length))
            {
                return true;
            }

            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                from = at;
            }
            else if (p < pattern.Length && at < path.Length && pattern[p] == path[at])
            {
                p++;
                at++;
            }
            else if (star >= 0 && from < path.Length)
            {
                // The last star takes one more; earlier ones need not, since a shorter run of theirs leaves more to follow.
                p = star + 1;
                at = ++from;
            }
            else
            {
                return false;
            }
        }

        return false;
    }
}
