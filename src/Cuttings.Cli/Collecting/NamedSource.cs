using Cuttings.Archiving;
using Cuttings.Duplicates;
using Cuttings.Sources;

namespace Cuttings.Cli.Collecting;

/// <summary>A source as it is named on the command line: by its number or its address.</summary>
internal static class NamedSource
{
    public static async ValueTask<KeptSource> FindAsync(IArchive archive, string name, CancellationToken cancel) =>
        (long.TryParse(name, out var id) ? await archive.Sources.FindAsync(id, cancel) : CanonicalAddress.Of(name) is { } key ? await archive.Sources.FindByKeyAsync(key, cancel) : null)
        ?? throw new CuttingsException(ErrorKind.NotFound, $"There is no source '{name}': no cutting cites it, and no feed brought it.");
}
