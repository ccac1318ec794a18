using Cuttings.Archiving;
using Cuttings.Listing;
using Cuttings.Storage.Reading;
using Cuttings.Vocabulary;

namespace Cuttings.Storage.Writing;

/// <summary>Adding, changing and removing cuttings.</summary>
internal sealed partial class WriteSession
{
    public ValueTask<StoredCutting> AddAsync(Cutting cutting, long? import, CancellationToken cancel = default) => Run(async () =>
    {
        var now = clock.GetUtcNow();
        var number = ++lastNumber;
        var id = cutting.Id is { Length: > 0 and <= 200 } wanted && await IsFreeAsync("id", wanted, cancel) ? wanted : Guid.CreateVersion7(now).ToString("N");
        var slug = await FreeSlugAsync(cutting.Slug is { Length: > 0 } given ? Slug.From(given) : Slug.From(cutting.Headline), cancel);
        var terms = await TermsAsync(cutting, cancel);
        var sequence = await NoteAsync(number, RevisionKind.Added, import, null, cancel);
        await InsertAsync(number, cutting with { Id = id, Slug = slug }, terms, sequence, now, now, cancel);
        if (import is not null)
        {
            await statements.RunAsync(cancel, "UPDATE imports SET added = added + 1 WHERE id = @p0", import);
        }

        return Stored(number, cutting with { Id = id, Slug = slug }, terms, sequence, now, now);
    });

    public ValueTask<StoredCutting> UpdateAsync(long number, Cutting cutting, RevisionKind kind, long? import, CancellationToken cancel = default) => Run(async () =>
    {
        var old = await FindAsync(number, cancel) ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no cutting {number}.");
        var now = clock.GetUtcNow();
        var kept = cutting with { Id = old.Cutting.Id, Slug = old.Cutting.Slug };
        var terms = await TermsAsync(kept, cancel);
        var sequence = await NoteAsync(number, kind, import, ContentJson.Whole(old.Cutting), cancel);
        await UnlistAsync(old, zone, cancel);
        await folds.TouchAsync(number, cancel);
        await statements.RunAsync(cancel, "DELETE FROM cuttings WHERE number = @p0", number);
        await Collations.RemoveAsync(statements, number, cancel);
        await InsertAsync(number, kept, terms, sequence, old.Added, now, cancel);
        if (import is not null && kind == RevisionKind.Updated)
        {
            await statements.RunAsync(cancel, "UPDATE imports SET updated = updated + 1 WHERE id = @p0", import);
        }

        return Stored(number, kept, terms, sequence, old.Added, now);
    });

    public ValueTask RemoveAsync(long number, long? import, CancellationToken cancel = default) => Run(async () =>
    {
        var old = await FindAsync(number, cancel) ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no cutting {number}.");
        await UnlistAsync(old, zone, cancel);
        await folds.TouchAsync(number, cancel);
        await statements.RunAsync(cancel, "DELETE FROM cuttings WHERE number = @p0", number);
        await statements.RunAsync(cancel, "DELETE FROM cited WHERE number = @p0", number);
        await Collations.RemoveAsync(statements, number, cancel);
        await statements.RunAsync(cancel, "DELETE FROM identities WHERE number = @p0", number);
        await statements.RunAsync(cancel, "UPDATE revisions SET before = NULL WHERE number = @p0", number);
        await NoteAsync(number, RevisionKind.Removed, import, null, cancel);
    });

    private static string Joined(IReadOnlyList<Term> terms) => terms.Count == 0 ? "" : $",{string.Join(',', terms.Select(term => term.Id))},";

    private static StoredCutting Stored(long number, Cutting cutting, CuttingTerms terms, long sequence, DateTimeOffset added, DateTimeOffset changed) => new(
        number,
        cutting with
        {
            Author = terms.Author?.Name,
            Credit = cutting.Credit with { Outlet = terms.Outlet?.Name },
            Categories = [.. terms.Categories.Select(term => term.Name)],
            Tags = [.. terms.Tags.Select(term => term.Name)],
        },
        terms.Author,
        terms.Outlet,
        terms.Categories,
        terms.Tags,
        sequence,
        changed,
        added);

    private async ValueTask<CuttingTerms> TermsAsync(Cutting cutting, CancellationToken cancel) => new(
        await names.KeepAsync(TermKind.Author, cutting.Author, cancel),
        await names.KeepAsync(TermKind.Outlet, cutting.Credit.Outlet, cancel),
        await ManyAsync(TermKind.Category, cutting.Categories, cancel),
        await ManyAsync(TermKind.Tag, cutting.Tags, cancel));

    private async ValueTask<IReadOnlyList<Term>> ManyAsync(TermKind kind, IReadOnlyList<string> printed, CancellationToken cancel)
    {
        var many = new List<Term>(printed.Count);
        foreach (var name in printed)
        {
            if (await names.KeepAsync(kind, name, cancel) is { } term && !many.Contains(term))
            {
                many.Add(term);
            }
        }

        return many;
    }

    private async ValueTask<long> NoteAsync(long number, RevisionKind kind, long? import, string? before, CancellationToken cancel)
    {
        await statements.RunAsync(
            cancel,
            "INSERT INTO revisions (seq, number, kind, at, import, before) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
            ++lastSequence,
            number,
            (long)kind,
            clock.GetUtcNow().ToUnixTimeMilliseconds(),
            import,
            before);
        return lastSequence;
    }

    private async ValueTask InsertAsync(long number, Cutting cutting, CuttingTerms terms, long sequence, DateTimeOffset added, DateTimeOffset changed, CancellationToken cancel)
    {
        var sort = Places.Sort(cutting.Posted);
        await statements.RunAsync(
            cancel,
            "INSERT INTO cuttings (number, id, slug, status, headline, excerpt, posted, sort, author, outlet, categories, tags, language, credit, byline, source_url, permalink, permalink_path, rest, digest, revision, added, changed)"
            + " VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20, @p21, @p22)",
            number,
            cutting.Id,
            cutting.Slug,
            (long)cutting.Status,
            cutting.Headline,
            cutting.Excerpt.ToHtml(),
            cutting.Posted?.Text,
            sort,
            (long?)terms.Author?.Id,
            (long?)terms.Outlet?.Id,
            Joined(terms.Categories),
            Joined(terms.Tags),
            cutting.Language,
            cutting.Credit.Printed,
            cutting.Credit.Byline,
            cutting.Sources.Select(source => source.Url).FirstOrDefault(url => url is not null),
            cutting.Permalink,
            PermalinkPath(cutting.Permalink),
            ContentJson.Rest(cutting),
            Digest.Of(cutting),
            sequence,
            added.ToUnixTimeMilliseconds(),
            changed.ToUnixTimeMilliseconds());
        await Collations.WriteAsync(statements, number, cutting, sequence, changed, cancel);
        if (cutting.Status != CuttingStatus.Published)
        {
            return;
        }

        foreach (var place in PlacesOf(cutting, terms.Author, terms.Outlet, terms.Categories, terms.Tags, zone))
        {
            await lists.PutAsync(place, sort, number, cancel);
        }
    }

    private async ValueTask UnlistAsync(StoredCutting old, TimeZoneInfo then, CancellationToken cancel)
    {
        if (old.Cutting.Status != CuttingStatus.Published)
        {
            return;
        }

        foreach (var place in PlacesOf(old.Cutting, old.Author, old.Outlet, old.Categories, old.Tags, then))
        {
            await lists.TakeAsync(place, Places.Sort(old.Cutting.Posted), old.Number, cancel);
        }
    }

    private static IEnumerable<(ListKind Kind, string Key)> PlacesOf(Cutting cutting, Term? author, Term? outlet, IReadOnlyList<Term> categories, IReadOnlyList<Term> tags, TimeZoneInfo zone) =>
        Places.Of(cutting.Posted, author?.Id, outlet?.Id, categories.Select(term => (long)term.Id), tags.Select(term => (long)term.Id), zone);

    private IEnumerable<(ListKind Kind, string Key)> Listed(StoredCutting cutting) => PlacesOf(cutting.Cutting, cutting.Author, cutting.Outlet, cutting.Categories, cutting.Tags, zone);

    private async ValueTask RelistAsync(TimeZoneInfo before, CancellationToken cancel)
    {
        // Only an instant can change its day with the zone.
        foreach (var number in await statements.RowsAsync(cancel, row => row.GetInt64(0), "SELECT number FROM cuttings WHERE status = @p0 AND posted LIKE '%T%'", (long)CuttingStatus.Published))
        {
            var cutting = (await FindAsync(number, cancel))!;
            await UnlistAsync(cutting, before, cancel);
            await folds.TouchAsync(number, cancel);
            foreach (var place in PlacesOf(cutting.Cutting, cutting.Author, cutting.Outlet, cutting.Categories, cutting.Tags, zone))
            {
                await lists.PutAsync(place, Places.Sort(cutting.Cutting.Posted), number, cancel);
            }
        }
    }

    private async ValueTask<bool> IsFreeAsync(string column, string value, CancellationToken cancel) =>
        await statements.NumberAsync(cancel, $"SELECT 1 FROM cuttings WHERE {column} = @p0", value) is null;

    private async ValueTask<string> FreeSlugAsync(string wanted, CancellationToken cancel)
    {
        if (!nextSlug.ContainsKey(wanted) && await IsFreeAsync("slug", wanted, cancel))
        {
            return wanted;
        }

        // Doubling first, so that a headline used ten thousand times costs no more than a few look-ups.
        var taken = nextSlug.GetValueOrDefault(wanted, 1);
        var step = 1L;
        while (!await IsFreeAsync("slug", $"{wanted}-{taken + step}", cancel))
        {
            taken += step;
            step *= 2;
        }

        for (; step > 1; step /= 2)
        {
            if (!await IsFreeAsync("slug", $"{wanted}-{taken + (step / 2)}", cancel))
            {
                taken += step / 2;
            }
        }

        while (!await IsFreeAsync("slug", $"{wanted}-{taken + 1}", cancel))
        {
            taken++;
        }

        nextSlug[wanted] = taken + 1;
        return $"{wanted}-{taken + 1}";
    }

    private sealed record CuttingTerms(Term? Author, Term? Outlet, IReadOnlyList<Term> Categories, IReadOnlyList<Term> Tags);
}
