using Cuttings.Vocabulary;

namespace Cuttings.Importing;

/// <summary>A cutting that comes in from a file, with what is known of where it stood there.</summary>
/// <param name="Cutting">What was read.</param>
/// <param name="Item">How reports name it: `posts.jsonl line 12`.</param>
/// <param name="Origin">File format and site (`exchange example.org`), the realm of its foreign id.</param>
/// <param name="ForeignId">Its id in that realm, or null.</param>
/// <param name="Missing">Fields that could not be told: `posted`, `author`, …</param>
public sealed record Incoming(Cutting Cutting, string Item, string Origin, string? ForeignId, IReadOnlyList<string> Missing)
{
    /// <summary>The realm of articles, known by their canonical address whatever they come in: a feed, a page, a web archive.</summary>
    public const string Articles = "article";

    /// <summary>The canonical address of the whole article of somebody else that it is; null for what is a cutting already.</summary>
    public string? Article { get; init; }

    /// <summary>The addresses that its categories, tags and author had before: kind, name, and the last part of the address, decoded.</summary>
    public IReadOnlyList<(TermKind Kind, string Name, string Slug)> TermSlugs { get; init; } = [];

    /// <summary>The numbers that its categories and its author had where it comes from: kind, name, number.</summary>
    public IReadOnlyList<(TermKind Kind, string Name, string Id)> TermIds { get; init; } = [];
}

/// <summary>An item that could not be read.</summary>
/// <param name="Item">File and line.</param>
/// <param name="Why">One sentence.</param>
public sealed record FailedItem(string Item, string Why);

/// <summary>What is to be said of a file as a whole, and is no failure: what of it has no place in an archive of cuttings.</summary>
/// <param name="Item">The file.</param>
/// <param name="Text">One sentence.</param>
public sealed record FileNote(string Item, string Text);

/// <summary>What a reader yields: a cutting, a failure or a note, in the order of the input.</summary>
/// <param name="Cutting">What was read, or null.</param>
/// <param name="Failed">What could not be, or null.</param>
public readonly record struct ReadItem(Incoming? Cutting, FailedItem? Failed)
{
    /// <summary>A note instead of either; null but for those readers that leave something out by plan.</summary>
    public FileNote? Note { get; init; }

    /// <summary>A feed to follow instead of either, from a list of subscriptions.</summary>
    public Subscriptions.Subscription? Followed { get; init; }

    /// <summary>A note about a whole file.</summary>
    public static ReadItem Noted(string item, string text) => new(null, null) { Note = new(item, text) };
}

/// <summary>An import as the archive remembers it.</summary>
public sealed record ImportRecord(long Import, string Origin, DateTimeOffset At, int Added, int Updated, DateTimeOffset? Undone);
