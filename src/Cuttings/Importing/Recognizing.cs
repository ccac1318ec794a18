using Cuttings.Archiving;
using Cuttings.Exchange;

namespace Cuttings.Importing;

/// <summary>Finds the cutting that an incoming one is, if it is here: by its id in its realm, else by its permalink, else by headline, credit and text.</summary>
internal sealed class Recognizing
{
    private readonly NumberSet claimed = new();

    /// <summary>The cutting, how it was recognised, and whether its id in its realm was known.</summary>
    public async ValueTask<(StoredCutting? Kept, Recognition By, bool Known)> FindAsync(IWriteSession session, Incoming incoming, ImportTally batch, CancellationToken cancel)
    {
        var cutting = incoming.Cutting;
        if (incoming.ForeignId is { } id)
        {
            if (await session.FindForeignAsync(incoming.Origin, id, cancel) is { } foreign)
            {
                // Two captures of one article are two editions of it.
                return (foreign, incoming.Article is null ? Recognition.ById : Recognition.ByArticle, true);
            }

            // Our own export comes home: its ids are ours, in the realm that our own cutting would be exported to.
            if (incoming.Origin.StartsWith("exchange", StringComparison.Ordinal)
                && await session.FindIdAsync(id, cancel) is { } own
                && ExchangeOrigin.Of(own.Cutting) == incoming.Origin)
            {
                return (own, Recognition.ById, true);
            }
        }

        if (incoming.Article is { } article && await session.FindForeignAsync(Incoming.Articles, article, cancel) is { } captured)
        {
            return (captured, Recognition.ByArticle, false);
        }

        if (cutting.Permalink is { } permalink && await session.FindPermalinkAsync(permalink, cancel) is { } linked)
        {
            return (linked, Recognition.ById, false);
        }

        // Two ids of one input that say the same are two cuttings: their origin tells them apart.
        return await session.FindContentAsync(Identity.ContentDigest(cutting), cancel) is { } same && !(incoming.ForeignId is not null && IsClaimed(same.Number, batch))
            ? (same, Recognition.ByContent, false)
            : (null, Recognition.ByContent, false);
    }

    /// <summary>Remembers what a committed batch claimed.</summary>
    public void Keep(ImportTally batch)
    {
        foreach (var number in batch.Claimed)
        {
            claimed.Add(number);
        }
    }

    private bool IsClaimed(long number, ImportTally batch) => claimed.Contains(number) || batch.Claimed.Contains(number);
}
