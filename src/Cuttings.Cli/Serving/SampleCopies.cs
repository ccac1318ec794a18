using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Duplicates;
using Cuttings.Fetching;
using Cuttings.Import.Pages;
using Cuttings.Import.WebArchives;
using Cuttings.Sources;

namespace Cuttings.Cli.Serving;

/// <summary>Keeps the sources of the sample as an archive keeps them that has watched for years: each edition when it was captured, one article gone since.</summary>
internal static class SampleCopies
{
    private const string Gone = "https://echo.example/2018/09/second-boat";

    public static async Task KeepAsync(IArchive archive, string template, CancellationToken cancel)
    {
        await CitedSources.FollowAsync(archive, Wiring.Clock, cancel);
        var captures = new List<(Source Source, Edition Edition, string Language)>();
        await foreach (var stored in archive.ReadAllAsync(all: false, cancel))
        {
            captures.AddRange(stored.Cutting.Sources.Where(source => source.Url is not null).SelectMany(source => source.Editions.Where(edition => edition.Captured is not null).Select(edition => (source, edition, stored.Cutting.Language ?? "en"))));
        }

        var press = new SamplePress(template);
        var looking = new SourceLooking(archive, press, new PageReader(), new CaptureWriter("Cuttings/0.1"), timestamps: null, Wiring.Clock);
        foreach (var capture in captures.OrderBy(capture => capture.Edition.Captured))
        {
            (press.Now, press.Printed[capture.Source.Url!]) = (capture.Edition.Captured!.Value, capture);
            await LookAsync(capture.Source.Url!);
        }

        press.Printed.Remove(Gone);
        press.Now = Wiring.Clock.GetUtcNow();
        await LookAsync(Gone);

        async Task LookAsync(string address)
        {
            if (CanonicalAddress.Of(address) is { } key && await archive.Sources.FindByKeyAsync(key, cancel) is { } source)
            {
                await looking.LookAsync(source, FetchPurpose.Scheduled, cancel);
            }
        }
    }
}
