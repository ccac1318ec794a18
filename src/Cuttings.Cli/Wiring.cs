using System.CommandLine;
using Cuttings.Archiving;
using Cuttings.Import;
using Cuttings.Import.Fetching;
using Cuttings.Import.Fetching.Addresses;
using Cuttings.Importing;
using Cuttings.Searching;
using Cuttings.Settings;
using Cuttings.Storage;
using Cuttings.Storage.Search;

namespace Cuttings.Cli;

/// <summary>The one place where the rooms are put together.</summary>
internal static class Wiring
{
    public static TimeProvider Clock => TimeProvider.System;

    /// <summary>Opens the archive that the command line names; it must exist.</summary>
    public static ValueTask<IArchive> OpenAsync(ParseResult parsed, CancellationToken cancel) =>
        ArchiveOpener.OpenAsync(ArchiveOption.Of(parsed), OpenMode.Existing, Clock, cancel);

    /// <summary>Opens the archive that the command line names; made where it is missing.</summary>
    public static ValueTask<IArchive> OpenOrMakeAsync(ParseResult parsed, CancellationToken cancel) =>
        ArchiveOpener.OpenAsync(ArchiveOption.Of(parsed), OpenMode.CreateIfMissing, Clock, cancel);

    /// <summary>The same for an import, whose memory stays small whatever the archive's size.</summary>
    public static ValueTask<IArchive> OpenToFillAsync(ParseResult parsed, CancellationToken cancel) =>
        ArchiveOpener.OpenAsync(ArchiveOption.Of(parsed), OpenMode.CreateIfMissing, Clock, cancel, serving: false);

    /// <summary>Whether the archive that the command line names is there; makes none.</summary>
    public static ValueTask<bool> ExistsAsync(ParseResult parsed, CancellationToken cancel) => ArchiveOpener.ExistsAsync(ArchiveOption.Of(parsed), Clock, cancel);

    /// <summary>Opens the search of an archive, as it was left; the caller lets it catch up.</summary>
    public static async ValueTask<ISearch> SearchAsync(IArchive archive, CancellationToken cancel) =>
        await LuceneSearch.OpenAsync(archive, cancel);

    /// <summary>The way out, as the archive's settings have it.</summary>
    public static Gateway Gateway(ArchiveSettings settings) => new(
        new()
        {
            ArchiveAddress = settings.BaseAddress is { } address ? new Uri(address) : null,
            Proxy = settings.Proxy is { } proxy ? new Uri(proxy) : null,
            TestEndpoints = TestEndpoints.FromEnvironment(),
        },
        Clock);

    /// <summary>Reads files, folders or `-` in the format named, or in the one that each looks like; tells what became of each line of a page.</summary>
    public static IAsyncEnumerable<ReadItem> ReadAsync(IReadOnlyList<string> paths, string? format, CancellationToken cancel, Action<ReadPage>? report = null) =>
        Cuttings.Import.Reading.OpenAsync(paths, format is null ? null : ImportFormats.Parse(format), report, cancel);
}
