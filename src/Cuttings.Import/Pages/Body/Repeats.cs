namespace Cuttings.Import.Pages.Body;

/// <summary>Leaves out what the text says twice: a paragraph printed again, and a pull quote that stands in a paragraph as well.</summary>
internal static class Repeats
{
    private const float Shortest = 40;
    private const int MostQuotes = 40;
    private const int LongestText = 400_000;

    public static void Judge(List<BodyBlock> blocks)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var quotes = new List<BodyBlock>();
        var prose = new List<string>();
        foreach (var block in blocks)
        {
            if (!block.IsKept || block.Weight < Shortest || block.Kind == Tag.Row)
            {
                continue;
            }

            var plain = Lines.Plain(block.Text);
            if (!seen.TryAdd(plain, block.Container))
            {
                // A copy stands elsewhere (for print, for a phone); a refrain stands among the same paragraphs.
                if (seen[plain] != block.Container)
                {
                    block.LeaveOut("repeated");
                }
            }
            else if (block.Kind is Tag.Quotation or Tag.Heading or Tag.Figure || block.IsQuotation)
            {
                quotes.Add(block);
            }
            else
            {
                prose.Add(plain);
            }
        }

        if (quotes.Count is 0 or > MostQuotes || prose.Sum(text => text.Length) > LongestText)
        {
            return;
        }

        foreach (var quote in quotes)
        {
            var plain = Lines.Plain(quote.Text);
            if (prose.Exists(text => text.Length > plain.Length && text.Contains(plain, StringComparison.Ordinal)))
            {
                quote.LeaveOut("pull quote");
            }
        }
    }
}
