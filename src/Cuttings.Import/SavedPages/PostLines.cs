using Cuttings.Dating;

namespace Cuttings.Import.SavedPages;

/// <summary>A post's lines: which are its text, and what the furniture around them tells.</summary>
internal sealed class PostLines
{
    // A headline is no whole paragraph.
    private const int LongestHeadline = 300;
    private const int MostWords = 40;
    private const int MostWordsOfSentences = 25;

    public required Post Post { get; init; }

    /// <summary>Whether what stands first is a paragraph, so that the post has no headline.</summary>
    public bool IsUntitled { get; private init; }

    public List<int> Body { get; } = [];

    /// <summary>The line with the bare date that is the post's own, or null.</summary>
    public int? Date { get; private set; }

    public PostedDate? Posted { get; private set; }

    public string? Author { get; private set; }

    public List<string> Categories { get; } = [];

    public List<string> Tags { get; } = [];

    public static PostLines Of(PageLines lines, Post post)
    {
        var found = new PostLines { Post = post, IsUntitled = IsParagraph(lines, post.Headline) };
        if (found.IsUntitled)
        {
            found.Body.Add(post.Headline);
        }

        found.Date = Posts.DateAbove(lines, post);
        found.Posted = found.Date is { } above ? lines[above].Posted : null;
        found.Gather(lines);
        return found;
    }

    private static bool IsParagraph(PageLines lines, int line)
    {
        if (lines.Length(line) > LongestHeadline)
        {
            return true;
        }

        var words = lines.Trimmed(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > MostWords || words.Length > MostWordsOfSentences && words.Count(EndsSentence) > 1 && EndsSentence(words[^1]);
    }

    private static bool EndsSentence(string word) => word.TrimEnd('”', '"', '’', ')') is [.., _, '.' or '!' or '?'];

    private void Gather(PageLines lines)
    {
        // Below a post's own foot, and below the first widget, nothing is its text.
        var (header, foot, widget) = (false, false, false);
        for (var line = Post.Headline + 1; line < Post.End; line++)
        {
            var found = lines[line];
            widget |= found.Kind == LineKind.Widget;
            if (found.Kind == LineKind.Text && !widget && !foot)
            {
                Body.Add(line);
            }
            else if (foot && (found.Name == "date" || found.Kind == LineKind.Text && Strays.IsParagraph(lines, line)))
            {
                // Here another post may have begun: what its furniture tells is not this one's.
                return;
            }
            else if (found.Kind is LineKind.PostHeader or LineKind.PostFooter or LineKind.PageTitle && !widget)
            {
                // A date among the last lines belongs to the credit above it, not to the post.
                if (found.Name == "date" && Body.Count > 0 && (header || Body.Count > 1))
                {
                    Body.Add(line);
                    continue;
                }

                header |= found.Kind == LineKind.PostHeader;
                // Above the text a line such as `Posted by Ida Lund` is the head's.
                foot |= found.Kind is LineKind.PostFooter or LineKind.PageTitle && Body.Count > 0;
                Take(line, found);
            }
        }
    }

    private void Take(int line, FurnitureLine found)
    {
        if (Posted is null && found is { Name: "date", Posted: not null })
        {
            Date = line;
        }

        Posted ??= found.Posted;
        Author ??= found.Author;
        Categories.AddRange(Names(found.Categories ?? found.Category));
        Tags.AddRange(Names(found.Tags));
    }

    private static string[] Names(string? list) => list?.Split([',', '、', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
