using System.Runtime.CompilerServices;

namespace Cuttings.Import.WebArchives;

/// <summary>Reads the lists of pages in a WACZ (pages.jsonl), a page a line.</summary>
internal static class WaczPages
{
    private const int LongestPage = 1 << 20;

    /// <summary>The pages, in order; lines that are none are passed over.</summary>
    public static async IAsyncEnumerable<WaczPage> ReadAsync(Stream list, [EnumeratorCancellation] CancellationToken cancel)
    {
        var window = new ByteWindow(list);
        while (await LineAsync(window, cancel) is { } line)
        {
            if (PageOf(line) is { } page)
            {
                yield return page;
            }
        }
    }

    private static async ValueTask<byte[]?> LineAsync(ByteWindow window, CancellationToken cancel)
    {
        try
        {
            for (var wanted = 4096; ; wanted *= 4)
            {
                var there = await window.FillAsync(wanted, cancel);
                var feed = window.Ahead.Span.IndexOf((byte)'\n');
                if (feed >= 0 || there < wanted || wanted > LongestPage)
                {
                    var line = window.Ahead[..(feed >= 0 ? feed : there)].ToArray();
                    window.Advance(feed >= 0 ? feed + 1 : there);
                    return there == 0 ? null : line;
                }
            }
        }
        catch (Exception error) when (WaczEntry.IsDamage(error))
        {
            return null;
        }
    }

    private static WaczPage? PageOf(byte[] line)
    {
        using var json = WaczJson.Parse(line);
        return json is not null && WaczJson.Text(json.RootElement, "url") is { } url
            ? new(url, WarcDate.Parse(WaczJson.Text(json.RootElement, "ts")), WaczJson.Text(json.RootElement, "title"), WaczJson.Text(json.RootElement, "text"))
            : null;
    }
}
