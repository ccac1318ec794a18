using System.Globalization;
using Cuttings.FeedBench;

// Numbers read the same on every machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}\n");
Speed.Run([.. FeedSets.Peers(args.FirstOrDefault(File.Exists)), .. FeedSets.Made()], oursOnly: args.Contains("ours"));
