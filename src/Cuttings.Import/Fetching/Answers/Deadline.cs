namespace Cuttings.Import.Fetching.Answers;

/// <summary>What the exchange waits for now, and until when. One after another: connecting, the head, each stretch of the body; all of it besides.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource phase;
    private readonly CancellationTokenSource whole;
    private readonly CancellationTokenSource any;

    public Deadline(TimeSpan left, TimeProvider time, CancellationToken cancel)
    {
        whole = new(left, time);
        phase = new(Timeout.InfiniteTimeSpan, time);
        any = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, phase.Token, cancel);
    }

    public CancellationToken Token => any.Token;

    /// <summary>What was waited for when the time was over, to follow the host's name in a sentence.</summary>
    public string Missed { get; private set; } = "";

    public bool IsWholeOver => whole.IsCancellationRequested;

    /// <summary>The next thing waited for.</summary>
    public void Await(TimeSpan within, string missed)
    {
        Missed = missed;
        phase.CancelAfter(within);
    }

    public void Dispose()
    {
        any.Dispose();
        phase.Dispose();
        whole.Dispose();
    }
}
