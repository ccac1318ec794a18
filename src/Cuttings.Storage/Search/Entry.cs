using Cuttings.Archiving;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Cuttings.Storage.Search;

/// <summary>A cutting as the index keeps it: its words, and the ordinals that facets count. Nothing is stored but the number.</summary>
internal static class Entry
{
    public const string Text = "text";
    public const string Headline = "headline";
    public const string Number = "number";
    public const string NumberTerm = "key";
    public const string Posted = "posted";
    public const string Filed = "filed";
    public const string Facets = "facets";
    public const long Undated = long.MinValue;

    private static readonly FieldType Words = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS };
    private static readonly FieldType Term = new(StringField.TYPE_NOT_STORED) { OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    public static Document Of(StoredCutting stored, string defaultLanguage, Func<string, int> ordinal)
    {
        var cutting = stored.Cutting;
        var document = new Document { new Field(NumberTerm, stored.Number.ToString(), Term), new NumericDocValuesField(Number, stored.Number) };
        var text = cutting.Headline + "\n\n" + cutting.Excerpt.ToText();
        document.Add(new Field(Text, new WordStream(Search.Words.Of(text, single: true)), Words));
        // Its words stand in the text too: here they only weigh.
        document.Add(new Field(Headline, new WordStream(Search.Words.Of(cutting.Headline, single: true)), Words));
        document.Add(new NumericDocValuesField(Posted, cutting.Posted is { } posted ? posted.Earliest.ToUnixTimeSeconds() : Undated));
        var facets = Labels(stored, defaultLanguage).Distinct(StringComparer.Ordinal).ToList();
        foreach (var label in facets)
        {
            document.Add(new Field(Filed, label, Term));
        }

        var bytes = new byte[facets.Count * 4];
        for (var n = 0; n < facets.Count; n++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(n * 4), ordinal(facets[n]));
        }

        document.Add(new BinaryDocValuesField(Facets, new BytesRef(bytes)));
        return document;
    }

    private static IEnumerable<string> Labels(StoredCutting stored, string defaultLanguage)
    {
        foreach (var category in stored.Categories)
        {
            yield return "category:" + category.Slug;
        }

        foreach (var tag in stored.Tags)
        {
            yield return "tag:" + tag.Slug;
        }

        if (stored.Outlet is { } outlet)
        {
            yield return "outlet:" + outlet.Slug;
        }

        if (stored.Author is { } author)
        {
            yield return "author:" + author.Slug;
        }

        yield return "lang:" + (stored.Cutting.Language ?? defaultLanguage).ToLowerInvariant();
        if (stored.Cutting.Posted is { } posted)
        {
            var last = posted.Latest.Year - posted.Earliest.Year > 100 ? posted.Earliest.Year : posted.Latest.Year;
            for (var year = posted.Earliest.Year; year <= last; year++)
            {
                yield return $"year:{year}";
            }
        }
    }
}
