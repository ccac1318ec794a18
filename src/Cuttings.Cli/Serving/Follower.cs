using Cuttings.Archiving;
using Cuttings.Searching;

namespace Cuttings.Cli.Serving;

/// <summary>Keeps the search at the archive's last revision, whichever process or node wrote it.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task following;

    public Follower(IArchive archive, ISearch search, TimeProvider clock) => following = Task.Run(() => FollowAsync(archive, search, clock));

    /// <summary>Done when the search has caught up for the first time.</summary>
    public Task CaughtUp => caughtUp.Task;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following;
        stop.Dispose();
    }

    private async Task FollowAsync(IArchive archive, ISearch search, TimeProvider clock)
    {
        var applied = -1L;
        var complaint = "";
        while (!stop.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                var last = await archive.LastRevisionAsync(stop.Token);
                if (last != applied)
                {
                    await search.CatchUpAsync(null, stop.Token);
                    applied = last;
                    caughtUp.TrySetResult();
                }

                complaint = "";
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error)
            {
                // The site goes on with the search it has; the same trouble is told once.
                if (error.Message != complaint)
                {
                    complaint = error.Message;
                    await Console.Error.WriteLineAsync(Secrets.Hide($"The search could not follow the archive and will try again: {complaint.ReplaceLineEndings(" ")}", null));
                }

                pause = AfterError;
            }

            await Task.Delay(pause, clock, stop.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
