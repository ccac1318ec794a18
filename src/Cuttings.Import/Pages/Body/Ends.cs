using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Body;

/// <summary>Finds where the article ends: at a line that says what follows is something else, unless much prose follows it.</summary>
internal static partial class Ends
{
    private const float TooMuchAfter = 0.35f;
    private const float TooMuchAmongTheSame = 0.08f;
    private const int FewestSections = 2;

    public static void Judge(PageTree tree, List<BodyBlock> blocks)
    {
        var total = blocks.Sum(Prose);
        var after = Sums(blocks);
        var (before, container) = (0f, -1);
        for (var n = 0; n < blocks.Count; n++)
        {
            before += Prose(blocks[n]);
            after[blocks[n].Container] -= Prose(blocks[n]);
            container = blocks[n].IsProse ? blocks[n].Container : container;
            if (!blocks[n].IsKept || blocks[n].Weight > 120 || !IsEnd(blocks[n]))
            {
                continue;
            }

            blocks[n].LeaveOut("end");
            if (before > 100 && total - before < TooMuchAfter * total && after.GetValueOrDefault(container) < TooMuchAmongTheSame * total)
            {
                var next = Next(tree, blocks, n);
                for (var rest = n + 1; rest < next; rest++)
                {
                    blocks[rest].LeaveOut("after the end");
                }

                n = next - 1;
                continue;
            }

            // What stands below it in the middle of an article is a list or a teaser or two, until prose goes on.
            for (var below = n + 1; below < blocks.Count && !GoesOn(blocks[below], container); below++)
            {
                after[blocks[below].Container] -= Prose(blocks[below]);
                blocks[below].LeaveOut("below an end");
            }
        }
    }

    // `See also` as one section of several ends with the next heading of its rank.
    private static int Next(PageTree tree, List<BodyBlock> blocks, int at)
    {
        var sections = 0;
        for (var n = 0; n < at; n++)
        {
            sections += blocks[n].IsKept && IsBeside(tree, blocks[at], blocks[n]) ? 1 : 0;
        }

        if (sections < FewestSections)
        {
            return blocks.Count;
        }

        var next = at + 1;
        while (next < blocks.Count && !(blocks[next].IsKept && IsBeside(tree, blocks[at], blocks[next]) && !IsEnd(blocks[next])))
        {
            next++;
        }

        return next;
    }

    private static bool IsBeside(PageTree tree, BodyBlock one, BodyBlock other) =>
        one.Kind == Tag.Heading && other.Kind == Tag.Heading && one.Name == other.Name && Boxes.Make(tree, one.Container) == Boxes.Make(tree, other.Container);

    private static bool IsEnd(BodyBlock block) => Phrases.Of(block.Text, block.Weight) == PhraseKind.End || Counted().IsMatch(block.Text);

    [GeneratedRegex(@"^(?:\(?\d{1,6}\)? (?:comments?|replies|responses|thoughts? on .{1,100})|(?:comments?|replies|댓글|评论|評論|コメント)\s?[:(（]?\s?\d{1,6}\s?[)）]?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();

    private static bool GoesOn(BodyBlock block, int container) =>
        block.IsProse || block.Kind == Tag.Heading || block.Container == container && block.Kind == Tag.Paragraph && block.Block.Weight.Sentences > 0 && block.LinkShare < 0.5f;

    // Prose below an end among the same paragraphs as above it: then the end stands in the middle of them.
    private static Dictionary<int, float> Sums(List<BodyBlock> blocks)
    {
        var sums = new Dictionary<int, float>();
        foreach (var block in blocks)
        {
            sums[block.Container] = sums.GetValueOrDefault(block.Container) + Prose(block);
        }

        return sums;
    }

    private static float Prose(BodyBlock block) => block.IsKept ? block.Block.Prose : 0;
}
