using System.Diagnostics;
using System.Text.Json;

namespace Cuttings.PageBench;

/// <summary>@mozilla/readability on linkedom, in Node: `bench/readability.mjs`. Left out where Node or the packages are not there (`npm install --prefix artifacts/readability @mozilla/readability@0.6.0 linkedom`).</summary>
internal sealed class Readability : IDisposable
{
    private readonly Process process;

    private Readability(Process process) => this.process = process;

    public static Readability? Start()
    {
        if (!Directory.Exists("artifacts/readability/node_modules/linkedom"))
        {
            Console.Error.WriteLine("@mozilla/readability is left out: npm install --prefix artifacts/readability @mozilla/readability@0.6.0 linkedom");
            return null;
        }

        return new(Process.Start(new ProcessStartInfo("node", ["bench/readability.mjs"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    public static List<string>? Texts(List<Page> pages)
    {
        using var node = Start();
        return node is null ? null : [.. pages.Select(page => Words.TextOf(node.Read(page.Html).GetProperty("html").GetString()!))];
    }

    /// <summary>The article's HTML and the milliseconds that parsing and reading took.</summary>
    public JsonElement Read(string html)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize(html));
        process.StandardInput.Flush();
        return JsonDocument.Parse(process.StandardOutput.ReadLine()!).RootElement;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
