namespace Cuttings.Import.Pages.Body;

/// <summary>Leaves out what the text says twice: a paragraph printed again, and a pull quote that stands in a paragraph as well.</summary>
internal static class Repeats
{
    private const float Shortest = 40;
    private const int MostQuotes = 40;
    private const float LeastQuote = 60;
    private const int Piece = 20;
    private const int LongestText = 400_000;

    public static void Judge(PageTree tree, List<BodyBlock> blocks)
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
                // A copy stands elsewhere (for print, for a phone); a refrain stands among the same paragraphs, or in another section of the same make.
                if (seen[plain] != block.Container && Boxes.Make(tree, seen[plain]) != Boxes.Make(tree, block.Container))
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

        quotes.AddRange(blocks.Where(block => block is { LeftOut: nameof(Traits.Pullquote), IsQuotation: true, Weight: > LeastQuote } && block.Block.Weight.Sentences > 0));
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
            else if (!quote.IsKept && !IsAnyOf(prose, plain))
            {
                // A quotation that is only set like one and said nowhere else.
                quote.Keep();
            }
        }
    }

    // Pull quotes are shortened and joined: one piece of it in a paragraph is enough.
    private static bool IsAnyOf(List<string> prose, string plain)
    {
        for (var at = 0; at + Piece <= plain.Length; at += Piece)
        {
            var piece = plain.Substring(at, Piece);
            if (prose.Exists(text => text.Contains(piece, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
