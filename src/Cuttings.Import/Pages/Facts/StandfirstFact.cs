namespace Cuttings.Import.Pages.Facts;

/// <summary>Finds the standfirst: what is printed as one near the title; the page's description only where it is printed too.</summary>
internal static class StandfirstFact
{
    public static string? Find(ScannedPage page, LinkedArticle? article, FoundTitle? title)
    {
        if (title is not { Line: >= 0 })
        {
            return null;
        }

        var key = TitleWords.Key(title.Text);
        foreach (var mark in page.Marks.Where(mark => mark.Kind.HasFlag(MarkKind.Standfirst) && mark.Element.LocalName is not ("meta" or "article" or "body" or "img") && (mark.Zone & (Zone.Elsewhere | Zone.Figure | Zone.Biography)) == Zone.None && mark.Line > title.Line && mark.Line <= title.Line + 8).Take(20))
        {
            if (mark.Text.Length is > 15 and < 500 && TextWeight.Of(mark.Text) is >= 4 and <= 90 && TitleWords.Key(mark.Text) != key && DatesInText.Find(mark.Text) is not [{ At: < 12 }, ..])
            {
                return mark.Text;
            }
        }

        foreach (var stated in new[] { article?.AlternativeHeadline, page.Meta("og:description"), page.Meta("description"), article?.Description })
        {
            if (stated is null || TextWeight.Of(stated) < 5)
            {
                continue;
            }

            var words = TitleWords.Key(stated);
            for (var n = title.Line + 1; n < Math.Min(page.Lines.Count, title.Line + 7); n++)
            {
                // The first paragraph of the text is often the description too; only a line set apart is a standfirst.
                if (TitleWords.Key(page.Lines[n].Text) == words && (page.Lines[n].Heading is > 1 and < 5 || page.Lines.Skip(n + 1).Take(4).Any(line => line.Text.Length < 80 && (DatesInText.Find(line.Text).Count > 0 || line.Text.StartsWith("By ", StringComparison.Ordinal)))))
                {
                    return page.Lines[n].Text;
                }
            }
        }

        return null;
    }
}
