using System.Text.Json;

namespace Cuttings.Importing;

/// <summary>Where a cutting stood in the blog that an import brought it from: what its readers were not to see is not made public unasked.</summary>
public static class FormerStanding
{
    /// <summary>The key of the exchange format under which it is kept: <see cref="Password"/>, else WordPress's status and type, as `private post`.</summary>
    public const string Key = "wordpress";

    /// <summary>Behind a password.</summary>
    public const string Password = "password";

    /// <summary>Why its readers did not see it, in words that follow `It `; null where nothing says so, or where it was only not finished.</summary>
    public static string? WhyHidden(Cutting cutting)
    {
        ArgumentNullException.ThrowIfNull(cutting);
        if (!cutting.Extra.TryGetValue(Key, out var json) || json is not ['"', ..])
        {
            return null;
        }

        var stood = JsonSerializer.Deserialize<string>(json);
        return stood == Password ? "was behind a password" : stood?.StartsWith("private", StringComparison.Ordinal) == true ? "was private" : null;
    }
}
