namespace Cuttings.Duplicates;

/// <summary>
/// Which articles are one story, from the links between them and the pairs that an editor has parted. The result does not depend on the order in which these came:
/// stories are what hangs together by links; where that would join a parted pair, links are taken the surest first and those that would join it are left.
/// </summary>
internal sealed class StoryPartition
{
    private readonly Dictionary<long, List<StoryLink>> links = [];
    private readonly Dictionary<long, List<long>> stories = [];
    private readonly Dictionary<long, HashSet<long>> partings = [];

    /// <summary>The articles of a story, unordered; the article alone where it has no other.</summary>
    public IReadOnlyList<long> Story(long id) => stories.TryGetValue(id, out var story) ? story : [id];

    /// <summary>The links that an article has.</summary>
    public IReadOnlyList<StoryLink> Links(long id) => links.TryGetValue(id, out var known) ? known : [];

    public bool IsParted(long one, long other) => partings.TryGetValue(one, out var others) && others.Contains(other);

    /// <summary>Notes a link; one that is known already is replaced.</summary>
    public void Link(StoryLink link)
    {
        var isNew = Note(link.One, link) & Note(link.Other, link);
        if (partings.Count > 0)
        {
            Cut(Component(link.One));
        }
        else if (isNew)
        {
            Join(link.One, link.Other);
        }
    }

    /// <summary>Notes that two articles are not the same story.</summary>
    public void Part(long one, long other)
    {
        if (one != other)
        {
            Others(one).Add(other);
            Others(other).Add(one);
            Cut(Component(one));
            Cut(Component(other));
        }
    }

    /// <summary>Takes a parting back.</summary>
    public void Unpart(long one, long other)
    {
        if (IsParted(one, other))
        {
            Forget(one, other);
            Forget(other, one);
            Cut(Component(one));
            Cut(Component(other));
        }
    }

    /// <summary>Takes an article out, with its links; its partings stay, should it come again.</summary>
    public void Remove(long id)
    {
        if (!links.Remove(id, out var gone))
        {
            return;
        }

        var others = gone.Select(link => link.One == id ? link.Other : link.One).Distinct().ToList();
        foreach (var other in others)
        {
            links[other].RemoveAll(link => link.One == id || link.Other == id);
        }

        Leave(id);
        foreach (var other in others)
        {
            Cut(Component(other));
        }
    }

    private bool Note(long id, StoryLink link)
    {
        if (!links.TryGetValue(id, out var known))
        {
            links[id] = known = [];
        }

        var replaced = known.RemoveAll(old => old.One == link.One && old.Other == link.Other);
        known.Add(link);
        return replaced == 0;
    }

    private HashSet<long> Others(long id) => partings.TryGetValue(id, out var others) ? others : partings[id] = [];

    private void Forget(long id, long other)
    {
        partings[id].Remove(other);
        if (partings[id].Count == 0)
        {
            partings.Remove(id);
        }
    }

    private void Join(long one, long other)
    {
        var (story, more) = (Story(one), Story(other));
        if (ReferenceEquals(story, more))
        {
            return;
        }

        (story, more) = story.Count >= more.Count ? (story, more) : (more, story);
        var joined = story as List<long> ?? [.. story];
        joined.AddRange(more);
        stories[joined[0]] = joined;
        foreach (var member in more)
        {
            stories[member] = joined;
        }
    }

    private void Leave(long id)
    {
        if (stories.Remove(id, out var story))
        {
            story.Remove(id);
            if (story.Count == 1)
            {
                stories.Remove(story[0]);
            }
        }
    }

    private List<long> Component(long start)
    {
        var seen = new HashSet<long> { start };
        var open = new Queue<long>(seen);
        while (open.TryDequeue(out var id))
        {
            foreach (var link in Links(id))
            {
                var other = link.One == id ? link.Other : link.One;
                if (seen.Add(other))
                {
                    open.Enqueue(other);
                }
            }
        }

        return [.. seen];
    }

    private void Cut(List<long> component)
    {
        foreach (var id in component)
        {
            stories.Remove(id);
        }

        var surest = component.SelectMany(Links).Distinct()
            .OrderBy(link => link.Tie == StoryTie.Address ? 0 : 1).ThenByDescending(link => link.Degree).ThenByDescending(link => link.Share).ThenBy(link => link.One).ThenBy(link => link.Other);
        foreach (var link in surest)
        {
            var (story, more) = (Story(link.One), Story(link.Other));
            if (!ReferenceEquals(story, more) && !story.Any(member => partings.TryGetValue(member, out var parted) && more.Any(parted.Contains)))
            {
                Join(link.One, link.Other);
            }
        }
    }
}
