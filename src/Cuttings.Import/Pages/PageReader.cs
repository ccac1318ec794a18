using System.Collections.Immutable;
using AngleSharp.Dom;
using Cuttings.Articles;
using Cuttings.Import.Pages.Body;
using Cuttings.Import.Pages.Facts;

namespace Cuttings.Import.Pages;

/// <summary>Reads a web page: an article, several posts, or a listing that says so.</summary>
/// <param name="time">The clock, by which a date that is still to come is no date of publication.</param>
public sealed class PageReader(TimeProvider? time = null) : IPageReader
{
    /// <summary>The longest page, in bytes.</summary>
    public const int Longest = 16 * 1024 * 1024;

    /// <inheritdoc />
    public PageContent Read(ReadOnlyMemory<byte> page, string? contentType, string? address)
    {
        if (page.Length > Longest)
        {
            return new() { Why = $"It is longer than {Longest >> 20} MB: too long for a page." };
        }

        using var document = PageParser.Parse(PageEncoding.Decode(page.Span, contentType));
        return Read(document, address);
    }

    private PageContent Read(IDocument document, string? address)
    {
        var scanned = PageScan.Of(document);
        var linked = LinkedData.Read(scanned.JsonLd);
        var today = DateOnly.FromDateTime((time ?? TimeProvider.System).GetUtcNow().UtcDateTime);
        var facts = FactFinder.Find(scanned, linked, address, today);
        var found = BodyFinder.Find(document, new(facts.Title?.Text, facts.Standfirst, facts.Writers, facts.DateTexts, facts.Outlet));
        var content = new PageContent { Title = scanned.Title };
        return found is null || facts.Title is null
            ? content with { Why = "No article was found in it." }
            : content with { Articles = [Article(facts, found)] };
    }

    private static Article Article(PageFacts facts, FoundBody found) => new()
    {
        Title = facts.Title!.Text,
        Body = found.Excerpt,
        Standfirst = facts.Standfirst ?? found.Standfirst,
        Writers = [.. facts.Writers],
        Published = facts.Published,
        Modified = facts.Modified,
        Outlet = facts.Outlet,
        Language = facts.Language,
        Address = facts.Address,
        Image = facts.Image is { Caption: null } image && found.CaptionOfLead is { } caption ? image with { Caption = caption } : facts.Image,
        Categories = [.. facts.Categories],
        Tags = [.. facts.Tags],
        Truncated = found.Truncated,
    };
}
