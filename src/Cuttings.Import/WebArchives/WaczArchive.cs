namespace Cuttings.Import.WebArchives;

/// <summary>A file of a WACZ that holds records.</summary>
/// <param name="Name">Its path in the WACZ.</param>
/// <param name="Content">Its bytes, in a temporary file.</param>
/// <param name="Damage">What is wrong with it as a file; its records have damage of their own.</param>
public sealed record WaczArchive(string Name, Stream Content, IReadOnlyList<Damage> Damage) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
