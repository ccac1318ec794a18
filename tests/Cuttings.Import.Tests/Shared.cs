using System.Runtime.CompilerServices;

namespace Cuttings.Import.Tests;

/// <summary>The folder of texts that are not ours to ship: CUTTINGS_SHARED, else `shared` beside the repository.</summary>
internal static class Shared
{
    public static string Folder => Environment.GetEnvironmentVariable("CUTTINGS_SHARED") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../shared"));

    private static string Here([CallerFilePath] string path = "") => path;
}
