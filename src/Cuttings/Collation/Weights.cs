using System.Collections.Frozen;

namespace Cuttings.Collation;

/// <summary>How much a shared word says: one that stands in few sentences of the source says more than "the".</summary>
internal sealed class Weights
{
    private const float FunctionWord = 0.25f;
    private static readonly FrozenSet<string> Function = WordLists.English.Set("function");
    private readonly bool[] function;

    public Weights(ScannedText cutting, ScannedText source, int keys)
    {
        function = new bool[keys];
        Rarity = new float[keys];
        var known = new bool[keys];
        for (var n = 0; n < cutting.Words.Count; n++)
        {
            var key = cutting.Words[n].Key;
            if (!known[key])
            {
                known[key] = true;
                function[key] = cutting.Words[n].End - cutting.Words[n].Start <= 8 && Function.Contains(Spelling.Folded(cutting[n]));
            }
        }

        var seen = new int[keys];
        var sentences = new int[keys];
        for (var sentence = 0; sentence < source.Sentences.Count; sentence++)
        {
            var run = source.Sentences[sentence].Words;
            for (var word = run.Start; word < run.End; word++)
            {
                var key = source.Words[word].Key;
                if (key >= 0 && seen[key] != sentence + 1)
                {
                    seen[key] = sentence + 1;
                    sentences[key]++;
                }
            }
        }

        for (var key = 0; key < keys; key++)
        {
            Rarity[key] = MathF.Log(1 + (source.Sentences.Count / (float)Math.Max(1, sentences[key]))) * (function[key] ? FunctionWord : 1);
        }
    }

    /// <summary>For each key what sharing it says.</summary>
    public float[] Rarity { get; }

    /// <summary>A word that any sentence may have.</summary>
    public bool IsFunction(int key) => key >= 0 && function[key];
}
