using System.CommandLine;

namespace Cuttings.Cli;

/// <summary>`--json`: the report as JSON on standard output, and nothing else there.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption()
        : base("--json") => Description = "Report as JSON.";
}
