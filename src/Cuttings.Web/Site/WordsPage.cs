using Markdig;

namespace Cuttings.Web.Site;

/// <summary>The pages of words: about, privacy, takedown; Markdown from the settings, raw HTML refused.</summary>
internal static class WordsPage
{
    private const string Privacy = "This site sets no cookie, runs no script and asks nobody else for anything. It keeps no record of who reads what: no address of a reader is written to any log.";
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static ValueTask<Answer> AnswerAsync(Context context, string name, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (title, words) = name switch
        {
            "about" => ("About", Or(context.Settings.About, "An archive of press cuttings: short excerpts, each with the name of the outlet it was taken from.")),
            "privacy" => ("Privacy", Or(context.Settings.Privacy, Privacy)),
            _ => ("Takedown", Or(context.Settings.Takedown, "To ask that a cutting be withdrawn, write to the editors of this archive and name its address.")),
        };
        return ValueTask.FromResult(Page.Of(context, title, "", $"<h1>{title}</h1><div class=\"words\">{Markdown.ToHtml(words, Pipeline)}</div>", "/" + name));
    }

    private static string Or(string words, string otherwise) => string.IsNullOrWhiteSpace(words) ? otherwise : words;
}
