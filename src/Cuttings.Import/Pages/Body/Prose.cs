namespace Cuttings.Import.Pages.Body;

/// <summary>How much a block reads like a paragraph of an article: long enough, with sentences, little of it in links.</summary>
internal static class Prose
{
    private const float Shortest = 25;
    private const float Sure = 140;
    private const float Most = 900;

    public static float Of(TextBlock block)
    {
        var weight = block.Weight.Weight;
        if (weight < Shortest || block.Kind == Tag.Heading)
        {
            return 0;
        }

        var own = 1 - block.LinkShare;
        var length = Math.Clamp((weight - Shortest) / (Sure - Shortest), 0.05f, 1);
        var sentences = block.Weight.Sentences > 0 ? 1f : block.Weight.Commas > 1 ? 0.6f : 0.3f;
        var kind = block.Kind switch
        {
            Tag.Item => 0.6f,
            Tag.Row or Tag.Caption => 0.3f,
            Tag.Cell => 0.8f,
            Tag.Paragraph => 1.1f,
            _ => 1f,
        };
        return Math.Min(weight, Most) * own * own * length * sentences * kind;
    }
}
