using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Body;

/// <summary>Finds where the article ends: at a line that says what follows is something else, unless much prose follows it.</summary>
internal static partial class Ends
{
    private const float TooMuchAfter = 0.35f;
    private const float TooMuchAmongTheSame = 0.08f;

    public static void Judge(List<BodyBlock> blocks)
    {
        var total = blocks.Sum(Prose);
        var before = 0f;
        for (var n = 0; n < blocks.Count; n++)
        {
            before += Prose(blocks[n]);
            if (!blocks[n].IsKept || blocks[n].Weight > 120 || !IsEnd(blocks[n]))
            {
                continue;
            }

            blocks[n].LeaveOut("end");
            if (before > 100 && total - before < TooMuchAfter * total && Same(blocks, n) < TooMuchAmongTheSame * total)
            {
                for (var after = n + 1; after < blocks.Count; after++)
                {
                    blocks[after].LeaveOut("after the end");
                }

                return;
            }

            var container = Above(blocks, n);
            // What stands below it in the middle of an article is a list or a teaser or two, until prose goes on.
            for (var after = n + 1; after < blocks.Count && !GoesOn(blocks[after], container); after++)
            {
                blocks[after].LeaveOut("below an end");
            }
        }
    }

    private static bool IsEnd(BodyBlock block) => Phrases.Of(block.Text, block.Weight) == PhraseKind.End || Counted().IsMatch(block.Text);

    [GeneratedRegex(@"^(?:\(?\d{1,6}\)? (?:comments?|replies|responses|thoughts? on .{1,100})|(?:comments?|replies|댓글|评论|評論|コメント)\s?[:(（]?\s?\d{1,6}\s?[)）]?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();

    private static bool GoesOn(BodyBlock block, int container) =>
        block.IsProse || block.Kind == Tag.Heading || block.Container == container && block.Kind == Tag.Paragraph && block.Block.Weight.Sentences > 0 && block.LinkShare < 0.5f;

    private static int Above(List<BodyBlock> blocks, int end) => end > 0 && blocks.FindLastIndex(end - 1, block => block.IsProse) is >= 0 and var above ? blocks[above].Container : -1;

    // Prose below it among the same paragraphs as above: then it stands in the middle of them.
    private static float Same(List<BodyBlock> blocks, int end)
    {
        var container = Above(blocks, end);
        return blocks.Skip(end + 1).Where(block => block.Container == container).Sum(Prose);
    }

    private static float Prose(BodyBlock block) => block.IsKept ? block.Block.Prose : 0;
}
