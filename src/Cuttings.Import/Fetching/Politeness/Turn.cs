namespace Cuttings.Import.Fetching.Politeness;

/// <summary>The right to send one request to one host. Ends when disposed.</summary>
internal sealed class Turn(HostLines lines, HostLine line) : IDisposable
{
    /// <summary>Set where nothing may be sent before this time.</summary>
    public DateTimeOffset? LeftAloneUntil { get; init; }

    internal bool IsTaken { get; set; }

    internal HostLine Line => line;

    /// <summary>The host answered well.</summary>
    public void Answered() => lines.Answered(line);

    /// <summary>The host asked to wait; the time before which it is left alone.</summary>
    public DateTimeOffset Asked(TimeSpan? wait) => lines.Asked(line, wait);

    /// <summary>The host failed; the time before which it is left alone, if it is.</summary>
    /// <param name="isOut">Whether it could not be reached at all.</param>
    public DateTimeOffset? Failed(bool isOut) => lines.Failed(line, isOut);

    public void Dispose()
    {
        if (IsTaken)
        {
            IsTaken = false;
            lines.Leave(this);
        }
    }
}
