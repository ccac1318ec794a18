using Cuttings.Collecting;
using Quartz;

namespace Cuttings.Cli.Collecting;

/// <summary>Collects again and again while the program runs: one round at a time, each beginning half a minute after the last began or as soon as it has ended.</summary>
internal sealed class CollectingRounds : IAsyncDisposable
{
    private const string Work = "work";
    private readonly IScheduler scheduler;

    private CollectingRounds(IScheduler scheduler) => this.scheduler = scheduler;

    /// <param name="room">What collects.</param>
    /// <param name="serves">Whether this process serves the site too, so that hubs can be asked to call there.</param>
    /// <param name="progress">Told of each event.</param>
    /// <param name="complain">Told why a round ended early.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<CollectingRounds> StartAsync(CollectingRoom room, bool serves, IProgress<CollectEvent> progress, Action<string> complain, CancellationToken cancel)
    {
        var settings = new System.Collections.Specialized.NameValueCollection { ["quartz.scheduler.instanceName"] = $"collecting-{Guid.NewGuid():N}", ["quartz.threadPool.maxConcurrency"] = "1" };
        var made = await QuartzSchedulerBuilder.Create(_ => { }).UseProperties(settings).BuildScheduler(cancel);
        var job = JobBuilder.Create<Round>().WithIdentity("collect").Build();
        job.JobDataMap[Work] = new RoundWork(room, serves ? room.Hubs : null, progress, complain);
        var trigger = TriggerBuilder.Create().StartNow().WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(30)).RepeatForever()).Build();
        await made.ScheduleJob(job, trigger, cancellationToken: cancel);
        await made.Start(cancel);
        return new(made);
    }

    public async ValueTask DisposeAsync()
    {
        await scheduler.Interrupt(new JobKey("collect"));
        await scheduler.Shutdown(waitForJobsToComplete: true);
    }

    private sealed record RoundWork(CollectingRoom Room, HubAsking? Hubs, IProgress<CollectEvent> Progress, Action<string> Complain);

    [DisallowConcurrentExecution]
    private sealed class Round : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            var work = (RoundWork)context.MergedJobDataMap[Work]!;
            try
            {
                await work.Room.Collector.CollectAsync(work.Progress, cancellationToken);
                await (work.Hubs?.AskAsync(work.Progress, cancellationToken) ?? Task.CompletedTask);
            }
            catch (OperationCanceledException)
            {
                // What was claimed comes due again.
            }
            catch (CuttingsException error)
            {
                work.Complain($"Collecting stopped and will be tried again: {error.Message}");
            }
        }
    }
}
