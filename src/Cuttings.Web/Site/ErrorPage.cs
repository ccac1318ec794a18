namespace Cuttings.Web.Site;

/// <summary>What readers see where there is no page.</summary>
internal static class ErrorPage
{
    public static ValueTask<Answer> NotFoundAsync(Context context, CancellationToken cancel) => Of(context, 404, "Not here", "There is no such page in this archive. The search above may find what you are after.", cancel);

    public static ValueTask<Answer> GoneAsync(Context context, CancellationToken cancel) => Of(context, 410, "Withdrawn", "This cutting has been withdrawn.", cancel);

    /// <summary>For when the archive itself cannot be read.</summary>
    public static Answer Plain(int status) => Answer.Html($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{status}</title>{Look.Head}</head><body><main class=\"alone\"><h1>{(status == 503 ? "Out of reach" : "This did not work")}</h1><p>{(status == 503 ? "The archive cannot be read just now. Please try again in a while." : "The address asks for something that cannot be read.")}</p></main></body></html>", status);

    private static ValueTask<Answer> Of(Context context, int status, string title, string words, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Page.Of(context, title, "<meta name=\"robots\" content=\"noindex\">", $"<h1>{title}</h1><p>{words}</p><p><a href=\"/\">To the newest cuttings</a></p>", status: status));
    }
}
