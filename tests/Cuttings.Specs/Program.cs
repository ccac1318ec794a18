using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Cuttings.Specs;

/// <summary>The real program, run as its users run it.</summary>
internal static class Program
{
    public static string Shared => Environment.GetEnvironmentVariable("CUTTINGS_SHARED") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../shared"));

    private static string Assembly => Path.Combine(AppContext.BaseDirectory, "cuttings.dll");

    // The indexes of PostgreSQL archives go here, and with the run.
    private static readonly Lazy<string> Data = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("cuttings-data-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    public static Process Start(params string[] arguments) => StartWith([], arguments);

    /// <summary>Starts it with these environment variables.</summary>
    public static Process StartWith((string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment.Remove("CUTTINGS_ARCHIVE");
        start.Environment["XDG_DATA_HOME"] = Data.Value;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    public static async Task<(int Exit, string Output, string Errors)> RunWithAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = StartWith(environment, arguments);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
