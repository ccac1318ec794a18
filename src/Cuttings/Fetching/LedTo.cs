namespace Cuttings.Fetching;

/// <summary>Says where an address led that did not give what was looked for.</summary>
public static class LedTo
{
    /// <summary>The sentence why something could not be read, with the address that answered where redirects led there: `It was led to https://echo.example/, which is a web page, not a feed.`</summary>
    public static string Why(Fetched fetched, string why)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        ArgumentNullException.ThrowIfNull(why);
        return fetched.Redirects.IsEmpty ? why
            : why.StartsWith("It is ", StringComparison.Ordinal) ? $"It was led to {fetched.Address}, which is {why[6..]}"
            : $"It was led to {fetched.Address}. {why}";
    }
}
