using System.CommandLine;
using Cuttings.Cli.Importing;
using Cuttings.Cli.Reporting;
using Cuttings.Exchange;
using Cuttings.Import;
using Cuttings.Importing;

namespace Cuttings.Cli.Reading;

/// <summary>`read PATH`: what `import` would keep; touches no archive.</summary>
internal sealed class ReadCommand : CuttingsCommand
{
    private readonly Argument<string> path = new("PATH") { Description = "A file, a folder or - for standard input." };
    private readonly Option<string> format = FormatOption.Make();
    private readonly Option<string?> report = new("--report") { Description = "Write here what became of every line of the input, one JSON object a line.", HelpName = "FILE" };
    private readonly JsonOption json = new();

    public ReadCommand()
        : base("read", "Prints what import would keep of a file; touches no archive.", "cuttings read saved-page.txt --json --report report.jsonl")
    {
        Add(path);
        Add(format);
        Add(report);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var name = parsed.GetRequiredValue(path);
        if (name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw new CuttingsException(ErrorKind.Usage, $"{name} is an address: this version reads files only. Save the page and give its path.");
        }

        var reportPath = parsed.GetValue(report);
        if (reportPath is not null)
        {
            File.Delete(reportPath);
        }

        var failed = 0;
        await foreach (var item in Wiring.ReadAsync([name], FormatOption.Of(parsed, format), cancel, reportPath is null ? null : page => WriteReport(page, reportPath)))
        {
            if (item.Failed is { } bad)
            {
                failed++;
                Console.Error.WriteLine($"{bad.Item}: {bad.Why}");
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
        WriteField("credit", cutting.Credit.Printed?.ReplaceLineEndings(" "));
        WriteField("outlet", cutting.Credit.Outlet);
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
