using Cuttings.Archiving;
using Cuttings.Duplicates;

namespace Cuttings.Collecting;

/// <summary>
/// Places each source whose text is new among the stories, so that copies of one article stand under the one that leads. What decides is <see cref="Stories"/>; what it needs is read from the archive
/// when there is first something to place, and kept in memory from then on. Several nodes may do it side by side: each catches up with what the others have placed.
/// </summary>
public sealed class Folding : IDisposable
{
    private const int Batch = 64;
    private readonly IArchive archive;
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Dictionary<long, string?> texts = [];
    private readonly HashSet<(long One, long Other)> parted = [];
    private readonly Stories stories;
    private long through;

    /// <param name="archive">The archive.</param>
    public Folding(IArchive archive)
    {
        this.archive = archive;
        stories = new(id => texts.GetValueOrDefault(id));
    }

    /// <summary>Places all that waits. Returns how many were placed.</summary>
    public async Task<int> FollowAsync(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            var placed = 0;
            for (var waiting = await archive.Stories.WaitingAsync(Batch, cancel); waiting.Count > 0; waiting = await archive.Stories.WaitingAsync(Batch, cancel))
            {
                await CatchUpAsync(cancel);
                await PlaceAsync(waiting, cancel);
                placed += waiting.Count;
            }

            return placed;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>An editor says: these two sources are not the same story, or (<paramref name="apart"/> false) takes that back. Returns false where nothing changed.</summary>
    public async Task<bool> PartAsync(long first, long second, bool apart, CancellationToken cancel = default)
    {
        await FollowAsync(cancel);
        await one.WaitAsync(cancel);
        try
        {
            await CatchUpAsync(cancel);
            var members = stories.StoryOf(first).Concat(stories.StoryOf(second)).ToList();
            await using var session = await archive.BeginAsync(cancel);
            if (!(apart ? await session.Stories.PartAsync(first, second, cancel) : await session.Stories.UnpartAsync(first, second, cancel)))
            {
                return false;
            }

            Part((Math.Min(first, second), Math.Max(first, second)), apart);
            await TellAsync(session, members, cancel);
            await session.CommitAsync(cancel);
            return true;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => one.Dispose();

    // What this process has not placed itself; at first, all.
    private async Task CatchUpAsync(CancellationToken cancel)
    {
        var isFirst = through == 0;
        await foreach (var (article, placed) in archive.Stories.PlacedAsync(through, cancel))
        {
            if (!isFirst)
            {
                stories.Remove(article.Id);
            }

            stories.Restore([article], isFirst ? [] : await archive.Stories.LinksAsync(article.Id, cancel), []);
            through = placed;
        }

        if (isFirst)
        {
            stories.Restore([], await archive.Stories.LinksAsync(null, cancel), []);
        }

        var now = (await archive.Stories.PartingsAsync(cancel)).ToHashSet();
        foreach (var pair in now.Except(parted).ToList())
        {
            Part(pair, apart: true);
        }

        foreach (var pair in parted.Except(now).ToList())
        {
            Part(pair, apart: false);
        }
    }

    private void Part((long One, long Other) pair, bool apart)
    {
        if (apart)
        {
            parted.Add(pair);
            stories.Part(pair.One, pair.Other);
            return;
        }

        parted.Remove(pair);
        stories.Unpart(pair.One, pair.Other);
    }

    private async Task PlaceAsync(IReadOnlyList<long> waiting, CancellationToken cancel)
    {
        var read = new List<(long Id, StoryArticle? Article)>(waiting.Count);
        texts.Clear();
        foreach (var id in waiting)
        {
            read.Add((id, await ReadAsync(id, cancel)));
        }

        await using var session = await archive.BeginAsync(cancel);
        foreach (var (id, article) in read)
        {
            if (article is null)
            {
                await session.Stories.LeaveAsync(id, cancel);
                continue;
            }

            foreach (var likely in stories.Likely(article).Where(likely => !texts.ContainsKey(likely)).ToList())
            {
                texts[likely] = await archive.Stories.TextAsync(likely, cancel);
            }

            var before = stories.StoryOf(id);
            var links = stories.Add(article, texts[id]);
            var placed = await session.Stories.PlaceAsync(article, links, cancel);
            await TellAsync(session, [.. before, id], cancel);
            // What others have placed in between is caught up with before the next batch.
            through = placed == through + 1 ? placed : through;
        }

        await session.CommitAsync(cancel);
        texts.Clear();
    }

    private async Task TellAsync(IWriteSession session, IEnumerable<long> members, CancellationToken cancel)
    {
        var told = new HashSet<long>();
        foreach (var member in members)
        {
            if (!told.Contains(member))
            {
                var story = stories.StoryOf(member);
                told.UnionWith(story);
                await session.Stories.TellAsync(story, cancel);
            }
        }
    }

    private async ValueTask<StoryArticle?> ReadAsync(long id, CancellationToken cancel)
    {
        if (await archive.Sources.FindAsync(id, cancel) is not { } source || await archive.Stories.TextAsync(id, cancel) is not { } text)
        {
            return null;
        }

        texts[id] = text;
        var read = StoryText.Of(text);
        return new()
        {
            Id = id,
            Signature = read.Signature(),
            Words = read.Words,
            Title = source.Title,
            Key = source.Key,
            Published = source.Published,
            Outlet = source.Outlet,
            Credited = source.Credited,
        };
    }
}
