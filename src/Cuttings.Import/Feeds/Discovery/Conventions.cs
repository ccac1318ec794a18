using Cuttings.Articles;

namespace Cuttings.Import.Feeds.Discovery;

/// <summary>Where the programs that make pages are known to keep their feeds. Guesses: nobody named these.</summary>
internal static class Conventions
{
    public static IEnumerable<NamedFeed> Of(FeedLinks page, string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at))
        {
            return [];
        }

        var root = at.GetLeftPart(UriPartial.Authority);
        var host = at.IdnHost.ToLowerInvariant();
        IEnumerable<string> guesses = host is "www.youtube.com" or "youtube.com" or "m.youtube.com" ? page.Channel is { } channel ? [$"https://www.youtube.com/feeds/videos.xml?channel_id={channel}"] : []
            : host.EndsWith(".blogspot.com", StringComparison.Ordinal) || page.Generator.StartsWith("blogger", StringComparison.Ordinal) ? [root + "/feeds/posts/default", root + "/feeds/posts/default?alt=rss"]
            : host.EndsWith(".substack.com", StringComparison.Ordinal) ? [root + "/feed"]
            : host.EndsWith(".tistory.com", StringComparison.Ordinal) || page.Generator.StartsWith("tistory", StringComparison.Ordinal) ? [root + "/rss"]
            : host is "medium.com" && at.Segments is [_, ['@', ..] or { Length: > 1 }, ..] ? [root + "/feed/" + at.Segments[1].Trim('/')]
            : page.HasWordPress || page.Generator.StartsWith("wordpress", StringComparison.Ordinal) || host.EndsWith(".wordpress.com", StringComparison.Ordinal) ? [root + "/feed/"]
            : page.Generator switch
            {
                ['h', 'u', 'g', 'o', ..] => [root + "/index.xml"],
                ['j', 'e', 'k', 'y', 'l', 'l', ..] => [root + "/feed.xml"],
                ['g', 'h', 'o', 's', 't', ..] => [root + "/rss/"],
                ['d', 'r', 'u', 'p', 'a', 'l', ..] => [root + "/rss.xml"],
                ['j', 'o', 'o', 'm', 'l', 'a', ..] => [root + "/?format=feed&type=rss"],
                ['s', 'q', 'u', 'a', 'r', 'e', ..] => [root + "/?format=rss"],
                _ => [],
            };
        return guesses.Select(guess => new NamedFeed(guess, null) { Guessed = true });
    }
}
