using Markdig;

namespace Cuttings.Web.Site;

/// <summary>The pages of words: about, privacy, takedown; Markdown from the settings, raw HTML refused.</summary>
internal static class WordsPage
{
    private const string Privacy = "This site sets no cookie, runs no script and asks nobody else for anything. It keeps no record of who reads what: no address of a reader is written to any log.";
    private const string Evidence = """
        Where this archive keeps a copy of an article, it keeps the bytes as its server sent them, with their headers, the address, the time, and a digest (SHA-256) of the page. Each time the words of the article change, another edition is kept beside the ones before.

        **What it shows.** The digest shows that a copy is, to the byte, the one that was recorded: change one letter, and the digest is another. A time-stamp token (RFC 3161), where there is one, is a third party’s signed word that the digest existed at that time, and so that the copy is no later invention.

        **What it does not show.** The copy was made by this archive’s own machine, and its time is that machine’s clock. The digest does not show that the site sent this page, or that it sent the same one to others; the encryption of the web (TLS) leaves no proof that could be handed on. A site may show each reader something else. And a copy says nothing about whether what stands in it is true.

        **How to check one.** The digest, the time and the token of each edition stand on its page and in its JSON. Whoever has the kept bytes can work out their digest (`sha256sum page.html`) and compare. A token is checked against the digest with public tools: `openssl ts -verify -token_in -in token -digest DIGEST -CAfile authority.pem`.

        **What is shown of it.** An article belongs to its outlet. This archive shows whole kept copies only where its editors have said so for that outlet; else the passages around what was cut, or the facts alone. Kept pages are shown without scripts, styles or pictures from elsewhere, and nothing in them can run or ask for anything. To ask that a copy be taken away, see [takedown](/takedown).
        """;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static ValueTask<Answer> AnswerAsync(Context context, string name, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (title, words) = name switch
        {
            "about" => ("About", Or(context.Settings.About, "An archive of press cuttings: short excerpts, each with the name of the outlet it was taken from.")),
            "evidence" => ("What a kept copy proves", Evidence),
            "privacy" => ("Privacy", Or(context.Settings.Privacy, Privacy)),
            _ => ("Takedown", Or(context.Settings.Takedown, "To ask that a cutting be withdrawn, write to the editors of this archive and name its address.")),
        };
        return ValueTask.FromResult(Page.Of(context, title, "", $"<h1>{title}</h1><div class=\"words\">{Markdown.ToHtml(words, Pipeline)}</div>", "/" + name));
    }

    private static string Or(string words, string otherwise) => string.IsNullOrWhiteSpace(words) ? otherwise : words;
}
