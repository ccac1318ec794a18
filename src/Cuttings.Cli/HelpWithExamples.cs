using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Cuttings.Cli;

/// <summary>The usual help, ended by the command's examples, or by those of the commands it holds.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var examples = ExamplesOf(parseResult.CommandResult.Command).ToList();
        if (examples.Count > 0)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            examples.ForEach(example => output.WriteLine("  " + example));
            output.WriteLine();
        }

        return 0;
    }

    private static IEnumerable<string> ExamplesOf(Command command) => command is CuttingsCommand one
        ? one.Examples
        : command.Subcommands.OfType<CuttingsCommand>().Select(held => held.Examples[0]);
}
