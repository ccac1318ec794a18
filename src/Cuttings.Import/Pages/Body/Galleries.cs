using System.Globalization;
using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Body;

/// <summary>Leaves out a gallery inside an article: pictures counted `1/12`, `2/12`, each with a few lines below, where the text beside them stands by itself.</summary>
internal static partial class Galleries
{
    private const int Fewest = 3;
    private const float EnoughBeside = 250;

    public static void Judge(PageTree tree, int root, List<BodyBlock> blocks)
    {
        var pictures = Pictures(blocks);
        if (pictures.Count < Fewest)
        {
            return;
        }

        // The innermost element around all of them.
        var nodes = tree.Nodes;
        var gallery = pictures[0].Block.Parent;
        while (gallery > root && pictures[^1].Block.First >= nodes[gallery].End)
        {
            gallery = nodes[gallery].Parent;
        }

        var end = nodes[gallery].End;
        if (gallery <= root || blocks.Where(block => block.IsProse && (block.Block.First < gallery || block.Block.First >= end)).Sum(block => block.Block.Prose) < EnoughBeside)
        {
            return;
        }

        foreach (var block in blocks)
        {
            if (block.Block.First > gallery && block.Block.First < end)
            {
                block.LeaveOut("gallery");
            }
        }
    }

    // Counted from one, each one more than the one before, of one total.
    private static List<BodyBlock> Pictures(List<BodyBlock> blocks)
    {
        var pictures = new List<BodyBlock>();
        var total = "";
        foreach (var block in blocks)
        {
            if (Counted().Match(block.Text) is { Success: true } match && int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) == pictures.Count + 1 && (pictures.Count == 0 || match.Groups["of"].Value == total))
            {
                pictures.Add(block);
                total = match.Groups["of"].Value;
            }
        }

        return pictures;
    }

    [GeneratedRegex(@"^(?<n>\d{1,3})\s?(?:/|of)\s?(?<of>\d{1,3})\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Counted();
}
