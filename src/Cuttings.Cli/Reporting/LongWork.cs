using Spectre.Console;

namespace Cuttings.Cli.Reporting;

/// <summary>Long work as a person sees it: a bar on a terminal, a plain line now and then elsewhere; always on standard error.</summary>
internal static class LongWork
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Runs work that counts up to an unknown end.</summary>
    public static Task<T> CountAsync<T>(string what, Func<IProgress<long>, Task<T>> work) => Console.IsErrorRedirected
        ? work(new PlainLines<long>(Pause, count => $"{what}: {count}"))
        : OnBarAsync(what, (ProgressTask task) => work(new Direct<long>(count => task.Description = $"{what}: {count}")));

    /// <summary>Runs work that tells its share done, 0 to 1.</summary>
    public static Task<T> ShareAsync<T>(string what, Func<IProgress<double>, Task<T>> work) => Console.IsErrorRedirected
        ? work(new PlainLines<double>(Pause, share => $"{what}: {share:P0}"))
        : OnBarAsync(what, (ProgressTask task) =>
        {
            task.IsIndeterminate = false;
            return work(new Direct<double>(share => task.Value = share * task.MaxValue));
        });

    private static Task<T> OnBarAsync<T>(string what, Func<ProgressTask, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(enabled: true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(context => work(context.AddTask(Markup.Escape(what)).IsIndeterminate()));
    }

    // Progress<T> would post to another thread and so out of order.
    private sealed class Direct<T>(Action<T> show) : IProgress<T>
    {
        public void Report(T value) => show(value);
    }

    private sealed class PlainLines<T>(TimeSpan pause, Func<T, string> line) : IProgress<T>
    {
        private long last = Environment.TickCount64;

        public void Report(T value)
        {
            if (Environment.TickCount64 - Interlocked.Read(ref last) >= pause.TotalMilliseconds)
            {
                Interlocked.Exchange(ref last, Environment.TickCount64);
                Console.Error.WriteLine(line(value));
            }
        }
    }
}
