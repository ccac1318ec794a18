using System.CommandLine;
using System.Runtime.CompilerServices;
using Cuttings.Cli.Importing;
using Cuttings.Cli.Reporting;
using Cuttings.Exchange;
using Cuttings.Fetching;
using Cuttings.Import;
using Cuttings.Importing;

namespace Cuttings.Cli.Reading;

/// <summary>`read PATH`: what `import` would keep; touches no archive.</summary>
internal sealed class ReadCommand : CuttingsCommand
{
    private readonly Argument<string> path = new("PATH") { Description = "A file, a folder, - for standard input, or the address of a page or feed, which is fetched." };
    private readonly Option<string> format = FormatOption.Make();
    private readonly Option<string?> report = new("--report") { Description = "Write here what became of every line of the input, one JSON object a line.", HelpName = "FILE" };
    private readonly JsonOption json = new();

    public ReadCommand()
        : base("read", "Prints what import would keep of a file or an address; touches no archive.", "cuttings read saved-page.txt --json --report report.jsonl", "cuttings read https://harbour-echo.example/2026/night-ferry")
    {
        Add(path);
        Add(format);
        Add(report);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var name = parsed.GetRequiredValue(path);
        var reportPath = parsed.GetValue(report);
        if (reportPath is not null)
        {
            File.Delete(reportPath);
        }

        var failed = 0;
        await foreach (var item in ItemsAsync(name, FormatOption.Of(parsed, format), reportPath, cancel))
        {
            if (item.Failed is { } bad)
            {
                failed++;
                Console.Error.WriteLine($"{bad.Item}: {bad.Why}");
            }
            else if (item.Note is { } note)
            {
                Console.Error.WriteLine($"{note.Item}: {note.Text}");
            }
            else if (item.Followed is { } feed)
            {
                Console.Out.WriteLine(parsed.GetValue(json) ? Json.Line(new { subscription = new { feed.Address, feed.Title, feed.Site, feed.Folder } }) : $"{feed.Title ?? feed.Address}\n  feed: {feed.Address}\n  folder: {feed.Folder}");
            }
            else if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(ExchangeWriter.Write(item.Cutting!));
            }
            else
            {
                WriteText(item.Cutting!);
            }
        }

        return failed == 0 ? 0 : 1;
    }

    private static IAsyncEnumerable<ReadItem> ItemsAsync(string name, string? format, string? reportPath, CancellationToken cancel) =>
        name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? FetchAsync(name, format, cancel)
            : Wiring.ReadAsync([name], format, cancel, reportPath is null ? null : page => WriteReport(page, reportPath));

    // One page, asked for by hand.
    private static async IAsyncEnumerable<ReadItem> FetchAsync(string address, string? format, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var gateway = Wiring.Gateway(new());
        var fetched = await gateway.FetchAsync(new(address) { Purpose = FetchPurpose.ByHand }, cancel);
        if (fetched.Outcome != FetchOutcome.Fetched)
        {
            throw new CuttingsException(fetched.Outcome == FetchOutcome.RefusedAddress ? ErrorKind.Usage : ErrorKind.Unreachable, $"{address}: {fetched.Why ?? "It could not be fetched."}");
        }

        await foreach (var item in FetchedReading.ReadAsync(fetched, format is null ? null : ImportFormats.Parse(format), cancel))
        {
            yield return item;
        }
    }

    private static void WriteReport(ReadPage page, string reportPath)
    {
        try
        {
            // Several pages of one run share one report.
            using var output = new StreamWriter(reportPath, append: true);
            foreach (var line in page.Lines)
            {
                output.WriteLine(Json.Line(new { line.Line, line.Text, line.As }));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CuttingsException(ErrorKind.Storage, $"{reportPath} cannot be written: {error.Message}", error);
        }
    }

    private static void WriteText(Incoming incoming)
    {
        var cutting = incoming.Cutting;
        Console.Out.WriteLine(cutting.Headline);
        WriteField("posted", cutting.Posted?.Text);
        WriteField("author", cutting.Author);
        WriteField("byline", cutting.Credit.Byline);
        WriteField("credit", cutting.Credit.Printed?.ReplaceLineEndings(" "));
        WriteField("outlet", cutting.Credit.Outlet);
        WriteField("status", cutting.Status == CuttingStatus.Published ? null : cutting.Status.ToString().ToLowerInvariant());
        WriteField("source", cutting.Sources.FirstOrDefault()?.Url);
        WriteField("filed under", string.Join(", ", cutting.Categories));
        WriteField("could not be told", string.Join(", ", incoming.Missing));
        WriteField("suggested", string.Join(", ", cutting.Suggested.Select(pair => $"{pair.Key}: {pair.Value}")));
        Console.Out.WriteLine();
        Console.Out.WriteLine(cutting.Excerpt.ToText());
        Console.Out.WriteLine();
    }

    private static void WriteField(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Console.Out.WriteLine($"  {name}: {value}");
        }
    }
}
