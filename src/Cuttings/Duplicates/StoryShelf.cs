namespace Cuttings.Duplicates;

/// <summary>The entries, found by address and by title.</summary>
internal sealed class StoryShelf
{
    private readonly Dictionary<long, StoryEntry> entries = [];
    private readonly Keyed addresses = new();
    private readonly Keyed titles = new();

    public StoryEntry? Find(long id) => entries.GetValueOrDefault(id);

    public void Add(StoryEntry entry)
    {
        entries[entry.Id] = entry;
        addresses.Add(entry.Address, entry.Id);
        titles.Add(entry.Title, entry.Id);
    }

    public void Remove(long id)
    {
        if (entries.Remove(id, out var entry))
        {
            addresses.Remove(entry.Address, id);
            titles.Remove(entry.Title, id);
        }
    }

    public IReadOnlyList<long> AtAddress(ulong address) => addresses.Of(address);

    public IReadOnlyList<long> UnderTitle(ulong title) => titles.Of(title);

    /// <summary>Articles by a digest, in the order in which they came; nought is no digest. Most stand alone, and a list for each would be most of the memory.</summary>
    private sealed class Keyed
    {
        private readonly Dictionary<ulong, long> first = [];
        private readonly Dictionary<ulong, List<long>> all = [];

        public List<long> Of(ulong key) => all.TryGetValue(key, out var ids) ? ids : first.TryGetValue(key, out var id) ? [id] : [];

        public void Add(ulong key, long id)
        {
            if (key == 0 || first.TryAdd(key, id))
            {
                return;
            }

            if (!all.TryGetValue(key, out var ids))
            {
                all[key] = ids = [first[key]];
            }

            ids.Add(id);
        }

        public void Remove(ulong key, long id)
        {
            if (!all.TryGetValue(key, out var ids))
            {
                _ = first.TryGetValue(key, out var only) && only == id && first.Remove(key);
                return;
            }

            ids.Remove(id);
            first[key] = ids[0];
            if (ids.Count == 1)
            {
                all.Remove(key);
            }
        }
    }
}
