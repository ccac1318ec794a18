using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>Leaves out captions that no class gives away: lines in one small element with a picture, which end by saying whose it is.</summary>
internal static partial class Pictures
{
    private const float Longest = 400;
    private const int NodesLookedAt = 40;

    public static void Judge(PageTree tree, int root, List<BodyBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.IsKept && block.Weight < Longest && block.Kind != Tag.Heading && Credited().IsMatch(block.Text) && HasPicture(tree, root, block.Block))
            {
                block.LeaveOut("caption");
            }
        }
    }

    // The element around a block, or the one around that, as long as there is no other text in it.
    private static bool HasPicture(PageTree tree, int root, TextBlock block)
    {
        var nodes = tree.Nodes;
        for (var (up, level) = (block.Parent, 0); up > root && level < 3 && nodes[up].Weight <= block.Weight.Weight + 1; up = nodes[up].Parent, level++)
        {
            for (var n = up + 1; n < Math.Min(nodes[up].End, up + NodesLookedAt); n++)
            {
                if (nodes[n].Dom is IElement { LocalName: "img" or "picture" or "amp-img" })
                {
                    return true;
                }
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(?:photo(?:graph)?|image|picture|illustration|credit|foto|crédit)s?(?: by| credit| courtesy of)?\s?[:/] ?[^.:]{2,60}$|\((?:[^()/]{2,50}/[^()]{2,50}|(?:photo|photograph|image|picture|courtesy)\b[^()]{2,60}|AP|AFP|Reuters|Getty Images|EPA)\)\.?$|\b(?:Getty Images|AP Photo|Shutterstock|via AP|via Reuters)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Credited();
}
