using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>Leaves out captions that no class gives away: lines in one small element with a picture, which end by saying whose it is, and lines that say what the picture before them is called.</summary>
internal static partial class Pictures
{
    private const float Longest = 400;
    private const float ShortestCalled = 12;
    private const int NodesLookedAt = 40;
    private const int NodesBefore = 12;

    public static void Judge(PageTree tree, int root, List<BodyBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.IsKept && block.Weight < Longest && block.Kind != Tag.Heading && (Credited().IsMatch(block.Text) && HasPicture(tree, root, block.Block) || IsCalled(tree, root, block)))
            {
                block.LeaveOut("caption");
            }
        }
    }

    // The picture's alternative text, printed below it.
    private static bool IsCalled(PageTree tree, int root, BodyBlock block)
    {
        for (var n = block.Block.First - 1; block.Weight > ShortestCalled && n > Math.Max(root, block.Block.First - NodesBefore); n--)
        {
            if (tree.Nodes[n].Dom is IElement { LocalName: "img" or "amp-img" } picture && picture.GetAttribute("alt") is { Length: > 0 } alt && alt.Length > block.Text.Length - 8 && Lines.Plain(alt) == Lines.Plain(block.Text))
            {
                return true;
            }
        }

        return false;
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

    [GeneratedRegex(@"^(?:Fot|Foto|Phot|Photo|Bild|Abb|Zdj)\.\s\S.{2,60}$|\b(?:photo(?:graph)?|image|picture|illustration|credit|foto|crédit)s?(?: by| credit| courtesy of)?\s?[:/] ?[^.:]{2,60}$|\((?:[^()/]{2,50}/[^()]{2,50}|(?:photo|photograph|image|picture|courtesy)\b[^()]{2,60}|AP|AFP|Reuters|Getty Images|EPA)\)\.?$|\b(?:Getty Images|AP Photo|Shutterstock|via AP|via Reuters)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Credited();
}
