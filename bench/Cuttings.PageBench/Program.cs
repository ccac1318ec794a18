using System.Globalization;
using Cuttings.PageBench;

// Numbers read the same on every machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var pages = Page.All();
var judged = Judgements.Read();
switch (args)
{
    case ["show", var name]:
        Differences.Show(File.Exists(name) ? new(name, File.ReadAllText(name), "") : pages.Single(page => page.Name == name));
        break;
    case ["differences", .. var names]:
        Disagreement.Print(pages.Where(page => names.Length == 0 || names.Contains(page.Name)), judged);
        break;
    case ["hostile"]:
        Hostile.Run();
        break;
    case ["worst", ..]:
        Differences.Worst(pages, judged, args.Contains("held-out"));
        break;
    default:
        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}, {pages.Count} pages\n");
        if (args.Length == 0 || args.Contains("text"))
        {
            Accuracy.Run(pages, judged);
        }

        if (args.Length == 0 || args.Contains("speed"))
        {
            Speed.Run(pages);
        }

        break;
}
