using System.Collections.Immutable;

namespace Cuttings.Import.Feeds;

/// <summary>What was wrong with a feed and has been mended or passed over, each once.</summary>
internal sealed class Damage
{
    private readonly List<string> sentences = [];

    public void Add(string sentence)
    {
        if (sentences.Count < FeedLimits.MostDamage && !sentences.Contains(sentence))
        {
            sentences.Add(sentence);
        }
    }

    public ImmutableArray<string> ToImmutable() => [.. sentences];
}
