using System.CommandLine;

namespace Cuttings.Cli.Importing;

/// <summary>`--format` of what is read: guessed from the content unless told.</summary>
internal static class FormatOption
{
    public static Option<string> Make()
    {
        var option = new Option<string>("--format")
        {
            Description = "What the files are: auto, exchange (JSON Lines) or saved-page (plain text of a blog's page).",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "auto",
        };
        option.AcceptOnlyFromAmong("auto", "exchange", "saved-page");
        return option;
    }

    /// <summary>The format told; null for a guess.</summary>
    public static string? Of(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is "auto" or null ? null : parsed.GetValue(option);
}
