using Cuttings.Articles;
using Cuttings.Excerpts;
using Cuttings.Import.Html;
using Cuttings.Subscriptions;

namespace Cuttings.Import.Feeds;

/// <summary>Makes articles of a feed's entries.</summary>
public static class FeedArticles
{
    /// <summary>The longest title made of an entry's first words, in UTF-16 code units.</summary>
    public const int LongestMadeTitle = 80;

    /// <summary>
    /// The article that an entry is, or tells of; null where it has neither title nor text nor anything else to call it by.
    /// Its date is the one of publication, else the one of the last change, which is all that most Atom feeds give.
    /// </summary>
    public static Article? Of(FeedDocument feed, FeedItem item)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(item);
        var body = item.Content ?? item.Summary ?? Excerpt.OfParagraphs();
        var title = item.Title ?? OpeningWords.Of(body, LongestMadeTitle) ?? item.Address ?? item.External ?? item.Id ?? (item.Enclosures.IsEmpty ? null : item.Enclosures[0].Address) ?? (item.Published ?? item.Updated)?.Text
            ?? item.Writers.Concat(item.Contributors).Concat(item.Categories).FirstOrDefault() ?? item.SourceTitle ?? item.Rights ?? item.Comments ?? item.Image?.Address;
        if (title is null)
        {
            return null;
        }

        var published = item.Published ?? item.Updated;
        return new()
        {
            Title = title,
            Body = new Excerpt(MoreLinks.Without(MoreLinks.Without(body.Blocks, item.Address), item.External)),
            Standfirst = item.Content is not null && item.Summary is { Blocks.Length: 1 } summary && !Teasers.Repeats(item.Content, summary) && !Teasers.IsCut(summary) ? summary.ToText().ReplaceLineEndings(" ") : null,
            Writers = item.Writers.IsEmpty && item.SourceTitle is null ? feed.Writers : item.Writers,
            Published = published,
            Modified = item.Updated is { } updated && updated != published ? updated : null,
            Outlet = item.SourceTitle ?? feed.Title,
            Language = item.Language ?? feed.Language,
            Address = item.Address,
            Original = item.External,
            Id = item.Id,
            Categories = item.Categories,
            Image = item.Image,
            Truncated = item.Content is null || Teasers.IsCut(item.Content),
        };
    }
}
