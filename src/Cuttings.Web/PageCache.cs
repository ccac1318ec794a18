using System.Collections.Concurrent;

namespace Cuttings.Web;

/// <summary>A page as it goes out.</summary>
internal sealed record CachedPage(int Status, string Type, byte[] Body, string? Encoding, string Tag, string? Location, long Revision, DateTimeOffset Made);

/// <summary>Pages by address, of one revision of the archive only; emptied whole when it grows too large.</summary>
internal sealed class PageCache(long limit)
{
    private readonly ConcurrentDictionary<string, CachedPage> pages = new(StringComparer.Ordinal);
    private long size;

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
