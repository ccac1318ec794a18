using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Import.Feeds;
using Cuttings.Sources;
using Cuttings.Storage;
using Cuttings.Storage.Search;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Cuttings.Web.Tests;

/// <summary>The site over a real archive, behind a real server.</summary>
public abstract class SiteUnderTest : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("cuttings-site-").FullName;
    protected IArchive Archive { get; private set; } = null!;
    protected LuceneSearch Search { get; private set; } = null!;
    private WebApplication site = null!;
    protected HttpClient Client { get; private set; } = null!;

    /// <summary>What opens kept pages.</summary>
    protected virtual IKeptPages? Pages => null;

    public async ValueTask InitializeAsync()
    {
        Archive = await ArchiveOpener.OpenAsync(Path.Combine(folder, "archive.db"), OpenMode.CreateIfMissing, TimeProvider.System);
        Search = await LuceneSearch.OpenAsync(Archive);
        site = SiteApp.Build(new SiteOptions { Urls = "http://127.0.0.1:0" }, Archive, Search, TimeProvider.System, Pages, new HubListening(Archive, new FeedReader(), TimeProvider.System));
        await site.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await site.DisposeAsync();
        await Search.DisposeAsync();
        await Archive.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static Cutting Ferry => new()
    {
        Headline = "Ferry & crew run again",
        Slug = "ferry-runs-again",
        Excerpt = Excerpt.OfParagraphs("The ferry <Marjan> sailed again."),
        Posted = PostedDate.Parse("2020-05-25"),
        Author = "N. Osk",
        Categories = ["Ferries"],
        Tags = ["marjan"],
        Credit = new Credit { Printed = "[Harbour Echo]", Outlet = "Harbour Echo", Byline = "Ida Lund and Per Aske" },
    };

    protected async Task<StoredCutting> AddAsync(Cutting cutting)
    {
        await using var session = await Archive.BeginAsync();
        var stored = await session.AddAsync(cutting, null);
        await session.CommitAsync();
        return stored;
    }
}
