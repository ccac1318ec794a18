using System.Diagnostics;

namespace Cuttings.Storage.Tests.Archives;

/// <summary>A throw-away PostgreSQL server on a Unix socket, run as an unprivileged user; one for the whole run.</summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<PostgresCluster> Running = new(() => new PostgresCluster());
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-pg-").FullName;
    private readonly string bin;
    private int databases;

    private PostgresCluster()
    {
        bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is missing: install it, or run with --quick.");
        if (Environment.IsPrivilegedProcess)
        {
            Run("/usr/bin/chown", ["nobody", folder], asUser: false);
        }

        Run(Path.Combine(bin, "initdb"), ["-D", Path.Combine(folder, "data"), "-U", "cuttings", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        Run(Path.Combine(bin, "pg_ctl"), ["-D", Path.Combine(folder, "data"), "-w", "-l", Path.Combine(folder, "log"), "-o", $"-k {folder} -c listen_addresses='' -c fsync=off", "start"]);
    }

    /// <summary>The cluster; started when first asked for.</summary>
    public static PostgresCluster Instance => Running.Value;

    /// <summary>True where the run is to do without PostgreSQL.</summary>
    public static bool IsLeftOut => Environment.GetEnvironmentVariable("CUTTINGS_QUICK") == "1";

    /// <summary>The address of a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"archive{Interlocked.Increment(ref databases)}";
        Run(Path.Combine(bin, "createdb"), ["-h", folder, "-U", "cuttings", name]);
        return $"Host={folder};Username=cuttings;Database={name}";
    }

    private void Stop()
    {
        Run(Path.Combine(bin, "pg_ctl"), ["-D", Path.Combine(folder, "data"), "-m", "immediate", "stop"]);
        Directory.Delete(folder, recursive: true);
    }

    private static void Run(string program, IReadOnlyList<string> arguments, bool asUser = true)
    {
        var command = asUser && Environment.IsPrivilegedProcess ? new List<string> { "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", program } : [program];
        command.AddRange(arguments);
        // pg_ctl's server would keep a redirected pipe open, so that output goes to files only.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. command]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
        }
    }
}
