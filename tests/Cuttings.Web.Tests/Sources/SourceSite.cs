using System.Security.Cryptography;
using System.Text;
using Cuttings.Archiving;
using Cuttings.Collecting;
using Cuttings.Excerpts;
using Cuttings.Sources;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Tests.Sources;

/// <summary>A site with a source that a cutting cites, and editions of it. Its records are the page's bytes as they are: reading and cleaning them is another room's.</summary>
public abstract class SourceSite : SiteUnderTest
{
    protected const string Address = "https://echo.example/ferry?id=1";
    protected static readonly DateTimeOffset First = new(2026, 3, 12, 22, 15, 30, TimeSpan.Zero);

    protected override IKeptPages? Pages { get; } = new BarePages();

    protected static Cutting Citing => Ferry with
    {
        Headline = "Ferry to run again",
        Excerpt = Excerpt.OfParagraphs("The ferry sailed again. It carried 214 passengers."),
        Sources = [new() { Url = Address, Title = "Ferry to run again, officials say", Outlet = "Harbour Echo" }],
    };

    protected static KeptEdition EditionOf(string title, params string[] paragraphs) =>
        new() { Source = 0, Captured = First, Title = title, Text = Excerpt.OfParagraphs(paragraphs) };

    protected static KeptEdition Before => EditionOf("Ferry to run again, officials say", "The ferry sailed again on Tuesday.", "It carried 214 passengers.", "The band played.", "A secret sentence stands here.", "The ministry could not be reached.");

    protected static KeptEdition After => EditionOf("Ferry runs again", "The ferry sailed again on Wednesday.", "It carried 214 passengers.", "A secret sentence stands here!", "Nobody was hurt.", "The ministry could not be reached.") with { Captured = First.AddDays(2) };

    protected async Task<StoredCutting> CiteAsync(Cutting cutting)
    {
        var stored = await AddAsync(cutting);
        await CitedSources.FollowAsync(Archive, TimeProvider.System);
        return stored;
    }

    /// <summary>Keeps editions of the source, each with the page that it was read from.</summary>
    protected async Task<long> KeepAsync(params KeptEdition[] editions)
    {
        var source = (await Archive.Sources.FindByKeyAsync("https://echo.example/ferry?id=1"))!;
        await using var session = await Archive.BeginAsync();
        foreach (var edition in editions)
        {
            var page = Encoding.UTF8.GetBytes($"<h1>{edition.Title}</h1><p>{edition.Text.ToText()}</p>");
            var snapshot = await session.Sources.AddSnapshotAsync(
                new() { Address = Address, Captured = edition.Captured, Digest = "sha-256:" + Convert.ToHexStringLower(SHA256.HashData(page)), MediaType = "text/html", Length = page.Length }, page, _ => default);
            await session.Sources.AddEditionAsync(edition with { Source = source.Id, Snapshot = snapshot });
        }

        await session.Sources.NoteChangeAsync();
        await session.CommitAsync();
        return source.Id;
    }

    protected async Task FoundAsync(long id, SourceState state, int status, DateTimeOffset at, string? why = null, string? movedTo = null)
    {
        await using var session = await Archive.BeginAsync();
        var source = (await session.Sources.FindAsync(id))!;
        await session.Sources.UpdateAsync(source with { State = state, Looked = at, Why = why, MovedTo = movedTo });
        await session.Sources.AddLookAsync(new(id, at, state, status, null, why));
        await session.Sources.NoteChangeAsync();
        await session.CommitAsync();
    }

    protected async Task RuleAsync(SourceRule rule, string outlet = "Harbour Echo")
    {
        await using var session = await Archive.BeginAsync();
        await session.SetSourcesAsync(outlet, rule);
        await session.CommitAsync();
    }

    private sealed class BarePages : IKeptPages
    {
        public ValueTask<KeptPage?> OpenAsync(ReadOnlyMemory<byte> records, CancellationToken cancel = default) => new(new KeptPage(Address, "text/html", records));

        public InertPage? Inert(KeptPage page) => new($"<p>inert {Encoding.UTF8.GetString(page.Body.Span)}</p>") { Title = "A <title>" };
    }
}
