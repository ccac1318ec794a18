using System.Collections.Immutable;
using Cuttings.Articles;
using Cuttings.Dating;
using Cuttings.Excerpts;

namespace Cuttings.Subscriptions;

/// <summary>What somebody's feed says, in whatever form (RSS 0.9x to 2.0, RSS 1.0, Atom, JSON Feed). What it does not say is null or empty.</summary>
public sealed record FeedDocument
{
    /// <summary>Its form and version in words: `RSS 2.0`, `Atom 1.0`, `JSON Feed 1.1`.</summary>
    public required string Form { get; init; }

    /// <summary>Its own id (Atom id, rdf:about), as written.</summary>
    public string? Id { get; init; }

    /// <summary>Its title, plain text.</summary>
    public string? Title { get; init; }

    /// <summary>Its description or subtitle, plain text.</summary>
    public string? Description { get; init; }

    /// <summary>The page it belongs to, absolute.</summary>
    public string? Site { get; init; }

    /// <summary>The address it gives for itself, absolute.</summary>
    public string? Self { get; init; }

    /// <summary>Its WebSub hubs, absolute.</summary>
    public ImmutableArray<string> Hubs { get; init; } = [];

    /// <summary>Where its older entries are (RFC 5005: prev-archive, else next), absolute.</summary>
    public string? Older { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Its rights, plain text.</summary>
    public string? Rights { get; init; }

    /// <summary>The program that made it.</summary>
    public string? Generator { get; init; }

    /// <summary>Its picture or logo, absolute.</summary>
    public string? Image { get; init; }

    /// <summary>Who writes it.</summary>
    public ImmutableArray<string> Writers { get; init; } = [];

    /// <summary>Its categories.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>When it was published.</summary>
    public PostedDate? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public PostedDate? Updated { get; init; }

    /// <summary>How often it asks to be looked at: ttl, or sy:updatePeriod and sy:updateFrequency.</summary>
    public TimeSpan? AskedInterval { get; init; }

    /// <summary>Hours of the day (0 to 23, GMT) in which it asks not to be read (skipHours).</summary>
    public ImmutableArray<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week in which it asks not to be read (skipDays).</summary>
    public ImmutableArray<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>Whether it says that it will not be updated any more (RFC 5005 fh:complete does not; JSON Feed `expired` does).</summary>
    public bool Expired { get; init; }

    /// <summary>Its entries, in its own order.</summary>
    public ImmutableArray<FeedItem> Items { get; init; } = [];

    /// <summary>What was wrong with it and has been mended or passed over, a sentence each.</summary>
    public ImmutableArray<string> Damage { get; init; } = [];
}

/// <summary>One entry of a feed.</summary>
public sealed record FeedItem
{
    /// <summary>Its guid or id, as written; null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Its title, plain text.</summary>
    public string? Title { get; init; }

    /// <summary>Its page, absolute.</summary>
    public string? Address { get; init; }

    /// <summary>The page elsewhere that it is about (JSON Feed external_url, Atom rel=related of a link blog), absolute.</summary>
    public string? External { get; init; }

    /// <summary>Its summary or teaser.</summary>
    public Excerpt? Summary { get; init; }

    /// <summary>Its whole text, where it gives it.</summary>
    public Excerpt? Content { get; init; }

    /// <summary>When it was published.</summary>
    public PostedDate? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public PostedDate? Updated { get; init; }

    /// <summary>Who wrote it.</summary>
    public ImmutableArray<string> Writers { get; init; } = [];

    /// <summary>Who contributed to it.</summary>
    public ImmutableArray<string> Contributors { get; init; } = [];

    /// <summary>Its categories, by their labels.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Its rights, plain text.</summary>
    public string? Rights { get; init; }

    /// <summary>Its picture.</summary>
    public ArticleImage? Image { get; init; }

    /// <summary>Files that come with it.</summary>
    public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

    /// <summary>The page of its comments, absolute.</summary>
    public string? Comments { get; init; }

    /// <summary>The feed it was taken from (RSS source, Atom source), by its title.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>The address of the feed it was taken from, absolute.</summary>
    public string? SourceAddress { get; init; }
}

/// <summary>A file that comes with an entry of a feed.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="Type">Its media type, as written.</param>
/// <param name="Length">Its length in bytes, where given.</param>
public sealed record Enclosure(string Address, string? Type, long? Length);

/// <summary>Reads feeds. Implementations never throw for what a feed holds, are bounded in time and memory, and ask the network for nothing.</summary>
public interface IFeedReader
{
    /// <summary>Reads a feed, as much of it as can be saved; null with one sentence where it is none.</summary>
    /// <param name="feed">Its bytes, in whatever encoding.</param>
    /// <param name="contentType">The Content-Type that came with it, or null.</param>
    /// <param name="address">Where it was found, or null for a file: relative addresses are resolved against it.</param>
    (FeedDocument? Feed, string? Why) Read(ReadOnlyMemory<byte> feed, string? contentType, string? address);
}
