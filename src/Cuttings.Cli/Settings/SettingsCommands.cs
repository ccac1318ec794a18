using System.CommandLine;
using Cuttings.Cli.Reporting;
using Cuttings.Settings;

namespace Cuttings.Cli.Settings;

/// <summary>`settings list`.</summary>
internal sealed class ListSettingsCommand : CuttingsCommand
{
    private readonly JsonOption json = new();

    public ListSettingsCommand()
        : base("list", "Lists every setting with its value.", "cuttings settings list") => Add(json);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        var settings = await archive.SettingsAsync(cancel);
        if (parsed.GetValue(json))
        {
            Json.Write(Setting.All.ToDictionary(setting => setting.Name, setting => setting.Read(settings), StringComparer.Ordinal));
            return 0;
        }

        foreach (var setting in Setting.All)
        {
            Console.Out.WriteLine($"{setting.Name} = {FirstLine(setting.Read(settings))}");
        }

        return 0;
    }

    private static string FirstLine(string value) => value.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? value[..end] + " …" : value;
}

/// <summary>`settings get NAME`.</summary>
internal sealed class GetSettingCommand : CuttingsCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The setting's name." };

    public GetSettingCommand()
        : base("get", "Prints the value of one setting.", "cuttings settings get title") => Add(name);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var setting = Setting.Named(parsed.GetRequiredValue(name));
        await using var archive = await Wiring.OpenAsync(parsed, cancel);
        Console.Out.WriteLine(setting.Read(await archive.SettingsAsync(cancel)));
        return 0;
    }
}

/// <summary>`settings set NAME [VALUE] [--from FILE]`.</summary>
internal sealed class SetSettingCommand : CuttingsCommand
{
    private readonly Argument<string> name = new("NAME") { Description = "The setting's name." };
    private readonly Argument<string?> value = new("VALUE") { Description = "Its value; an empty one takes it back to what it was at first.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> from = new("--from") { Description = "Take the value from this file (UTF-8), `-` for standard input: for the Markdown of about, privacy and takedown.", HelpName = "FILE" };

    public SetSettingCommand()
        : base("set", "Changes one setting; a site that is being served follows at once.", "cuttings settings set title \"The Harbour File\"", "cuttings settings set about --from about.md")
    {
        Add(name);
        Add(value);
        Add(from);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var setting = Setting.Named(parsed.GetRequiredValue(name));
        var given = (parsed.GetValue(value), parsed.GetValue(from)) switch
        {
            ({ } text, null) => text,
            (null, "-") => await Console.In.ReadToEndAsync(cancel),
            (null, { } path) => await ReadFileAsync(path, cancel),
            _ => throw new CuttingsException(ErrorKind.Usage, "Give either a value or --from FILE."),
        };
        await using var archive = await Wiring.OpenOrMakeAsync(parsed, cancel);
        await using var session = await archive.BeginAsync(cancel);
        await session.SaveSettingsAsync(setting.Write(await archive.SettingsAsync(cancel), given.Trim()), cancel);
        await session.CommitAsync(cancel);
        // Longer texts are not repeated.
        var shown = setting.Read(await archive.SettingsAsync(cancel));
        Console.Out.WriteLine(shown is not { Length: > 0 } ? $"{setting.Name} is not set now" : shown.Length <= 200 && !shown.Contains('\n', StringComparison.Ordinal) ? $"{setting.Name}: {shown}" : $"{setting.Name} is set ({shown.Length:N0} characters)");
        return 0;
    }

    private static async Task<string> ReadFileAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CuttingsException(ErrorKind.BadInput, $"{path} cannot be read: {error.Message}", error);
        }
    }
}
