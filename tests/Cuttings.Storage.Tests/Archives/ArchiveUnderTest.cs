using Cuttings.Archiving;
using Cuttings.Storage;
using Xunit;

namespace Cuttings.Storage.Tests.Archives;

/// <summary>A new, empty archive for each spec, on whichever database the spec is for.</summary>
public abstract class ArchiveUnderTest : IAsyncLifetime
{
    protected IArchive Archive { get; private set; } = null!;

    protected string Address { get; private set; } = null!;

    protected abstract string NewAddress();

    public async ValueTask InitializeAsync()
    {
        Address = NewAddress();
        Archive = await ArchiveOpener.OpenAsync(Address, OpenMode.CreateIfMissing, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (Archive is not null)
        {
            await Archive.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected Task<StoredCutting> AddAsync(Cutting cutting) => WriteAsync(session => session.AddAsync(cutting, null));

    protected async Task<T> WriteAsync<T>(Func<IWriteSession, ValueTask<T>> write)
    {
        await using var session = await Archive.BeginAsync();
        var result = await write(session);
        await session.CommitAsync();
        return result;
    }
}
