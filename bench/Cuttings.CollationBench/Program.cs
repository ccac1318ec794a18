using System.Diagnostics;
using System.Globalization;
using Cuttings.CollationBench;

// Numbers read the same on every machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["hostile", var name])
{
    Hostile.RunHere(name);
    return;
}

var parts = args.Length == 0 ? ["speed", "hostile", "compared"] : args;
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}\n");
if (parts.Contains("hostile"))
{
    Hostile.RunAll();
}

// From here on one core only, so that no figure leans on a collector at work on another one.
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
{
    using var self = Process.GetCurrentProcess();
    self.ProcessorAffinity = 1;
}

if (parts.Contains("speed"))
{
    Speed.Run();
}

if (parts.Contains("compared"))
{
    Compared.Run();
}
