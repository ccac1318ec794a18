namespace Cuttings.Import.WebArchives;

/// <summary>The captures of pages and feeds that were met in a web archive's files, and what refers to them.</summary>
internal sealed class KnownCaptures
{
    private readonly List<Capture> captures = [];
    private readonly List<(Capture Revisit, ulong RefersTo)> revisits = [];

    public int Count => captures.Count + revisits.Count;

    public bool WithFeeds => captures.Exists(capture => capture.IsFeed);

    public void Add(Capture capture) => captures.Add(capture);

    /// <summary>Adds a capture whose content was captured before.</summary>
    /// <param name="revisit">Where it is, as yet without its content.</param>
    /// <param name="refersTo">The address that had the same content.</param>
    public void AddRevisit(Capture revisit, ulong refersTo) => revisits.Add((revisit, refersTo));

    /// <summary>Makes captures of the revisits: one of the same address says what is known already; one of another is that page with this address.</summary>
    public void Resolve(Counts counts)
    {
        var stated = new Dictionary<ulong, Capture>();
        var addresses = new Dictionary<ulong, Capture>();
        foreach (var capture in captures)
        {
            addresses[capture.Uri] = capture;
            if (capture.Stated != 0)
            {
                stated.TryAdd(capture.Stated, capture);
            }
        }

        foreach (var (revisit, refersTo) in revisits)
        {
            if (!(revisit.Stated != 0 && stated.TryGetValue(revisit.Stated, out var first)) && !addresses.TryGetValue(refersTo, out first))
            {
                counts.Unresolved++;
                continue;
            }

            counts.Pages += first.IsFeed ? 0 : 1;
            captures.Add(revisit with { Payload = first.Payload, Body = first.Body });
        }
    }

    /// <summary>The captures of pages, or of feeds, address by address, each content once.</summary>
    public IEnumerable<IEnumerable<Capture>> Groups(bool ofFeeds, Counts counts)
    {
        // By address, and within one in the order of the file; addresses in the order of their first captures.
        var order = new int[captures.Count(capture => capture.IsFeed == ofFeeds)];
        var firsts = new Dictionary<ulong, int>();
        for (int n = 0, place = 0; n < captures.Count; n++)
        {
            if (captures[n].IsFeed == ofFeeds)
            {
                order[place++] = n;
                firsts.TryAdd(captures[n].Uri, n);
            }
        }

        Array.Sort(order, (one, other) => (firsts[captures[one].Uri], one).CompareTo((firsts[captures[other].Uri], other)));
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && captures[order[to]].Uri == captures[order[from]].Uri)
            {
                to++;
            }

            yield return Distinct(order.AsMemory(from, to - from), counts);
            from = to;
        }
    }

    private IEnumerable<Capture> Distinct(ReadOnlyMemory<int> group, Counts counts)
    {
        var seen = new HashSet<ulong>();
        for (var n = 0; n < group.Length; n++)
        {
            var capture = captures[group.Span[n]];
            if (!seen.Add(capture.Payload))
            {
                counts.Again++;
            }
            else if (seen.Count > ArticleGathering.MostCaptures)
            {
                counts.LeftOut++;
            }
            else
            {
                yield return capture;
            }
        }
    }

    public void Clear()
    {
        captures.Clear();
        revisits.Clear();
    }
}
