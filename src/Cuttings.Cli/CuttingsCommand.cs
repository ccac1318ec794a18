using System.CommandLine;

namespace Cuttings.Cli;

/// <summary>One command of the program; its help ends with examples.</summary>
internal abstract class CuttingsCommand : Command
{
    protected CuttingsCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(RunAsync);
    }

    /// <summary>Command lines that work as they stand.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Runs it and answers the exit code; expected failures are thrown as <see cref="CuttingsException"/>.</summary>
    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancel);
}

/// <summary>A command that only holds others.</summary>
internal sealed class CommandGroup : Command
{
    public CommandGroup(string name, string description, params Command[] commands)
        : base(name, description)
    {
        foreach (var command in commands)
        {
            Add(command);
        }
    }
}
