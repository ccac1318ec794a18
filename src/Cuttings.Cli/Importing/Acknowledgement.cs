using Cuttings.Importing;

namespace Cuttings.Cli.Importing;

/// <summary>Tells each batch once it has committed, and not before.</summary>
internal sealed class Acknowledgement(TextWriter output) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => output.WriteLine($"imported through {value.Through}");
}
