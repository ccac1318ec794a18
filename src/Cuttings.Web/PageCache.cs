using System.Collections.Concurrent;

namespace Cuttings.Web;

/// <summary>A page as it goes out.</summary>
internal sealed record CachedPage(int Status, string Type, byte[] Body, string? Encoding, string Tag, string? Location, string? Next, long Revision, bool Lasting = false, bool Foreign = false);

/// <summary>Pages by address, of one revision of the archive only; emptied whole when it grows too large.</summary>
internal sealed class PageCache(long limit)
{
    private readonly ConcurrentDictionary<string, CachedPage> pages = new(StringComparer.Ordinal);
    private volatile Kept kept = new(-1, default);
    private long size;

    /// <summary>What the pages of a revision share; a newer revision begins anew.</summary>
    public Kept At(long revision, DateTimeOffset now) => kept is { } known && known.Revision == revision ? known : kept = new(revision, now);

    public bool TryGet(string key, long revision, out CachedPage? page) => pages.TryGetValue(key, out page) && page.Revision == revision;

    public void Put(string key, CachedPage page)
    {
        if (Interlocked.Add(ref size, page.Body.Length + (key.Length * 2) + 256) > limit)
        {
            pages.Clear();
            Interlocked.Exchange(ref size, page.Body.Length);
        }

        pages[key] = page;
    }
}
