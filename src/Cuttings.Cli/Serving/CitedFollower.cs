using Cuttings.Archiving;
using Cuttings.Collecting;

namespace Cuttings.Cli.Serving;

/// <summary>Keeps note, while the site is served, of which sources its published cuttings cite, since only those have pages of their own, and which of them are one story.</summary>
internal sealed class CitedFollower : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource stop = new();
    private readonly Task following;

    public CitedFollower(IArchive archive, Folding folding, TimeProvider clock) => following = Task.Run(() => FollowAsync(archive, folding, clock));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await following;
        stop.Dispose();
    }

    private async Task FollowAsync(IArchive archive, Folding folding, TimeProvider clock)
    {
        var (applied, complaint) = (-1L, "");
        while (!stop.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                var last = await archive.LastRevisionAsync(stop.Token);
                if (last != applied)
                {
                    await CitedSources.FollowAsync(archive, clock, stop.Token);
                    await folding.FollowAsync(stop.Token);
                    (applied, complaint) = (last, "");
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (CuttingsException error)
            {
                // The site goes on; the same trouble is told once.
                if (error.Message != complaint)
                {
                    complaint = error.Message;
                    await Console.Error.WriteLineAsync(Secrets.Hide($"What the cuttings cite could not be noted and will be tried again: {complaint.ReplaceLineEndings(" ")}", null));
                }

                pause = AfterError;
            }

            await Task.Delay(pause, clock, stop.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
