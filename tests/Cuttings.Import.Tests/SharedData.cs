using System.Text.Json;
using Xunit;

namespace Cuttings.Import.Tests;

/// <summary>Data that other projects test themselves with, beside the repository; where it is absent the tests that need it are skipped, visibly.</summary>
internal static class SharedData
{
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable("CUTTINGS_SHARED");
        for (var folder = AppContext.BaseDirectory; root is null && folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            var beside = System.IO.Path.Combine(folder, "shared");
            root = File.Exists(System.IO.Path.Combine(beside, "design.md")) ? beside : null;
        }

        var path = root is null ? "" : System.IO.Path.Combine(root, relative);
        Assert.SkipUnless(File.Exists(path), $"{relative} is not here: set CUTTINGS_SHARED to the folder that holds it.");
        return path;
    }

    public static string[] NaughtyStrings() => JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path("peers/naughty-strings.json")))!;
}
