namespace Cuttings.Excerpts;

/// <summary>Names a text that has no headline by the words it opens with.</summary>
public static class OpeningWords
{
    /// <summary>The first words of a text, up to a length, with … where more follow; null where there are none.</summary>
    public static string? Of(Excerpt text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.Blocks.Select(block => block.Html.ToText().ReplaceLineEndings(" ").Trim()).FirstOrDefault(block => block.Length > 0);
        return line is null ? null : Of(line, longest);
    }

    /// <summary>The first words of a line, up to a length, with … where more follow.</summary>
    public static string Of(string line, int longest)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Length <= longest)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', longest - 1);
        cut = cut < longest / 2 ? longest - 1 : cut;
        cut -= char.IsHighSurrogate(line[cut - 1]) ? 1 : 0;
        return line[..cut].TrimEnd(' ', ',', ';', ':') + "…";
    }
}
