using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Body;

/// <summary>Finds where the article ends: at a line that says what follows is something else, unless much prose follows it.</summary>
internal static partial class Ends
{
    private const float TooMuchAfter = 0.35f;

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
            if (before > 100 && total - before < TooMuchAfter * total)
            {
                for (var after = n + 1; after < blocks.Count; after++)
                {
                    blocks[after].LeaveOut("after the end");
                }

                return;
            }

            // What stands below it in the middle of an article is a list or a teaser or two, until prose goes on.
            for (var after = n + 1; after < blocks.Count && !blocks[after].IsProse && blocks[after].Kind != Tag.Heading; after++)
            {
                blocks[after].LeaveOut("below an end");
            }
        }
    }

    private static bool IsEnd(BodyBlock block) => Phrases.Of(block.Text, block.Weight) == PhraseKind.End || Counted().IsMatch(block.Text);

    [GeneratedRegex(@"^(?:\(?\d{1,6}\)? (?:comments?|replies|responses|thoughts? on .{1,100})|(?:comments?|replies|댓글|评论|評論|コメント)\s?[:(（]?\s?\d{1,6}\s?[)）]?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();

    private static float Prose(BodyBlock block) => block.IsKept ? block.Block.Prose : 0;
}
