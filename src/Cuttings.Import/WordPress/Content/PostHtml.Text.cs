namespace Cuttings.Import.WordPress.Content;

/// <summary>Text and line ends.</summary>
internal sealed partial class PostHtml
{
    private void Text(int from, int to)
    {
        if (preformatted > 0 || !blocks.LinesCount && !source.AsSpan(from, to - from).Contains("://", StringComparison.Ordinal))
        {
            Raw(source.AsSpan(from, to - from));
            return;
        }

        for (var at = from; at < to;)
        {
            var end = source.IndexOf('\n', at, to - at);
            var line = source.AsSpan(at, (end < 0 ? to : end) - at);
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty)
            {
                if (IsAddress(trimmed) && (edge || breaks > 0 || at > from) && (end >= 0 || to == source.Length || source[to] == '<'))
                {
                    Inline($"<a href=\"{trimmed}\">{trimmed}</a>");
                }
                else
                {
                    Inline(line);
                }
            }
            else if (!line.IsEmpty && breaks == 0)
            {
                Raw(" ");
            }

            if (end < 0)
            {
                return;
            }

            if (blocks.LinesCount)
            {
                breaks++;
            }
            else
            {
                Raw("\n");
            }

            at = end + 1;
        }
    }

    /// <summary>What stands inside a paragraph: the line ends before it count now.</summary>
    private void Inline(ReadOnlySpan<char> markup)
    {
        if (breaks > 1)
        {
            html.Append("<p>");
        }
        else if (breaks == 1)
        {
            html.Append(edge ? " " : "<br>");
        }

        (breaks, edge) = (0, false);
        html.Append(markup);
    }

    private void Raw(ReadOnlySpan<char> markup)
    {
        html.Append(markup);
        edge &= markup.IsWhiteSpace();
    }

    /// <summary>What parts paragraphs by itself: line ends beside it do not count.</summary>
    private void Boundary(ReadOnlySpan<char> markup = default)
    {
        (breaks, edge) = (0, true);
        html.Append(markup.IsEmpty ? "<p>" : markup);
    }

    private static bool IsAddress(ReadOnlySpan<char> line) =>
        (line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && line.IndexOfAny(" \t\"<>") < 0;
}
