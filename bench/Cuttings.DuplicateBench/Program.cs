using System.Diagnostics;
using System.Globalization;
using Cuttings.DuplicateBench;

// Numbers read the same on every machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var count = args.Length > 1 ? int.Parse(args[1], NumberStyles.AllowThousands) : 1_000_000;
var tries = args.Length > 2 ? int.Parse(args[2]) : 500;
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}\n");
switch (args.Length == 0 ? "index" : args[0])
{
    case "index":
        Measured.Run("English", new(Stock.English, 1), count, tries);
        break;
    case "korean":
        Measured.Run("Korean", new(Stock.Korean, 2), count, tries);
        break;
    case "chinese":
        Measured.Run("Chinese", new(Stock.Chinese, 3), count, tries);
        break;
    case "methods":
        Methods.Run(new(Stock.English, 1), count, tries);
        break;
    case "restore":
        Restored.Run(count);
        break;
    default:
        Console.Error.WriteLine("usage: index|korean|chinese|methods|restore [ARTICLES] [TRIES]");
        return 2;
}

return 0;
