using System.Globalization;
using System.Runtime.CompilerServices;
using Cuttings.Importing;

namespace Cuttings.Import.WordPress;

/// <summary>A post that may still wait for its picture, or what is to be said instead of one.</summary>
internal readonly record struct WaitingPost(WxrItem? Item, string Name, FailedItem? Failed)
{
    public int Weight => Item is null ? 0 : Item.Content.Length + Item.Title.Length;
}

/// <summary>One export while it is read.</summary>
internal sealed class WxrReading(WxrScanner scanner, WxrText text, string name)
{
    private readonly Blog blog = new();
    private readonly LeftOut leftOut = new();
    private readonly FeaturedImages images = new();
    private int items;
    private string? lastWhole;
    private FailedItem? cut;

    /// <summary>Its posts and pages in order, and the items that cannot be read.</summary>
    public async IAsyncEnumerable<WaitingPost> PostsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        for (var piece = await scanner.NextAsync(cancel); ; piece = await scanner.NextAsync(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (piece == WxrPiece.End)
            {
                cut = scanner.Complete ? null : CutOff(null);
                yield break;
            }

            if (scanner.Name != "item")
            {
                if (piece == WxrPiece.Element)
                {
                    blog.Take(scanner.Name, new WxrFields(scanner));
                }

                continue;
            }

            items++;
            if (piece == WxrPiece.CutOff)
            {
                cut = CutOff(ItemName(scanner.Title() ?? scanner.Skipped));
                yield break;
            }

            if (piece != WxrPiece.Element)
            {
                var item = ItemName(piece == WxrPiece.TooLong ? scanner.Skipped : scanner.Title());
                yield return new(null, item, new(item, piece == WxrPiece.TooLong ? $"It is longer than {WxrScanner.Longest >> 20} million characters, or has too many parts." : "It has no end: another item begins inside it."));
                continue;
            }

            if (Take(WxrItem.Read(new WxrFields(scanner))) is { } post)
            {
                yield return post;
            }
        }
    }

    /// <summary>True where its picture's attachment has not come yet.</summary>
    public bool MustWait(WaitingPost post) => post.Item is { Thumbnail: { Length: > 0 and < 20 } picture } && picture != "0" && images.Find(picture) is null;

    /// <summary>The post as a cutting; null where it is empty.</summary>
    public ReadItem? Finish(WaitingPost post)
    {
        if (post.Item is not { } item)
        {
            return new(null, post.Failed);
        }

        var image = item.Thumbnail is "" or "0" ? null : images.Find(item.Thumbnail);
        leftOut.Images += image is null && item.Thumbnail is not ("" or "0") ? 1 : 0;
        try
        {
            var incoming = Post.Read(item, blog, post.Name, image, leftOut);
            leftOut.Empty += incoming is null ? 1 : 0;
            return incoming is null ? null : new(incoming, null);
        }
        catch (CuttingsException error)
        {
            return new(null, new(post.Name, error.Message));
        }
    }

    /// <summary>Where the file breaks off, and what was left out of it.</summary>
    public IEnumerable<ReadItem> Closing()
    {
        if (cut is not null)
        {
            yield return new(null, cut);
        }
        else if (items == 0)
        {
            yield return new(null, new(name, "This WordPress export has no items."));
        }

        if (leftOut.Sentence() is { } sentence)
        {
            yield return new ReadItem(null, null) { Note = new(name, sentence) };
        }
    }

    private WaitingPost? Take(WxrItem item)
    {
        var kind = PostKinds.Of(item);
        lastWhole = kind == PostKind.Post ? item.Title : lastWhole;
        leftOut.Comments += item.Comments;
        leftOut.Count(item, kind);
        if (kind == PostKind.Attachment)
        {
            images.Take(item);
        }

        return kind == PostKind.Post ? new(item, ItemName(item.Title), null) : null;
    }

    private string ItemName(string? title) => string.IsNullOrWhiteSpace(title) ? $"{name} item {items}" : $"{name} item {items} (“{Quoted.Shortly(title.Trim().ReplaceLineEndings(" "))}”)";

    private FailedItem CutOff(string? item)
    {
        var whole = item is null ? items : items - 1;
        var before = whole == 0 ? "no item before that is whole" : $"the {whole.ToString("N0", CultureInfo.InvariantCulture)} items before that are whole{(string.IsNullOrWhiteSpace(lastWhole) ? "" : $", the last post of them is “{Quoted.Shortly(lastWhole.Trim().ReplaceLineEndings(" "))}”")}";
        return new(item ?? name, $"The export breaks off here, at byte {text.Bytes.ToString("N0", CultureInfo.InvariantCulture)}{(item is null ? "" : ", inside this item")}; {before}.");
    }
}
