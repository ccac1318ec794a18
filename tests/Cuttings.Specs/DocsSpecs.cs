using System.Runtime.CompilerServices;
using Xunit;

namespace Cuttings.Specs;

/// <summary>What is not documented fails here.</summary>
public sealed class DocsSpecs
{
    private static string Docs => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../docs"));

    [Fact]
    public async Task Every_command_and_option_is_documented_as_its_help_has_it_with_an_example()
    {
        var documented = Flat(await File.ReadAllTextAsync(Path.Combine(Docs, "cli.md")));
        var commands = new Queue<string[]>([[]]);
        var seen = 0;
        while (commands.TryDequeue(out var command))
        {
            var help = (await Program.RunAsync([.. command, "--help"])).Output.Replace("\r", "", StringComparison.Ordinal);
            Assert.Contains("Example", help);
            Assert.True(documented.Contains(Flat(help), StringComparison.Ordinal), $"docs/cli.md does not have the present help of `cuttings {string.Join(' ', command)}`.");
            seen++;
            foreach (var line in help.Split('\n').SkipWhile(line => line != "Commands:").Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)))
            {
                commands.Enqueue([.. command, line.Trim().Split(' ')[0]]);
            }
        }

        Assert.True(seen > 20);
    }

    [Fact]
    public async Task Every_setting_is_documented()
    {
        var documented = await File.ReadAllTextAsync(Path.Combine(Docs, "settings.md"));
        Assert.All(Cuttings.Settings.Setting.All, setting => Assert.Contains($"`{setting.Name}`", documented));
    }

    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));

    private static string Here([CallerFilePath] string path = "") => path;
}
