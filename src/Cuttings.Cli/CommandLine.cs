using System.CommandLine;
using System.CommandLine.Help;
using Cuttings.Cli.Collation;
using Cuttings.Cli.Collecting;
using Cuttings.Cli.Exporting;
using Cuttings.Cli.Importing;
using Cuttings.Cli.Listing;
using Cuttings.Cli.Publishing;
using Cuttings.Cli.Reading;
using Cuttings.Cli.Reporting;
using Cuttings.Cli.Searching;
using Cuttings.Cli.Serving;
using Cuttings.Cli.Settings;
using Cuttings.Cli.Upkeep;
using Cuttings.Cli.Vocabulary;
using Cuttings.Vocabulary;

namespace Cuttings.Cli;

/// <summary>The commands, and the one place where an error becomes a sentence and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>What a shell answers for a program stopped by Ctrl-C.</summary>
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(
            args.Length == 0 ? ["--help"] : args,
            new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors.Count > 0)
        {
            return Fail(ErrorKind.Usage, $"{Complaint(parsed)} See: {UsageOf(parsed)} --help", parsed);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            });
        }
        catch (CuttingsException error)
        {
            return Fail(error.Kind, error.Message, parsed);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(ErrorKind.Storage, error.Message, parsed);
        }
        catch (Exception error)
        {
            return Fail(ErrorKind.Storage, $"Something unforeseen went wrong ({error.GetType().Name}): {error.Message}", parsed);
        }
    }

    /// <summary>The whole tree of commands.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("A press-cuttings archive that shows its cuts.")
        {
            ArchiveOption.Instance,
            new ServeCommand(),
            new ImportCommand(),
            new ImportsCommand(),
            new UndoCommand(),
            new ReadCommand(),
            new CollateCommand(),
            new CollationsCommand(),
            new SubscribeCommand(),
            new SubscriptionsCommand(),
            new UnsubscribeCommand(),
            new CollectCommand(),
            new CommandGroup("sources", "Lists the sources of published cuttings, looks at them again, and tells which are one story.", new ListSourcesCommand(), new CheckSourcesCommand(), new ListStoriesCommand(), new PartCommand()),
            new ListCommand(),
            new SearchCommand(),
            new ExportCommand(),
            new WithdrawCommand(),
            new PublishCommand(),
            new CommandGroup("settings", "Shows and changes the archive's settings.", new ListSettingsCommand(), new GetSettingCommand(), new SetSettingCommand()),
            Terms("categories", TermKind.Category),
            Terms("tags", TermKind.Tag),
            Terms("authors", TermKind.Author),
            Terms("outlets", TermKind.Outlet, new OutletDisplayCommand(), new OutletSourcesCommand(), new OutletVariantsCommand()),
            new ReindexCommand(),
            new CheckCommand(),
            new BackupCommand(),
            new RestoreCommand(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static CommandGroup Terms(string plural, TermKind kind, params Command[] more) => new(
        plural,
        $"Lists, renames and merges {plural}.",
        [new ListTermsCommand(plural, kind), new RenameTermCommand(plural, kind), new MergeTermCommand(plural, kind), .. more]);

    // A group of commands complains that it wants one, and not of the word that is none.
    private static string Complaint(ParseResult parsed) =>
        parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var unknown, ..]
            ? unknown.StartsWith('-') ? $"There is no option '{unknown}' here." : $"There is no command '{string.Join(' ', UsageOf(parsed).Split(' ').Skip(1).Append(unknown))}'."
            : parsed.Errors[0].Message;

    private static string UsageOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolPath? at = new(parsed.CommandResult); at is not null; at = at.Parent)
        {
            names.Push(at.Name);
        }

        return string.Join(' ', names);
    }

    private static int Fail(ErrorKind kind, string message, ParseResult parsed)
    {
        Console.Error.WriteLine(Secrets.Hide(message.ReplaceLineEndings(" ").Replace("\t", "", StringComparison.Ordinal), parsed.GetValue(ArchiveOption.Instance)));
        return Failure.ExitCode(kind);
    }

    private sealed record SymbolPath(System.CommandLine.Parsing.CommandResult Result)
    {
        public string Name => Result.Command is RootCommand ? "cuttings" : Result.Command.Name;

        public SymbolPath? Parent => Result.Parent is System.CommandLine.Parsing.CommandResult parent ? new(parent) : null;
    }
}
