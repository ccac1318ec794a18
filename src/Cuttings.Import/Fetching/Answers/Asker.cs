using Cuttings.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Cuttings.Import.Fetching.Connecting;

namespace Cuttings.Import.Fetching.Answers;

/// <summary>Sends requests, one at a time over a connection of its own, and takes what comes.</summary>
internal sealed class Asker(GatewaySettings settings, IConnector connector, TimeProvider time)
{
    /// <param name="left">How much time it may take in all.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancel"/>.</exception>
    public async Task<Answer> AskAsync(FetchAddress address, FetchRequest request, BodyLimits limits, TimeSpan left, CancellationToken cancel)
    {
        using var deadline = new Deadline(left, time, cancel);
        using var asking = new Asking(settings, connector, address, limits, deadline, time.GetUtcNow());
        try
        {
            return await asking.AskAsync(request);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            cancel.ThrowIfCancellationRequested();
            return asking.Broken(Faults.Of(e, address, deadline));
        }
    }
}
