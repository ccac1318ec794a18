using System.Diagnostics;
using Cuttings.Specs.Faults;
using Xunit;

namespace Cuttings.Specs;

public sealed class SampleSpecs : Places
{
    [Fact]
    public async Task The_sample_is_served_also_where_its_copies_cannot_be_kept()
    {
        // The program without the one file of the sample that its copies are made of.
        var program = Directory.CreateDirectory(Path.Combine(Folder, "program")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        }

        foreach (var folder in new[] { "runtimes", "sample" })
        {
            var from = Path.Combine(AppContext.BaseDirectory, folder);
            foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "page.html"))
            {
                var to = Path.Combine(program, folder, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }

        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(program, "cuttings.dll"), "serve", "--sample", "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var address = (await process.StandardOutput.ReadLineAsync())!["Serving at ".Length..];
            var said = await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.StartsWith("The kept copies of the sample could not be made: Could not find file", said, StringComparison.Ordinal);
            using var client = new HttpClient();
            Assert.Contains("cutting", await client.GetStringAsync(address));
            Assert.False(process.HasExited);
        }
        finally
        {
            process.Kill();
        }
    }
}
