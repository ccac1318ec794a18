using Cuttings.Fetching;

namespace Cuttings.Import.Fetching;

/// <summary>Ends a fetch from deep inside the HTTP stack; the gateway turns it into the answer's outcome. Never leaves the gateway.</summary>
internal sealed class FetchFault(FetchOutcome outcome, string why) : IOException(why)
{
    public FetchOutcome Outcome { get; } = outcome;
}
