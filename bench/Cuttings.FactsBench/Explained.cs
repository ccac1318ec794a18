using Cuttings.Import.Pages;
using Cuttings.Import.Pages.Facts;

namespace Cuttings.FactsBench;

/// <summary>Shows from what a page's facts were chosen.</summary>
internal static class Explained
{
    public static void Print(byte[] bytes, string address)
    {
        using var document = PageParser.Parse(PageEncoding.Decode(bytes, null));
        var page = PageScan.Of(document);
        var linked = LinkedData.Read(page.JsonLd);
        var facts = FactFinder.Find(page, linked, address, DateOnly.FromDateTime(DateTime.UtcNow));
        Console.WriteLine($"title: {facts.Title}\nwriters: {string.Join("; ", facts.Writers)}\npublished: {facts.Published} modified: {facts.Modified}\noutlet: {facts.Outlet} language: {facts.Language} address: {facts.Address}\nstandfirst: {facts.Standfirst}\ncategories: {string.Join("; ", facts.Categories)} tags: {string.Join("; ", facts.Tags)}\ndate texts: {string.Join("; ", facts.DateTexts)}");
        Console.WriteLine($"site: {string.Join("; ", new SiteEvidence(page, linked, address).Names)}");
        foreach (var article in linked.Articles)
        {
            Console.WriteLine($"linked: {article} {string.Join("; ", article.Writers)}");
        }

        foreach (var mark in page.Marks.Where(mark => (mark.Kind & (MarkKind.Writer | MarkKind.Date | MarkKind.Heading | MarkKind.Title | MarkKind.Standfirst)) != MarkKind.None).Take(80))
        {
            Console.WriteLine($"{mark.Line,4} {mark.Kind} [{mark.Zone}] <{mark.Element.LocalName}{mark.Words}> {mark.Text[..Math.Min(90, mark.Text.Length)]}");
        }

        for (var n = 0; n < Math.Min(page.Lines.Count, 60); n++)
        {
            Console.WriteLine($"{n,4} h{page.Lines[n].Heading} [{page.Lines[n].Zone}] {page.Lines[n].Text[..Math.Min(100, page.Lines[n].Text.Length)]}");
        }
    }
}
