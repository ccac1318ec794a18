namespace Cuttings.Import.WebArchives;

/// <summary>What was in a web archive, in figures.</summary>
internal sealed class Counts
{
    public long Records { get; set; }

    /// <summary>Captures of pages with status 200.</summary>
    public long Pages { get; set; }

    /// <summary>Of those, captures that say what an earlier one said.</summary>
    public long Again { get; set; }

    /// <summary>Pages in which no article was found.</summary>
    public long WithoutArticle { get; set; }

    /// <summary>Articles at a second address, word for word.</summary>
    public long Copies { get; set; }

    /// <summary>Pages and other answers with another status than 200.</summary>
    public long OtherStatus { get; set; }

    /// <summary>Captures of feeds.</summary>
    public long Feeds { get; set; }

    /// <summary>Entries of feeds whose page was captured too.</summary>
    public long OnPages { get; set; }

    /// <summary>Answers and resources that are neither pages nor feeds: pictures, scripts.</summary>
    public long Others { get; set; }

    /// <summary>Revisits whose first capture is not in the file.</summary>
    public long Unresolved { get; set; }

    /// <summary>Pages too large to be read.</summary>
    public long TooLarge { get; set; }

    /// <summary>Captures of one address beyond those that are compared.</summary>
    public long LeftOut { get; set; }

    public IEnumerable<string> Sentences(string name)
    {
        yield return $"{name}: {Of(Records, "record")}, {Of(Pages, "captured page")}.";
        foreach (var (count, what) in new[]
        {
            (Again, "captured again with the same bytes or text"), (WithoutArticle, "without an article: listings, forms, empty pages"), (Copies, "with an article that stands at another address too"),
            (OtherStatus, "answered with a redirect or an error"), (Feeds, "captured from a feed, whose entries were read"), (OnPages, "in a feed, and captured as a page too"), (Others, "something else than pages: pictures, scripts, styles"), (Unresolved, "captured elsewhere: revisits whose first capture is not in it"),
            (TooLarge, "too large for a page"), (LeftOut, "left out, since their address was captured very often"),
        })
        {
            if (count > 0)
            {
                yield return $"{name}: {count:N0} {(count == 1 ? "was" : "were")} {what}.";
            }
        }
    }

    private static string Of(long count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";
}
