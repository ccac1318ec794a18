namespace Cuttings.Import.Pages.Body;

/// <summary>Finds where the article ends: at a line that says what follows is something else, unless much prose follows it.</summary>
internal static class Ends
{
    private const float TooMuchAfter = 0.35f;

    public static void Judge(List<BodyBlock> blocks)
    {
        var total = blocks.Sum(Prose);
        var before = 0f;
        for (var n = 0; n < blocks.Count; n++)
        {
            before += Prose(blocks[n]);
            if (!blocks[n].IsKept || blocks[n].Weight > 120 || Phrases.Of(blocks[n].Text, blocks[n].Weight) != PhraseKind.End)
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

    private static float Prose(BodyBlock block) => block.IsKept ? block.Block.Prose : 0;
}
