using Cuttings.Excerpts;
using Cuttings.Import.Html;

namespace Cuttings.Import.WordPress.Content;

/// <summary>Tags.</summary>
internal sealed partial class PostHtml
{
    private int Tag(PostTag tag, int at)
    {
        var end = tag.End;
        var markup = source.AsSpan(at, end - at);
        switch (tag.Name)
        {
            case "br":
                breaks = breaks == 1 ? 0 : breaks;
                Inline("");
                Boundary("<br>");
                return end;
            case "hr":
                HasRules = true;
                Boundary("<p>* * *</p>");
                return end;
            case "script" or "style":
                return tag.Closes ? end : EndAfter(tag.Name, end) ?? source.Length;
            case "figcaption" when !tag.Closes && keptCaptions == 0:
                return DropCaption(tag, end);
            case "figure":
                keptCaptions = tag.Closes ? Math.Max(0, keptCaptions - 1) : keptCaptions > 0 || tag.HasClass("wp-block-table") || tag.HasClass("wp-block-pullquote") ? keptCaptions + 1 : 0;
                Boundary(markup);
                return end;
            case "td" or "th":
                if (!tag.Closes)
                {
                    Boundary(inRow ? " | " : " ");
                    inRow = true;
                }

                edge = true;
                return end;
            case "tr":
                inRow = false;
                Boundary(markup);
                return end;
            case "pre":
                preformatted = tag.Closes ? Math.Max(0, preformatted - 1) : preformatted + 1;
                Boundary(markup);
                return end;
            case "a" when !tag.Closes:
                Inline(Anchor(tag, markup));
                return end;
        }

        if (!tag.Closes && (tag.HasClass("wp-caption-text") || tag.HasClass("gallery-caption")))
        {
            return DropCaption(tag, end);
        }

        if (HtmlNames.Blocks.Contains(tag.Name))
        {
            Boundary(markup);
        }
        else
        {
            Inline(markup);
        }

        return end;
    }

    private int DropCaption(PostTag tag, int end)
    {
        if (EndAfter(tag.Name, end) is not { } after)
        {
            return end;
        }

        Dropped.Add("caption: " + source[end..after]);
        Boundary();
        return after;
    }

    // The place after the end tag of what begins here; null where it has none.
    private int? EndAfter(string name, int from)
    {
        if (endless.Contains(name))
        {
            return null;
        }

        var last = source.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        var close = last < 0 ? -1 : source.IndexOf('>', last);
        if (close < 0)
        {
            endless.Add(name);
            return null;
        }

        return close + 1;
    }

    // A blog writes its own addresses without its name: `/wp-content/uploads/map.pdf`.
    private ReadOnlySpan<char> Anchor(PostTag tag, ReadOnlySpan<char> markup)
    {
        var target = tag.Value("href")?.Trim() ?? "";
        if (target.Length is 0 or > 4000 || address is null || target[0] == '#' || target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('/') && !target.StartsWith('?'))
        {
            return markup;
        }

        return Uri.TryCreate(address, target, out var absolute) ? $"<a href=\"{InlineHtml.Encode(absolute.AbsoluteUri)}\">" : markup;
    }
}
