using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>Leaves out the lines about the writer that end an article: they begin with the writer's name, or stand in italics and say who somebody is.</summary>
internal static partial class AuthorLives
{
    private const int BlocksLookedAt = 3;
    private const float Longest = 700;

    public static void Judge(PageTree tree, List<BodyBlock> blocks, BodyHints hints)
    {
        var kept = blocks.Where(block => block.IsKept).TakeLast(BlocksLookedAt).ToList();
        if (blocks.Count(block => block.IsProse) < 3)
        {
            return;
        }

        for (var n = kept.Count - 1; n >= 0; n--)
        {
            if (kept[n].Weight < Longest && ((IsWriter(kept[n].Text, hints) || IsUnderName(kept, n)) && Life().IsMatch(kept[n].Text) || Work().IsMatch(kept[n].Text) && IsItalic(tree, kept[n].Block)))
            {
                for (var after = IsUnderName(kept, n) ? n - 1 : n; after < kept.Count; after++)
                {
                    kept[after].LeaveOut("author's life");
                }

                kept.RemoveAll(block => !block.IsKept);
                n = Math.Min(n, kept.Count);
            }
        }
    }

    // `Nora Quill`, and below it: `Nora Quill has covered …`.
    private static bool IsUnderName(List<BodyBlock> kept, int at) =>
        at > 0 && kept[at - 1] is { Weight: > 5 and < 40, Text: var name } && kept[at].Text.StartsWith(name, StringComparison.Ordinal) && kept[at].Container != kept[0].Container;

    private static bool IsWriter(string text, BodyHints hints) => hints.Writers?.Any(writer => writer.Length > 3 && text.StartsWith(writer, StringComparison.OrdinalIgnoreCase)) == true;

    private static bool IsItalic(PageTree tree, TextBlock block)
    {
        var nodes = tree.Nodes;
        var (italic, total) = (0f, 0f);
        for (var n = block.First; n <= block.Last; n++)
        {
            if (nodes[n].Tag != Tag.Text)
            {
                continue;
            }

            total += nodes[n].Weight;
            for (var up = nodes[n].Parent; up > block.Parent; up = nodes[up].Parent)
            {
                if (((IElement)nodes[up].Dom).LocalName is "em" or "i")
                {
                    italic += nodes[n].Weight;
                    break;
                }
            }
        }

        return italic > 0.9f * total;
    }

    [GeneratedRegex(@"^(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|The Rev)\.? )?\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]+){1,4},? (?:is|was|are|writes|covers|reports|teaches|works|lives|edits|serves|joined|holds|studies|has (?:written|covered|been|worked|reported)|can be|contributed)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Life();

    // Without the writer's name to go by, the line has to say what somebody does.
    [GeneratedRegex(@"^(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|The Rev)\.? )?\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]+){1,4},? (?:(?:writes|covers|reports|teaches|works|lives|edits|serves|joined|studies|has (?:written|covered|worked|reported)|can be reached|contributed) |(?:is|was|are)\b.{0,160}?\b(?:writer|reporter|editor|author|journalist|correspondent|columnist|professor|lecturer|fellow|director|researcher|contributor|founder|producer|critic|novelist|poet|historian|host|president|chief|student|photographer|teacher|blogger|staff|freelancer?|consultant|analyst|scientist|lawyer|activist|chair|member|engineer|artist|economist)s?\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Work();
}
