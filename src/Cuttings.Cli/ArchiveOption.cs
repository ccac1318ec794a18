using System.CommandLine;

namespace Cuttings.Cli;

/// <summary>Which archive: `--archive`, else CUTTINGS_ARCHIVE (the place for an address with a password), else ./archive.db.</summary>
internal static class ArchiveOption
{
    public static Option<string> Instance { get; } = new("--archive")
    {
        Description = "The archive: a SQLite file or a PostgreSQL connection string. Also CUTTINGS_ARCHIVE, the place for one with a password. Without either: ./archive.db",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    public static string Of(ParseResult parsed) => parsed.GetValue(Instance) is { Length: > 0 } given
        ? given
        : Environment.GetEnvironmentVariable("CUTTINGS_ARCHIVE") is { Length: > 0 } set ? set : "./archive.db";
}
