using System.Text.Json;
using static Cuttings.Import.Pages.Facts.LinkedValue;

namespace Cuttings.Import.Pages.Facts;

/// <summary>Reads a page's JSON-LD: blocks, lists, graphs and what is nested in them, references by @id included.</summary>
internal sealed class LinkedData
{
    private const int MostObjects = 20_000;
    private const int MostArticles = 200;

    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
    private readonly List<(JsonElement Object, bool IsPart)> typed = [];

    private LinkedData()
    {
    }

    public List<LinkedArticle> Articles { get; } = [];

    public List<LinkedArticle> Pages { get; } = [];

    /// <summary>The names of the site and its publisher.</summary>
    public List<string> SiteNames { get; } = [];

    /// <summary>How many articles an ItemList or a Blog of it names.</summary>
    public int Listed { get; private set; }

    public static LinkedData Read(IReadOnlyList<string> blocks)
    {
        var data = new LinkedData();
        var documents = blocks.Select(JsonMending.Parse).OfType<JsonDocument>().ToList();
        try
        {
            foreach (var document in documents)
            {
                data.Collect(document.RootElement);
            }

            foreach (var (one, isPart) in data.typed)
            {
                data.Take(one, isPart);
            }
        }
        catch (InvalidOperationException)
        {
            // A name or a text with half a surrogate pair; what came before it stays.
        }
        finally
        {
            documents.ForEach(document => document.Dispose());
        }

        return data;
    }

    private void Collect(JsonElement root)
    {
        var open = new Stack<(JsonElement Element, bool IsPart)>();
        open.Push((root, false));
        while (open.TryPop(out var top) && typed.Count < MostObjects)
        {
            if (top.Element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in top.Element.EnumerateArray().Reverse())
                {
                    open.Push((item, top.IsPart));
                }
            }
            else if (top.Element.ValueKind == JsonValueKind.Object)
            {
                Collect(top.Element, top.IsPart, open);
            }
        }
    }

    private void Collect(JsonElement one, bool isPart, Stack<(JsonElement, bool)> open)
    {
        var type = LinkedType.Of(one);
        if (type is not null)
        {
            typed.Add((one, isPart));
            if (one.EnumerateObject().Count() > 2 && Text(one, "@id") is { } id)
            {
                byId.TryAdd(id, one);
            }
        }

        foreach (var field in one.EnumerateObject())
        {
            if (field.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && field.Name is not ("author" or "creator" or "publisher" or "comment" or "address" or "geo" or "offers" or "review" or "aggregateRating"))
            {
                var part = isPart || field.Name is "itemListElement" or "blogPost" or "blogPosts" or "liveBlogUpdate" or "hasPart" or "isPartOf" or "relatedLink" or "mentions" or "video" or "image" or "citation" or "isBasedOn" or "about" or "subjectOf" or "acceptedAnswer" or "suggestedAnswer" or "associatedMedia";
                open.Push((field.Value, part));
            }
        }
    }

    private void Take(JsonElement one, bool isPart)
    {
        var type = LinkedType.Of(one)!;
        if (type is "WebSite" or "Organization" or "NewsMediaOrganization" or "Blog" or "Newspaper")
        {
            Add(SiteNames, Text(one, "name"));
        }

        var isArticle = LinkedType.IsArticle(type);
        if (isArticle && isPart)
        {
            Listed++;
        }

        if (!isArticle && !LinkedType.IsPage(type) || Articles.Count + Pages.Count >= MostArticles)
        {
            return;
        }

        var article = new LinkedArticle
        {
            Type = type,
            IsArticle = isArticle,
            IsPart = isPart,
            Headline = Text(one, "headline"),
            AlternativeHeadline = Text(one, "alternativeHeadline") ?? Text(one, "alternateName"),
            Name = Text(one, "name") ?? Text(one, "title"),
            Writers = Names(one, "author") is { Count: > 0 } authors ? authors : Names(one, "creator"),
            Published = Text(one, "datePublished") ?? Text(one, "uploadDate"),
            Created = Text(one, "dateCreated"),
            Modified = Text(one, "dateModified"),
            Description = Text(one, "description"),
            Publisher = Names(one, "publisher").FirstOrDefault()?.Name,
            Language = Text(one, "inLanguage"),
            Address = Address(one),
            Image = Image(one, out var caption),
            ImageCaption = caption,
            Sections = Texts(one, "articleSection"),
            Keywords = Texts(one, "keywords"),
            IsClosed = one.TryGetProperty("isAccessibleForFree", out var free) && (free.ValueKind == JsonValueKind.False || free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase)),
        };
        (isArticle ? Articles : Pages).Add(article);
        Add(SiteNames, isPart ? null : article.Publisher);
    }

    private static void Add(List<string> names, string? name)
    {
        if (name is { Length: > 1 and < 80 } && names.Count < 20 && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(name);
        }
    }

    private List<LinkedName> Names(JsonElement one, string field)
    {
        var names = new List<LinkedName>();
        if (!one.TryGetProperty(field, out var value))
        {
            return names;
        }

        foreach (var item in Items(value).Take(40))
        {
            var named = item;
            // Another object of the page is meant by its id, in an object of its own or as plain text.
            if ((item.ValueKind == JsonValueKind.Object && !item.TryGetProperty("name", out _) ? Text(item, "@id") : item.ValueKind == JsonValueKind.String ? Plain(item) : null) is { } id && byId.TryGetValue(id, out var referred))
            {
                named = referred;
            }

            if (named.ValueKind == JsonValueKind.Object)
            {
                var type = LinkedType.Of(named);
                var body = type?.EndsWith("Organization", StringComparison.Ordinal) == true;
                // `"name": ["A", "B"]` stands for two.
                names.AddRange(Texts(named, "name").Select(name => new LinkedName(name, body, type == "Person")));
                if (names.Count == 0 && Text(named, "givenName") is { } given && Text(named, "familyName") is { } family)
                {
                    names.Add(new($"{given} {family}", false, true));
                }
            }
            else if (Plain(named) is { } name)
            {
                names.Add(new(name, false, false));
            }
        }

        return names;
    }

    private static string? Address(JsonElement one)
    {
        if (Text(one, "url") is { } address)
        {
            return address;
        }

        return !one.TryGetProperty("mainEntityOfPage", out var page) ? null
            : page.ValueKind == JsonValueKind.Object ? Text(page, "@id") ?? Text(page, "url")
            : Plain(page);
    }

    private string? Image(JsonElement one, out string? caption)
    {
        caption = null;
        if (!one.TryGetProperty("image", out var value) || Items(value).FirstOrDefault() is not { ValueKind: not JsonValueKind.Undefined } image)
        {
            return null;
        }

        if (image.ValueKind == JsonValueKind.Object && Text(image, "url") is null && Text(image, "@id") is { } id && byId.TryGetValue(id, out var referred))
        {
            image = referred;
        }

        if (image.ValueKind == JsonValueKind.Object)
        {
            caption = Text(image, "caption");
            return Text(image, "url") ?? Text(image, "contentUrl");
        }

        return Plain(image);
    }
}
