using Cuttings.Sources;

namespace Cuttings.Import.WebArchives;

/// <summary>Opens the records of a snapshot.</summary>
public static class SnapshotOpener
{
    /// <summary>The page that the records hold, content encodings undone; null where there is none, or where they are damaged.</summary>
    public static async ValueTask<KeptPage?> OpenAsync(ReadOnlyMemory<byte> records, CancellationToken cancel = default)
    {
        using var bytes = new MemoryStream(records.ToArray(), writable: false);
        await foreach (var item in WarcReader.ReadAsync(bytes, cancel))
        {
            if (item.Record is { Type: WarcType.Response } response)
            {
                return await CapturedPage.ReadAsync(response, cancel) is { IsWhole: true } page && response.BlockDigest != DigestVerdict.Differs
                    ? new(page.Address, page.ContentType, page.Content)
                    : null;
            }
        }

        return null;
    }
}
