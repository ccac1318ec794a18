namespace Cuttings.Duplicates;

/// <summary>
/// Which articles are one story: by canonical address; else by title, day and some shared text; else by near-duplicate text. Nothing is deleted, articles only stand folded under the one that leads.
/// What an editor has parted stays parted. The stories do not depend on the order in which articles came, as long as fewer than <see cref="StoryIndex.MostOfOne"/> share a passage.
/// Safe for use by several threads, one at a time.
/// </summary>
/// <param name="textOf">The text of an article that was added before, for the last word on a likely pair; null where it is not at hand. Without it only what the signatures make sure is folded.</param>
public sealed class Stories(Func<long, string?>? textOf = null)
{
    private const int MostLooks = 6;
    private const int MostOfTitle = 16;
    private const int MostOfAddress = 4;

    // Copy of one agency is printed within days; what looks the same a month later is the next filling of a form.
    private const int DaysOfCopy = 14;
    private const int DaysOfNotice = 2;
    private const int WordsOfNotice = 60;
    private readonly Lock gate = new();
    private readonly StoryShelf shelf = new();
    private readonly StoryPartition partition = new();

    /// <summary>The index of signatures behind it.</summary>
    public StoryIndex Index { get; } = new();

    /// <summary>Adds an article and tells what it is held together with, to be kept beside it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="text">Its text, where it is at hand; else it is asked for.</param>
    public IReadOnlyList<StoryLink> Add(StoryArticle article, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        lock (gate)
        {
            Forget(article.Id);
            var entry = StoryEntry.Of(article);
            var found = new Dictionary<long, StoryLink>();
            ByAddress(entry, found);
            var reading = new StoryReading(article.Id, text, textOf);
            ByTitle(entry, article.Signature, reading, found);
            ByText(entry, article.Signature, reading, found);
            shelf.Add(entry);
            Index.Add(article.Id, article.Signature);
            foreach (var link in found.Values)
            {
                partition.Link(link);
            }

            return [.. found.Values.OrderBy(link => link.One).ThenBy(link => link.Other)];
        }
    }

    /// <summary>The articles whose texts <see cref="Add"/> may ask for, so that they can be fetched before.</summary>
    public IReadOnlyList<long> Likely(StoryArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        lock (gate)
        {
            var entry = StoryEntry.Of(article);
            var namesakes = shelf.UnderTitle(entry.Title);
            return [.. namesakes.Skip(Math.Max(0, namesakes.Count - MostOfTitle)).Concat(Index.Find(article.Signature, 2 * MostLooks, article.Id).Select(candidate => candidate.Id)).Where(id => id != article.Id).Distinct()];
        }
    }

    /// <summary>Brings back what a database has kept, at start: articles with signatures, links, parted pairs. Nothing is decided anew.</summary>
    public void Restore(IEnumerable<StoryArticle> articles, IEnumerable<StoryLink> links, IEnumerable<(long One, long Other)> parted)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(parted);
        lock (gate)
        {
            foreach (var article in articles)
            {
                shelf.Remove(article.Id);
                shelf.Add(StoryEntry.Of(article));
                Index.Add(article.Id, article.Signature);
            }

            foreach (var link in links)
            {
                partition.Link(link);
            }

            foreach (var (one, other) in parted)
            {
                partition.Part(one, other);
            }
        }
    }

    /// <summary>The article that leads the story of this one: the earliest published; else the agency's own, which the others credit; else the longest; else the one that came first.</summary>
    public long LeadOf(long id) => StoryOf(id)[0];

    /// <summary>The articles of a story, the lead first, then by the same order; the article alone where it is folded with no other.</summary>
    public IReadOnlyList<long> StoryOf(long id)
    {
        lock (gate)
        {
            var members = partition.Story(id);
            if (members.Count == 1)
            {
                return [id];
            }

            // A link may have come back whose other article has not.
            var entries = members.Select(shelf.Find).OfType<StoryEntry>().ToList();
            if (entries.TrueForAll(entry => entry.Id != id))
            {
                return [id];
            }

            var credited = entries.Where(entry => entry.Credited != 0 && entry.Credited != entry.Outlet).Select(entry => entry.Credited).ToHashSet();
            return [.. entries.OrderBy(entry => entry.Published).ThenBy(entry => credited.Contains(entry.Outlet) ? 0 : 1).ThenByDescending(entry => entry.Words).ThenBy(entry => entry.Id).Select(entry => entry.Id)];
        }
    }

    /// <summary>The links that an article has, parted or not.</summary>
    public IReadOnlyList<StoryLink> LinksOf(long id)
    {
        lock (gate)
        {
            return [.. partition.Links(id)];
        }
    }

    /// <summary>An editor says: these two are not the same story. Holds until taken back, whatever comes.</summary>
    public void Part(long one, long other)
    {
        lock (gate)
        {
            partition.Part(one, other);
        }
    }

    /// <summary>Takes a parting back.</summary>
    public void Unpart(long one, long other)
    {
        lock (gate)
        {
            partition.Unpart(one, other);
        }
    }

    /// <summary>Takes an article out, with its links; partings stay.</summary>
    public void Remove(long id)
    {
        lock (gate)
        {
            Forget(id);
        }
    }

    private void Forget(long id)
    {
        shelf.Remove(id);
        Index.Remove(id);
        partition.Remove(id);
    }

    private void ByAddress(StoryEntry entry, Dictionary<long, StoryLink> found)
    {
        foreach (var id in shelf.AtAddress(entry.Address).Take(MostOfAddress))
        {
            found[id] = Linked(entry.Id, id, StoryTie.Address, Degree.Same, 1);
        }
    }

    private void ByTitle(StoryEntry entry, StorySignature signature, StoryReading reading, Dictionary<long, StoryLink> found)
    {
        var namesakes = shelf.UnderTitle(entry.Title);
        for (var n = namesakes.Count - 1; n >= Math.Max(0, namesakes.Count - MostOfTitle); n--)
        {
            var other = shelf.Find(namesakes[n])!;
            if (found.ContainsKey(other.Id) || other.DaysTo(entry) is not <= 1 || !Index.TryGet(other.Id, out var kept))
            {
                continue;
            }

            var likeness = reading.With(other.Id);
            var estimate = Sketch.Compare(signature.Sketch, kept.Sketch);
            // One paper's headings come again each morning.
            var isOne = entry.IsOfOutletOf(other)
                ? (likeness?.Verdict(strict: true) ?? estimate.Degree) >= Degree.SameCopy
                : likeness is { IsTemplate: false, Share: >= 0.3, Words: >= 8 } || (likeness is null && estimate.Evidence >= 3 && estimate.Telling.Contained >= 0.6);
            if (isOne)
            {
                found[other.Id] = Linked(entry.Id, other.Id, StoryTie.Title, likeness?.Verdict() ?? estimate.Degree, likeness?.Share ?? estimate.Share);
            }
        }
    }

    private void ByText(StoryEntry entry, StorySignature signature, StoryReading reading, Dictionary<long, StoryLink> found)
    {
        var looks = 0;
        foreach (var candidate in Index.Find(signature, 2 * MostLooks, entry.Id))
        {
            if (found.ContainsKey(candidate.Id) || shelf.Find(candidate.Id) is not { } other)
            {
                continue;
            }

            if (looks++ >= MostLooks)
            {
                break;
            }

            var likeness = reading.With(candidate.Id);
            var degree = likeness?.Verdict(candidate.IsCommon || entry.IsOfOutletOf(other)) ?? candidate.Estimate;
            if (IsOneStory(degree, entry, other))
            {
                found[other.Id] = Linked(entry.Id, other.Id, StoryTie.Text, degree, likeness?.Share ?? candidate.Share);
            }
        }
    }

    private static bool IsOneStory(Degree degree, StoryEntry entry, StoryEntry other) => degree switch
    {
        // "All ferries run to timetable today" says something else each day.
        Degree.Same => Math.Min(entry.Words, other.Words) >= WordsOfNotice || entry.DaysTo(other) is not > DaysOfNotice,
        Degree.SameCopy => entry.DaysTo(other) is not > DaysOfCopy,
        _ => false,
    };

    private static StoryLink Linked(long one, long other, StoryTie tie, Degree degree, double share) => new(Math.Min(one, other), Math.Max(one, other), tie, degree, share);
}
