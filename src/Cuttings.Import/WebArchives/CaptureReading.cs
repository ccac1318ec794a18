using System.Runtime.CompilerServices;
using Cuttings.Articles;
using Cuttings.Duplicates;
using Cuttings.Importing;

namespace Cuttings.Import.WebArchives;

/// <summary>
/// Makes cuttings of the pages in a web archive's files, and of the entries of its feeds whose pages are not in it. Goes through them once to note where pages were captured, and then comes back to each
/// address with all its captures; after <see cref="Window"/> captures it does so before it goes on, so that memory stays bounded.
/// </summary>
internal sealed class CaptureReading(IReadOnlyList<RecordFile> files, IPageReader pages, int window = CaptureReading.Window) : IAsyncDisposable
{
    /// <summary>How many captures are remembered at once: 40 bytes each.</summary>
    public const int Window = 1_000_000;

    private readonly KnownCaptures known = new();
    private readonly List<RecordsAt> places = [.. files.Select(file => new RecordsAt(file))];
    private readonly ArticleGathering gathering = new();
    private readonly HashSet<ulong> told = [];
    private SideFile? side;

    public Counts Counts { get; } = new();

    public async IAsyncEnumerable<ReadItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        for (var number = 0; number < files.Count; number++)
        {
            var content = files[number].Content;
            content.Position = 0;
            await foreach (var item in WarcReader.ReadAsync(content, cancel))
            {
                if (item.Damage is { } damage)
                {
                    yield return new(null, new(NameOf(number, damage.Offset, damage.TargetUri), damage.Why));
                }
                else if (item.Record is { } record)
                {
                    await NoteAsync(record, number, cancel);
                }

                if (known.Count < window)
                {
                    continue;
                }

                var back = content.Position;
                await foreach (var cutting in EmitAsync(cancel))
                {
                    yield return cutting;
                }

                content.Position = back;
            }
        }

        await foreach (var cutting in EmitAsync(cancel))
        {
            yield return cutting;
        }
    }

    public ValueTask DisposeAsync() => side?.DisposeAsync() ?? default;

    private async ValueTask NoteAsync(WarcRecord record, int file, CancellationToken cancel)
    {
        Counts.Records++;
        if (record.Type is not (WarcType.Response or WarcType.Resource or WarcType.Revisit) || record.TargetUri is not { } address || !address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var stated = LabelledDigest.Parse(record.Headers["WARC-Payload-Digest"])?.Short() ?? 0;
        var uri = Capture.HashOf(WithoutFragment(address));
        var copy = await CopyAsync(record, cancel);
        var place = copy is { } at ? new Place(files.Count, at) : new Place(file, record.Offset);
        if (record.Type == WarcType.Revisit)
        {
            var refersTo = record.Headers["WARC-Refers-To-Target-URI"] is { } former ? Capture.HashOf(WithoutFragment(WarcRecord.Bare(former)!.Replace(" ", "%20", StringComparison.Ordinal))) : uri;
            known.AddRevisit(new(uri, 0, stated, place, Place.Nowhere), refersTo);
        }
        else if (await LookAsync(record, copy is null ? null : side, cancel) is { } payload)
        {
            known.Add(new(uri, payload, stated, place, place));
        }
        else
        {
            (copy is null ? null : side)?.Drop();
            return;
        }

        if (copy is not null)
        {
            await side!.EndAsync(record, cancel);
        }
    }

    private async ValueTask<long?> CopyAsync(WarcRecord record, CancellationToken cancel)
    {
        if (record.Within == 0)
        {
            return null;
        }

        if (side is null)
        {
            side = new();
            places.Add(new(new("", side.Content)));
        }

        return await side.BeginAsync(record, cancel);
    }

    private async ValueTask<ulong?> LookAsync(WarcRecord record, SideFile? copy, CancellationToken cancel)
    {
        var (status, kind, payload) = await CapturedPage.LookAsync(record, copy?.Content, cancel);
        Counts.OtherStatus += status != 200 ? 1 : 0;
        Counts.Others += status == 200 && kind == CapturedAs.Other ? 1 : 0;
        Counts.Pages += kind == CapturedAs.Page ? 1 : 0;
        var left = kind != CapturedAs.Other && copy?.IsFull == true;
        Counts.LeftOut += left ? 1 : 0;
        return kind != CapturedAs.Other && !left ? Capture.PayloadOf(payload, kind) : null;
    }

    private async IAsyncEnumerable<ReadItem> EmitAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        known.Resolve(Counts);
        places.ForEach(place => place.Refresh());
        // Pages first: an entry of a feed that stands on one of them is told already.
        var withFeeds = known.WithFeeds;
        foreach (var group in known.Groups(ofFeeds: false, Counts).Concat(withFeeds ? known.Groups(ofFeeds: true, Counts) : []))
        {
            gathering.Clear();
            Capture? last = null;
            foreach (var capture in group)
            {
                last = capture;
                await GatherAsync(capture, cancel);
            }

            foreach (var cutting in gathering.Cuttings(Counts))
            {
                if (withFeeds && last is { IsFeed: false } page)
                {
                    told.Add(page.Uri);
                    told.Add(cutting.Article is { } article ? Capture.HashOf(article) : page.Uri);
                }

                yield return new(cutting, null);
            }
        }

        told.Clear();
        known.Clear();
        side?.Clear();
    }

    private async ValueTask GatherAsync(Capture capture, CancellationToken cancel)
    {
        if (gathering.IsFull)
        {
            Counts.LeftOut++;
            return;
        }

        var page = await places[capture.Body.File].ReadAsync(capture.Body.Offset, async record => await CapturedPage.ReadAsync(record, cancel), cancel);
        if (page is null)
        {
            Counts.TooLarge++;
            return;
        }

        if (capture.At != capture.Body)
        {
            var (address, date) = await places[capture.At.File].ReadAsync(capture.At.Offset, record => new ValueTask<(string?, DateTimeOffset?)>((record.TargetUri, record.Date)), cancel);
            page = page with { Address = address ?? page.Address, Captured = date ?? page.Captured };
        }

        if (capture.IsFeed || page.ContentType is null)
        {
            var feed = CapturedFeed.Read(page);
            Counts.Feeds += feed is null ? 0 : 1;
            Counts.Others += feed is null && capture.IsFeed ? 1 : 0;
            if (feed is not null)
            {
                gathering.Add(page, feed, NameOf(capture.At.File, capture.At.Offset, page.Address), IsTold);
            }

            if (feed is not null || capture.IsFeed)
            {
                return;
            }
        }

        var read = pages.Read(page.Content, page.ContentType, page.Address);
        Counts.WithoutArticle += read.Articles.IsEmpty ? 1 : 0;
        gathering.Add(page, read.Articles, NameOf(capture.At.File, capture.At.Offset, page.Address));
    }

    private bool IsTold(Article article)
    {
        var isTold = article.Address is { } address && (told.Contains(Capture.HashOf(WithoutFragment(address))) || CanonicalAddress.Of(address) is { } canonical && told.Contains(Capture.HashOf(canonical)));
        Counts.OnPages += isTold ? 1 : 0;
        return isTold;
    }

    private string NameOf(int file, long offset, string? address) => (file < files.Count ? $"{files[file].Name} byte {offset}" : files[0].Name) + (address is null ? "" : $" ({Quoted.Shortly(address)})");

    private static string WithoutFragment(string address) => address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? address[..at] : address;
}
