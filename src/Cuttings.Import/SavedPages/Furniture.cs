using System.Text.RegularExpressions;
using Cuttings.Credits;
using Cuttings.Dating;

namespace Cuttings.Import.SavedPages;

/// <summary>What a line is before its neighbours are looked at.</summary>
internal enum LineKind
{
    Blank,
    Text,
    PageTitle,
    PostHeader,
    PostFooter,
    Navigation,
    Widget,
}

/// <summary>A line of furniture and what it tells.</summary>
internal readonly record struct FurnitureLine(LineKind Kind, string Name, string? Category = null, PostedDate? Posted = null, string? Author = null, string? Categories = null, string? Tags = null);

/// <summary>The lines that a blog prints around its posts.</summary>
internal static partial class Furniture
{
    // Furniture is short; a longer line is somebody's text.
    private const int Longest = 300;

    private static readonly HashSet<string> Navigation = new(StringComparer.OrdinalIgnoreCase)
    {
        "older posts", "newer posts", "older entries", "newer entries", "previous post", "next post", "previous", "next", "home", "menu", "search", "skip to content", "skip to main content", "skip to primary content",
        "skip to secondary content", "main menu", "post navigation", "about", "contact", "continue reading", "read more", "이전 글", "다음 글", "下一页", "上一页", "下一頁", "上一頁", "main navigation", "primary menu", "page not found",
        "older post", "newer post", "blog archive", "subscribe", "rss", "top",
    };

    private static readonly HashSet<string> PostFooters = new(StringComparer.OrdinalIgnoreCase)
    {
        "leave a reply", "leave a comment", "share this", "like this", "related", "like loading...", "loading...", "share", "tweet", "print", "email", "facebook", "twitter", "permalink", "no comments", "comments off", "comments are closed",
        "bookmark the permalink", "reblog", "댓글 남기기", "댓글", "공유하기", "发表评论", "發表留言", "留言", "分享", "email this", "blogthis!", "share to twitter", "share to facebook", "share to pinterest", "reply", "edit", "trackback", "add new comment", "log in or register to post comments", "add comment", "공감", "공유",
    };

    private static readonly HashSet<string> Widgets = new(StringComparer.OrdinalIgnoreCase)
    {
        "recent posts", "recent comments", "archives", "categories", "meta", "blogroll", "tag cloud", "pages", "follow us", "follow blog via email", "최근 글", "카테고리", "近期文章", "文章分类", "分類", "links", "labels",
    };

    public static FurnitureLine Read(string line)
    {
        var text = line.Trim();
        if (text.Length == 0)
        {
            return new(LineKind.Blank, "blank");
        }

        if (text.Length > Longest)
        {
            return new(LineKind.Text, "");
        }

        if (PageTitle().Match(text) is { Success: true } title)
        {
            var named = title.Groups[1].Value.ToLowerInvariant();
            var isCategory = named.StartsWith("cat", StringComparison.Ordinal) || named is "카테고리" or "分类" or "分類";
            return new(LineKind.PageTitle, "page title", Category: isCategory ? title.Groups[2].Value.Trim() : null);
        }

        if (ArchiveFor().Match(text) is { Success: true } archive)
        {
            return new(LineKind.PageTitle, "page title", Category: archive.Groups[2].Value == "Category" ? archive.Groups[1].Value : null);
        }

        if (Posted().Match(text) is { Success: true } posted && (Date(posted.Groups[1].Value, out var date) || posted.Groups[1].Value.Any(char.IsAsciiDigit)))
        {
            return Header(posted.Groups[1].Value, date, posted.Groups[2].Value);
        }

        if (ByOn().Match(text) is { Success: true } byOn && PrintedDate.TryParse(byOn.Groups[2].Value, out date))
        {
            return new(LineKind.PostHeader, "post header", Posted: date, Author: Or(byOn.Groups[1].Value));
        }

        if (DateAndMore().Match(text) is { Success: true } more && PrintedDate.TryParse(more.Groups[1].Value.Trim(), out date))
        {
            return new(LineKind.PostHeader, "post header", Posted: date);
        }

        if (DateFirst().Match(text) is { Success: true } dated && PrintedDate.TryParse(dated.Groups[1].Value, out date))
        {
            // `11/18/2025 | Harbour Week` below a text is a credit: its place decides.
            return new(LineKind.PostHeader, text.Contains('|') ? "date" : "post header", Posted: date, Author: Or(dated.Groups[2].Value));
        }

        if (Submitted().Match(text) is { Success: true } submitted)
        {
            return Header(submitted.Groups[2].Value, PrintedDate.TryParse(submitted.Groups[2].Value, out date) ? date : null, submitted.Groups[1].Value);
        }

        if (PostedAt().Match(text) is { Success: true } at)
        {
            return new(LineKind.PostFooter, "post footer", Author: Or(at.Groups[1].Value), Categories: Or(at.Groups[2].Value));
        }

        if (PrintedDate.TryParse(text, out date))
        {
            return new(LineKind.PostHeader, "date", Posted: date);
        }

        if (FootLine.Read(text) is { } foot)
        {
            return foot;
        }

        if (PostedIn().Match(FootLine.WithoutCounts(text)) is { Success: true } filed && filed.Groups[2].Value.Split(' ').Length <= 6)
        {
            var parts = filed.Groups[1].Value.Split('|', StringSplitOptions.TrimEntries);
            var tagged = parts.FirstOrDefault(part => part.StartsWith("Tagged ", StringComparison.OrdinalIgnoreCase));
            return new(LineKind.PostFooter, "filed under", Categories: Or(parts[0].Trim(' ', ',')), Author: Or(filed.Groups[2].Value), Tags: tagged?[7..]);
        }

        if (Tags().Match(text) is { Success: true } tags)
        {
            return new(LineKind.PostFooter, "tags", Tags: Or(tags.Groups[1].Value));
        }

        var bare = text.Trim('←', '→', '«', '»', '‹', '›', '…', '.', ':', '|', ' ', '[', ']', '#', '·', '↑');
        if (Widgets.Contains(bare) || Copyright().IsMatch(text))
        {
            return new(LineKind.Widget, "widget");
        }

        if (PostFooters.Contains(bare) || Comments().IsMatch(text))
        {
            return new(LineKind.PostFooter, "post footer");
        }

        if (bare.Length == 0 && text.IndexOfAny(['←', '→', '«', '»', '|', '·']) >= 0 || Navigation.Contains(bare) || PageNumbers().IsMatch(text) || Arrow().IsMatch(text))
        {
            return new(LineKind.Navigation, "navigation");
        }

        return new(LineKind.Text, "");
    }

    // 03/04/2011 may be either day: it is left empty, and the report says why.
    private static FurnitureLine Header(string printed, PostedDate? date, string author) =>
        new(LineKind.PostHeader, date is null && !string.IsNullOrWhiteSpace(printed) ? "post header, its date can be read two ways or not at all" : "post header", Posted: date, Author: Or(author));

    private static bool Date(string text, out PostedDate? date)
    {
        date = null;
        return string.IsNullOrWhiteSpace(text) || PrintedDate.TryParse(text, out date);
    }

    private static string? Or(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().TrimEnd('.');

    [GeneratedRegex(@"^(Category|Category Archives|Categories|Monthly Archives|Daily Archives|Yearly Archives|Tag|Tag Archives|Archive for(?: the)?|Browse|카테고리|分类|分類)\s*[:：]\s*(\S.{0,120})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageTitle();

    [GeneratedRegex(@"^Archive for the [‘'“""](.{1,80})[’'”""] (Category|Tag)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ArchiveFor();

    [GeneratedRegex(@"^Posted on[:\s]*(.{0,48}?)(?:\s*\bby\b[:\s]*(.{0,80}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Posted();

    [GeneratedRegex(@"^(?:posted |written |published )?by\s+(.{1,60}?)\s*(?:,|on|\||·|•|at)\s+(.{6,48})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByOn();

    [GeneratedRegex(@"^(?:작성일[:：]?\s*|发表于\s*|發表於\s*)?(.{6,40}?)\s*(?:\||·|•|—|–|\bby\b|작성자[:：]?|作者[:：]?|由)\s*(?:by\s+|작성자[:：]?\s*|作者[:：]?\s*)?(.{1,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateFirst();

    [GeneratedRegex(@"^(?:This entry was )?(?:posted in|filed under|filed in|분류[:：]|发布于|發佈於)\s*[:：]?\s*(.{0,160}?)(?:\s+by\s+(.{0,60}?))?(?:\.\s*Bookmark the permalink)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostedIn();

    // Drupal: `Submitted by X on Thu, 05/22/2008 - 10:32`.
    [GeneratedRegex(@"^Submitted by (.{1,60}?) on (?:\p{L}{3,9},?\s+)?(.{6,30}?)(?:\s+[-–—]\s+\d{1,2}:\d{2}(?:\s*[ap]m)?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Submitted();

    // Blogger and TypePad: `Posted by X at 9:12 AM in A, B | Permalink | Comments (0)`; the day stands elsewhere.
    [GeneratedRegex(@"^Posted by (.{1,60}?) at \d{1,2}:\d{2}(?:\s*[AP]M)?(?: in ([^|]{1,120}?))?(?:\s*\|.{0,120})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostedAt();

    // A date with the time of day, or with how long the reading takes, or in parentheses.
    [GeneratedRegex(@"^\(?\s*(.{6,40}?)(?:\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?\s*\)?|\s*[•·|—-]\s*\d{1,3} min read)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DateAndMore();

    [GeneratedRegex(@"^(?:Tags|Tagged|Tagged with|Labels|태그|标签|標籤)(?:\s*[:：]\s*|\s+)(\S.{0,200})$|^(?:Tags|Tagged|Labels|태그|标签|標籤)\s*[:：]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^(?:\d+ (?:comments?|replies|responses|notes|likes?)\b.{0,60}|comments \(\d+\)|\d+ thoughts? on .{1,200}|댓글 \d+개|阅读\s*[(（]\d+.{0,60}|.{1,60}['’]s blog|\d+ 条评论)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^(?:page )?\d{1,4}(?:\s+(?:of\s+)?(?:\d{1,4}|…|\.\.\.|next|»|→))+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageNumbers();

    [GeneratedRegex(@"^[←«‹]\s*\S.{0,120}$|^\S.{0,120}\s*[→»›]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?:©|\(c\)\s|copyright\s|powered by\b|proudly powered|theme:|all rights reserved)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Copyright();
}
