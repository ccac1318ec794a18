namespace Cuttings.Storage.Search;

/// <summary>Facet values by number; kept beside the index, and read anew with it.</summary>
internal sealed class Ordinals
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> labels = [];

    public int Count
    {
        get
        {
            lock (labels)
            {
                return labels.Count;
            }
        }
    }

    public string this[int ordinal]
    {
        get
        {
            lock (labels)
            {
                return labels[ordinal];
            }
        }
    }

    public int Of(string label)
    {
        lock (labels)
        {
            if (!numbers.TryGetValue(label, out var ordinal))
            {
                numbers[label] = ordinal = labels.Count;
                labels.Add(label);
            }

            return ordinal;
        }
    }

    public string Write()
    {
        lock (labels)
        {
            return string.Join('\n', labels);
        }
    }

    public static Ordinals Read(string text)
    {
        var ordinals = new Ordinals();
        foreach (var label in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            ordinals.Of(label);
        }

        return ordinals;
    }
}
