using System.Collections.Immutable;
using Cuttings.Credits;
using Cuttings.Exchange;
using Cuttings.Excerpts;
using Cuttings.Vocabulary;

namespace Cuttings.Importing;

/// <summary>How the cutting that came in was recognised as one that is here.</summary>
internal enum Recognition
{
    /// <summary>By its id or permalink: it may say something else now.</summary>
    ById,

    /// <summary>By headline, credit and text: it stands on two pages.</summary>
    ByContent,

    /// <summary>By the address of the article that it is: it was captured before, perhaps in part, perhaps at another time.</summary>
    ByArticle,
}

/// <summary>The same cutting from two places made one.</summary>
/// <param name="Cutting">With what came in added; in the fields that differ, what came in.</param>
/// <param name="Differing">Fields in which both say something, and not the same.</param>
/// <param name="Fills">True where something is added, differences apart.</param>
internal sealed record Merged(Cutting Cutting, IReadOnlyList<string> Differing, bool Fills)
{
    /// <summary>True where nothing comes in that is not here already.</summary>
    public bool IsSame => !Fills && Differing.Count == 0;
}

/// <summary>Merges a cutting that comes in into the one that is here: categories and tags are added, missing fields filled. Id and slug stay; so does the first permalink.</summary>
internal sealed class Merging(TermNames names)
{
    public Merged Merge(Cutting kept, Cutting incoming, Recognition recognition)
    {
        if (recognition == Recognition.ByArticle)
        {
            return MergeArticle(kept, incoming);
        }

        var draft = new Draft();
        var merged = kept with
        {
            Headline = draft.Take("headline", kept.Headline, incoming.Headline, string.Equals)!,
            Excerpt = MergeExcerpt(draft, kept.Excerpt, incoming.Excerpt, recognition),
            Status = kept.Status == incoming.Status ? kept.Status : draft.Differ("status", incoming.Status),
            Posted = draft.Take("posted", kept.Posted, incoming.Posted, (one, other) => one.Text == other.Text),
            Author = draft.Take("author", kept.Author, incoming.Author, (one, other) => names.Same(TermKind.Author, one, other)),
            Categories = draft.Unite(kept.Categories, incoming.Categories, (one, other) => names.Same(TermKind.Category, one, other)),
            Tags = draft.Unite(kept.Tags, incoming.Tags, (one, other) => names.Same(TermKind.Tag, one, other)),
            Language = draft.Take("language", kept.Language, incoming.Language, string.Equals),
            Credit = MergeCredit(draft, kept.Credit, incoming.Credit),
            Permalink = recognition == Recognition.ByContent ? draft.Fill(kept.Permalink, incoming.Permalink) : draft.Take("permalink", kept.Permalink, incoming.Permalink, string.Equals),
            Sources = draft.TakeAll("sources", kept.Sources, incoming.Sources, SourceCover.Covers(kept.Sources, incoming.Sources)),
            Corrections = draft.TakeAll("corrections", kept.Corrections, incoming.Corrections, kept.Corrections.SequenceEqual(incoming.Corrections)),
            Extra = MergeExtra(draft, kept.Extra, incoming.Extra),
        };
        return new(merged, draft.Differing, draft.Fills);
    }

    // Another capture is another edition of the one source. The text is what the desk will cut from: a whole one takes the place of a teaser, nothing else does.
    private Merged MergeArticle(Cutting kept, Cutting incoming)
    {
        var draft = new Draft();
        var source = kept.Sources[0];
        var fresh = incoming.Sources[0].Editions.RemoveAll(edition => source.Editions.Any(known => known.Text.SequenceEqual(edition.Text)));
        // The archive may have given it editions of its own since: what counts is the one that its text is of.
        var text = kept.Excerpt.Blocks.Select(block => block.Html.ToText()).ToList();
        var standing = source.Editions.LastOrDefault(edition => edition.Text.SequenceEqual(text)) ?? source.Editions.LastOrDefault();
        var isWhole = standing is { Truncated: true } && incoming.Sources[0].Editions is [.., { Truncated: false }];
        var merged = kept with
        {
            Excerpt = isWhole ? draft.Filled(incoming.Excerpt) : kept.Excerpt,
            Posted = draft.Fill(kept.Posted, incoming.Posted),
            Language = draft.Fill(kept.Language, incoming.Language),
            Categories = draft.Unite(kept.Categories, incoming.Categories, (one, other) => names.Same(TermKind.Category, one, other)),
            Tags = draft.Unite(kept.Tags, incoming.Tags, (one, other) => names.Same(TermKind.Tag, one, other)),
            Credit = kept.Credit with
            {
                Printed = draft.Fill(kept.Credit.Printed, incoming.Credit.Printed),
                Outlet = draft.Fill(kept.Credit.Outlet, incoming.Credit.Outlet),
                Byline = draft.Fill(kept.Credit.Byline, incoming.Credit.Byline),
            },
            Sources =
            [
                source with
                {
                    Byline = draft.Fill(source.Byline, incoming.Sources[0].Byline),
                    Published = draft.Fill(source.Published, incoming.Sources[0].Published),
                    Editions = fresh.IsEmpty ? source.Editions : draft.Filled(source.Editions.AddRange(fresh)),
                },
                .. kept.Sources[1..],
            ],
        };
        return new(merged, draft.Differing, draft.Fills);
    }

    private static Excerpt MergeExcerpt(Draft draft, Excerpt kept, Excerpt incoming, Recognition recognition)
    {
        if (kept.Equals(incoming))
        {
            return kept;
        }

        // A page saved as text has lost the emphasis that an export still has.
        return recognition == Recognition.ById ? draft.Differ("excerpt", incoming)
            : kept.IsPlain() ? draft.Filled(incoming)
            : kept;
    }

    private Credit MergeCredit(Draft draft, Credit kept, Credit incoming) => kept == incoming ? kept : new()
    {
        Printed = draft.Take("credit", kept.Printed, incoming.Printed, string.Equals),
        Outlet = draft.Take("outlet", kept.Outlet, incoming.Outlet, (one, other) => names.Same(TermKind.Outlet, one, other)),
        Byline = draft.Take("byline", kept.Byline, incoming.Byline, string.Equals),
        Via = draft.Take("via", kept.Via, incoming.Via, string.Equals),
    };

    private static ImmutableSortedDictionary<string, string> MergeExtra(Draft draft, ImmutableSortedDictionary<string, string> kept, ImmutableSortedDictionary<string, string> incoming)
    {
        foreach (var (key, value) in incoming)
        {
            kept = kept.TryGetValue(key, out var old) && old == value ? kept : kept.SetItem(key, draft.Take(key, old, value, string.Equals)!);
        }

        return kept;
    }

    private sealed class Draft
    {
        public List<string> Differing { get; } = [];

        public bool Fills { get; private set; }

        public T? Take<T>(string field, T? kept, T? incoming, Func<T, T, bool> same)
            where T : class => incoming is null ? kept
                : kept is null ? Filled(incoming)
                : same(kept, incoming) ? kept
                : Differ(field, incoming);

        public T? Fill<T>(T? kept, T? incoming)
            where T : class => kept is null && incoming is not null ? Filled(incoming) : kept;

        public ImmutableArray<T> TakeAll<T>(string field, ImmutableArray<T> kept, ImmutableArray<T> incoming, bool same) => incoming.IsEmpty || same ? kept
            : kept.IsEmpty ? Filled(incoming)
            : Differ(field, incoming);

        public ImmutableArray<string> Unite(ImmutableArray<string> kept, ImmutableArray<string> incoming, Func<string, string, bool> same)
        {
            var fresh = incoming.Where(name => !kept.Any(other => same(name, other))).ToList();
            return fresh.Count == 0 ? kept : Filled(kept.AddRange(fresh));
        }

        public T Differ<T>(string field, T incoming)
        {
            Differing.Add(field);
            return incoming;
        }

        public T Filled<T>(T incoming)
        {
            Fills = true;
            return incoming;
        }
    }
}
