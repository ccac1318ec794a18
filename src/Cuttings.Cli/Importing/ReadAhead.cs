using Cuttings.Importing;

namespace Cuttings.Cli.Importing;

/// <summary>What is read, with all up to the first cutting read already: so it is known whether there is anything to keep before an archive is made for it.</summary>
internal sealed class ReadAhead : IAsyncDisposable
{
    private readonly List<ReadItem> first = [];
    private readonly IAsyncEnumerator<ReadItem> rest;

    private ReadAhead(IAsyncEnumerator<ReadItem> rest) => this.rest = rest;

    /// <summary>False where nothing at all could be read.</summary>
    public bool HasCutting => first is [.., { Cutting: not null }];

    public static async Task<ReadAhead> ToFirstCuttingAsync(IAsyncEnumerable<ReadItem> items, CancellationToken cancel)
    {
        var ahead = new ReadAhead(items.GetAsyncEnumerator(cancel));
        while (!ahead.HasCutting && await ahead.rest.MoveNextAsync())
        {
            ahead.first.Add(ahead.rest.Current);
        }

        return ahead;
    }

    /// <summary>Everything, from the first item on; once.</summary>
    public async IAsyncEnumerable<ReadItem> ItemsAsync()
    {
        foreach (var item in first)
        {
            yield return item;
        }

        while (await rest.MoveNextAsync())
        {
            yield return rest.Current;
        }
    }

    public ValueTask DisposeAsync() => rest.DisposeAsync();
}
