namespace Cuttings.Import.Pages.Facts;

/// <summary>The writers that a page names for machines: in JSON-LD, in meta elements.</summary>
internal static class StatedWriters
{
    public static List<Writer> Linked(LinkedArticle? article, SiteEvidence site)
    {
        var writers = new List<Writer>();
        foreach (var name in article?.Writers ?? [])
        {
            var read = WriterNames.Read(name.Name);
            if (read.Count == 0 && name is { IsBody: true, Name.Length: > 2 and < 60 })
            {
                writers.Add(new(name.Name, true));
            }

            writers.AddRange(read.Select(writer => writer with { IsSaidPerson = name.IsPerson, IsBody = writer.IsBody || name.IsBody && (site.IsNearSite(writer.Name) || !WriterNames.LooksPersonal(writer.Name)) }));
        }

        var distinct = writers.DistinctBy(writer => writer.Key, StringComparer.Ordinal).ToList();
        return distinct.Exists(writer => !writer.IsBody) ? distinct.FindAll(writer => !writer.IsBody) : distinct;
    }

    public static List<Writer> Meta(ScannedPage page, SiteEvidence site)
    {
        foreach (var name in new[] { "parsely-author", "sailthru.author", "byl", "citation_author", "dc.creator", "dcterms.creator", "dc:creator", "author", "article:author", "og:article:author", "dc.creator.personalname", "cxenseparse:author", "dcsext.author", "article.author", "creator", "byline", "twitter:data1", "content_author", "authors", "dable:author", "author-name", "article:author_name" })
        {
            if (name == "twitter:data1" && page.Meta("twitter:label1") is not { } label || name == "twitter:data1" && !page.Meta("twitter:label1")!.Contains("ritten", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var writers = page.All(name).Take(20)
                .Where(value => !value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !value.Contains("facebook.com", StringComparison.OrdinalIgnoreCase))
                .SelectMany(value => WriterNames.Read(name.StartsWith("citation", StringComparison.Ordinal) || name.StartsWith("dc", StringComparison.Ordinal) ? WriterNames.Turned(value) : value))
                .Where(writer => !site.IsNearSite(writer.Name))
                .DistinctBy(writer => writer.Key, StringComparer.Ordinal)
                .ToList();
            if (writers.Count > 0)
            {
                return writers;
            }
        }

        return [];
    }
}
