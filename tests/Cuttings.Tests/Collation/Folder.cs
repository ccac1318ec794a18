using System.Runtime.CompilerServices;

namespace Cuttings.Tests.Collation;

/// <summary>Where the specs of this folder lie.</summary>
internal static class Folder
{
    public static string Of([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    /// <summary>The folder of texts that are not ours to ship: CUTTINGS_SHARED, else `shared` beside the repository.</summary>
    public static string Shared => Environment.GetEnvironmentVariable("CUTTINGS_SHARED") ?? Path.GetFullPath(Path.Combine(Of(), "../../../../shared"));
}
