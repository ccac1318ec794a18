using System.Security.Cryptography;
using Cuttings.Archiving;
using Cuttings.Articles;
using Cuttings.Duplicates;
using Cuttings.Fetching;
using Cuttings.Sources;

namespace Cuttings.Collecting;

/// <summary>Looks at one source: fetches it, reads it, keeps an edition where its readable text has changed, and notes what was found.</summary>
/// <param name="archive">Where it is kept.</param>
/// <param name="gateway">The way out.</param>
/// <param name="pages">The reader of pages.</param>
/// <param name="captures">The writer of WARC records.</param>
/// <param name="timestamps">The time-stamping authority, where one is set.</param>
/// <param name="clock">The clock.</param>
public sealed class SourceLooking(IArchive archive, IGateway gateway, IPageReader pages, ICaptureWriter captures, ITimestamper? timestamps, TimeProvider clock)
{
    /// <summary>Looks once. What is told has been committed.</summary>
    public async Task<CollectEvent> LookAsync(KeptSource source, FetchPurpose purpose, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var known = source is { Editions: > 0, State: SourceState.Alive };
        var fetched = await gateway.FetchAsync(new(source.Address) { Purpose = purpose, ETag = known ? source.ETag : null, LastModified = known ? source.LastModified : null }, cancel);
        if (fetched.Outcome == FetchOutcome.Later)
        {
            return await PutOffAsync(source, fetched, cancel);
        }

        var content = fetched.Outcome == FetchOutcome.Fetched ? pages.Read(fetched.Body, fetched.ContentType, fetched.Address) : null;
        var (state, why) = Vanishing.Tell(source.Address, fetched, content);
        var article = state == SourceState.Alive ? Pick(content, source.Key) : null;
        var digest = SHA256.HashData(fetched.Body.Span);
        var (told, snapshot) = await WriteAsync(source.Id, fetched, state, why, article, digest, cancel);
        if (snapshot is { } kept && timestamps is not null)
        {
            await StampAsync(kept, digest, cancel);
        }

        return told;
    }

    // The host asked to be left alone for a while: that says nothing about the source.
    private async Task<CollectEvent> PutOffAsync(KeptSource asked, Fetched fetched, CancellationToken cancel)
    {
        await using var session = await archive.BeginAsync(cancel);
        if (await session.Sources.FindAsync(asked.Id, cancel) is { } source)
        {
            await session.Sources.UpdateAsync(source with { Next = fetched.RetryAfter ?? clock.GetUtcNow() + Collector.ClaimFor }, cancel);
            await session.CommitAsync(cancel);
        }

        return new(CollectEventKind.Unchanged, asked.Address, fetched.Why ?? "Its host asked to be asked later.") { Source = asked.Id };
    }

    // A page may show other posts beside the one that its address is of.
    private static Article? Pick(PageContent? content, string key) => content is null || content.Articles.IsEmpty
        ? null
        : content.Articles.FirstOrDefault(article => CanonicalAddress.Of(article.Address ?? "") == key) ?? content.Articles[0];

    private async Task<(CollectEvent Told, long? Snapshot)> WriteAsync(long id, Fetched fetched, SourceState state, string? why, Article? article, byte[] digest, CancellationToken cancel)
    {
        await using var session = await archive.BeginAsync(cancel);
        var source = await session.Sources.FindAsync(id, cancel) ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no source {id}.");
        var last = await session.Sources.LastEditionAsync(id, cancel);
        var (edition, snapshot) = await KeepAsync(session, source, last, fetched, article, digest, cancel);
        var moved = state == SourceState.Alive ? MovedTo(fetched) : source.MovedTo;
        var note = string.Join(' ', new[] { why, moved is not null && moved != source.MovedTo ? $"It has moved to {moved}." : null, fetched.AgainstRobots ? "It was fetched by hand, though its robots.txt asks schedules to keep away." : null }.Where(part => part is not null));
        var failures = state == SourceState.Alive ? 0 : source.Failures + 1;
        var next = SourceSchedule.Next(source.Key, state, failures, edition?.Captured ?? last?.Captured ?? source.Found, clock.GetUtcNow(), fetched.RetryAfter);
        await session.Sources.UpdateAsync(
            source with
            {
                Title = article?.Title ?? source.Title,
                Outlet = source.Outlet ?? article?.Outlet,
                Byline = source.Byline ?? article?.Byline,
                Published = source.Published ?? article?.Published,
                Language = source.Language ?? article?.Language,
                Credited = article?.Credit.Outlet is { } credited && credited != (source.Outlet ?? article.Outlet) ? credited : source.Credited,
                State = state,
                Why = note.Length == 0 ? null : note,
                MovedTo = moved,
                Looked = fetched.At,
                Next = next,
                Failures = failures,
                ETag = fetched.Outcome == FetchOutcome.Fetched ? fetched.ETag : source.ETag,
                LastModified = fetched.Outcome == FetchOutcome.Fetched ? fetched.LastModified : source.LastModified,
            },
            cancel);
        await session.Sources.AddLookAsync(new(id, fetched.At, state, fetched.Status, edition?.Number, note.Length == 0 ? null : note), cancel);
        var citing = await session.Sources.CitingAsync(id, cancel);
        if (edition is not null)
        {
            // The cuttings that cite it are collated with the new edition as well.
            var given = citing.Count > 0 ? await GivenEditions.OfAsync(session, source, cancel) : null;
            foreach (var number in citing)
            {
                await GivenEditions.GiveAsync(session, number, [given!], cancel);
            }
        }

        if (citing.Count > 0 && (edition is not null || state != source.State || moved != source.MovedTo))
        {
            await session.Sources.NoteChangeAsync(cancel);
        }

        await session.CommitAsync(cancel);
        return (Told(source, state, note, last, edition), snapshot);
    }

    private async ValueTask<(KeptEdition? Edition, long? Snapshot)> KeepAsync(IWriteSession session, KeptSource source, KeptEdition? last, Fetched fetched, Article? article, byte[] digest, CancellationToken cancel)
    {
        if (article is null)
        {
            return (null, null);
        }

        var edition = new KeptEdition { Source = source.Id, Captured = fetched.At, Title = article.Title, Byline = article.Byline, Published = article.Published, Text = article.Body, Truncated = article.Truncated };
        if (last is not null && last.TextDigest == edition.TextDigest)
        {
            return (null, null);
        }

        var snapshot = await session.Sources.AddSnapshotAsync(
            new()
            {
                Address = fetched.Address,
                Captured = fetched.At,
                Digest = $"sha-256:{Convert.ToHexStringLower(digest)}",
                MediaType = fetched.ContentType,
                Length = fetched.Body.Length,
                AgainstRobots = fetched.AgainstRobots,
            },
            captures.Records(fetched),
            captures.Head,
            cancel);
        return (await session.Sources.AddEditionAsync(edition with { Snapshot = snapshot }, cancel), snapshot);
    }

    private static string? MovedTo(Fetched fetched) =>
        !fetched.Redirects.IsEmpty && fetched.Redirects.All(step => step.IsPermanent) && CanonicalAddress.Of(fetched.Address) != CanonicalAddress.Of(fetched.Asked) ? fetched.Address : null;

    private static CollectEvent Told(KeptSource source, SourceState state, string note, KeptEdition? last, KeptEdition? edition)
    {
        var kind = edition is not null ? CollectEventKind.Kept : state == SourceState.Alive && (source.Editions > 0 || note.Length == 0) ? CollectEventKind.Unchanged : CollectEventKind.SourceFailed;
        var text = edition is null ? (note.Length > 0 ? note : "unchanged")
            : last is null ? $"edition {edition.Number} kept"
            : $"edition {edition.Number} kept: {EditionChanges.Summary(last, edition)}";
        return new(kind, source.Address, text) { Source = source.Id, Edition = edition?.Number };
    }

    private async Task StampAsync(long snapshot, byte[] digest, CancellationToken cancel)
    {
        var (token, _) = await timestamps!.StampAsync(digest, cancel);
        if (token is not { } given)
        {
            // The snapshot stands without one; `check` names those.
            return;
        }

        await using var session = await archive.BeginAsync(cancel);
        await session.Sources.TimestampAsync(snapshot, given, cancel);
        // A page that says "none" is made anew.
        await session.Sources.NoteChangeAsync(cancel);
        await session.CommitAsync(cancel);
    }
}
