using System.Text;
using Cuttings.Articles;
using Cuttings.Fetching;
using Cuttings.Sources;

namespace Cuttings.Collecting;

/// <summary>Tells from an answer whether a source is still there: gone, said to be gone with status 200 (soft 404), parked, or only out of reach for now.</summary>
public static class Vanishing
{
    private const int FewWords = 120;

    private static readonly IReadOnlyList<string> Missing = WordLists.Vanishing.Section("missing");
    private static readonly IReadOnlyList<string> ForSale = WordLists.Vanishing.Section("for-sale");

    /// <summary>What was found, with one sentence where there is something to say.</summary>
    /// <param name="asked">The source's address.</param>
    /// <param name="fetched">What came of the fetch.</param>
    /// <param name="content">What the page held, where there is one.</param>
    public static (SourceState State, string? Why) Tell(string asked, Fetched fetched, PageContent? content)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        return fetched.Outcome switch
        {
            FetchOutcome.NotModified => (SourceState.Alive, null),
            FetchOutcome.Fetched => Page(asked, fetched, content),
            FetchOutcome.NotFound or FetchOutcome.Gone => (SourceState.Gone, $"It is gone: the server answered {fetched.Status}."),
            FetchOutcome.Denied => (SourceState.Denied, $"The server does not give it out: it answered {fetched.Status}."),
            FetchOutcome.RefusedByRobots => (SourceState.NotAllowed, fetched.Why ?? "Its robots.txt asks schedules to keep away."),
            _ => (SourceState.Unreachable, fetched.Why ?? "It could not be reached."),
        };
    }

    private static (SourceState State, string? Why) Page(string asked, Fetched fetched, PageContent? content)
    {
        var hasArticle = content is { Articles.IsEmpty: false };
        var length = hasArticle ? content!.Articles[0].Body.ToText().Length : 0;
        // Such a page may have a few words of its own (“Make an offer”).
        if (length < FewWords && IsForSale(fetched))
        {
            return (SourceState.Parked, "The domain is parked: somebody else's page stands in its place.");
        }

        if (LedHome(asked, fetched))
        {
            return (SourceState.SoftGone, "It is gone: its address leads to the site's front page.");
        }

        // A short text under such a title is the notice itself.
        var title = (content?.Articles.FirstOrDefault()?.Title ?? content?.Title ?? "").ToLowerInvariant();
        return length < 600 && Missing.Any(phrase => phrase == "404" ? title.Split(' ', '-', '|', ':').Contains("404") : title.Contains(phrase, StringComparison.Ordinal))
            ? (SourceState.SoftGone, $"It is gone: the page says so (“{content?.Articles.FirstOrDefault()?.Title ?? content?.Title}”), though the server answered {fetched.Status}.")
            : (SourceState.Alive, hasArticle ? null : content?.Why ?? "No article was found on the page.");
    }

    private static bool LedHome(string asked, Fetched fetched) =>
        !fetched.Redirects.IsEmpty && Uri.TryCreate(asked, UriKind.Absolute, out var from) && Uri.TryCreate(fetched.Address, UriKind.Absolute, out var to)
        && from.AbsolutePath.Trim('/').Length > 0 && to.AbsolutePath.Trim('/') is "" or "index.html" or "index.php" or "home" && to.Query.Length == 0;

    private static bool IsForSale(Fetched fetched)
    {
        var head = fetched.Body.Span;
        var text = Encoding.UTF8.GetString(head[..Math.Min(head.Length, 64 * 1024)]).ToLowerInvariant();
        return ForSale.Any(phrase => text.Contains(phrase, StringComparison.Ordinal));
    }
}
