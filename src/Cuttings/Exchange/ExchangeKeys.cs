using System.Collections.Frozen;

namespace Cuttings.Exchange;

/// <summary>The keys of the exchange format that have a meaning here. Any other key is kept as it came; `revisions` is one of those.</summary>
public static class ExchangeKeys
{
    /// <summary>Keys of a cutting.</summary>
    public static FrozenSet<string> OfCutting { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "id", "headline", "slug", "status", "posted", "author", "categories", "tags", "language", "body", "html", "credit", "outlet", "byline", "via", "permalink", "sources", "source", "corrections", "suggested", "missing");

    /// <summary>Keys of a source.</summary>
    public static FrozenSet<string> OfSource { get; } = FrozenSet.Create(StringComparer.Ordinal, "url", "title", "outlet", "byline", "published", "editions", "text", "truncated");

    /// <summary>Keys of an edition.</summary>
    public static FrozenSet<string> OfEdition { get; } = FrozenSet.Create(StringComparer.Ordinal, "captured", "digest", "text", "truncated");
}
