using System.CommandLine;
using Cuttings.Collation;
using Cuttings.Import;

namespace Cuttings.Cli.Collation;

/// <summary>`collate CUTTING-FILE SOURCE-FILE`: what was taken, cut, changed, moved or added; touches no archive.</summary>
internal sealed class CollateCommand : CuttingsCommand
{
    private readonly Argument<string> cutting = new("CUTTING-FILE") { Description = "The excerpt: plain text, an HTML page or a cutting in the exchange format; - for standard input." };
    private readonly Argument<string> source = new("SOURCE-FILE") { Description = "The article it was taken from, in any of these." };
    private readonly Option<bool> headline = new("--headline") { Description = "The first line of each file is its headline; collate these too." };
    private readonly Option<bool> truncated = new("--truncated") { Description = "The source's text ends early (a paywall, a torn page): what could not be found may stand beyond." };
    private readonly JsonOption json = new();

    public CollateCommand()
        : base("collate", "Compares a cutting with its source, sentence by sentence, and warns where a change alters what is said; touches no archive.", "cuttings collate excerpt.txt article.txt", "cuttings collate excerpt.txt article.html --headline --json")
    {
        Add(cutting);
        Add(source);
        Add(headline);
        Add(truncated);
        Add(json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (here, there) = (parsed.GetRequiredValue(cutting), parsed.GetRequiredValue(source));
        if (here == "-" && there == "-")
        {
            throw new CuttingsException(ErrorKind.Usage, "Only one of the two can be standard input.");
        }

        var titled = parsed.GetValue(headline);
        var excerpt = await CollationFile.ReadCuttingAsync(here, titled, cancel);
        var article = await CollationFile.ReadSourceAsync(there, titled, cancel);
        var collated = Collator.Collate(new(excerpt.Text, article.Text) { Headline = titled, Truncated = parsed.GetValue(truncated) || article.Truncated });
        if (parsed.GetValue(json))
        {
            Console.Out.WriteLine(CollationJson.Write(collated));
        }
        else
        {
            CollationText.Write(Console.Out, collated);
        }

        return 0;
    }
}
