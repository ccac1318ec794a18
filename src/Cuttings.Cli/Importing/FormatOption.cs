using System.CommandLine;
using Cuttings.Import;

namespace Cuttings.Cli.Importing;

/// <summary>`--format` of what is read: guessed from the content unless told.</summary>
internal static class FormatOption
{
    public static Option<string> Make()
    {
        var option = new Option<string>("--format")
        {
            Description = "What the files are: auto (by their content), exchange (JSON Lines), saved-page (a page as plain text), page (HTML), mhtml, feed, opml, wordpress (an export) or web-archive (WARC, ARC, WACZ).",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "auto",
        };
        option.AcceptOnlyFromAmong([.. ImportFormats.Names]);
        return option;
    }

    /// <summary>The format told; null for a guess.</summary>
    public static string? Of(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is "auto" or null ? null : parsed.GetValue(option);
}
