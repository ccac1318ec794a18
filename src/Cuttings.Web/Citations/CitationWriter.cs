using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cuttings.Archiving;
using Cuttings.Dating;
using Cuttings.Listing;
using Cuttings.Searching;
using Cuttings.Web.Site;

namespace Cuttings.Web.Citations;

/// <summary>A cutting as reference managers take it: the article in its outlet, as far as it is known.</summary>
internal static partial class CitationWriter
{
    private const int Most = 1000;

    /// <summary>How many hits of a search are cited at a time.</summary>
    public const int MostFound = 100;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Answer One(Context context, StoredCutting stored, string form, IReadOnlyDictionary<int, Vocabulary.DisplayRule> display) => form switch
    {
        ".json" => Answer.Text(Exchange.ExchangeWriter.Write(Entry.Public(stored, display)), "application/json; charset=utf-8"),
        ".csl.json" => Answer.Text(new JsonArray(Csl(context, stored)).ToJsonString(Readable), "application/vnd.citationstyles.csl+json; charset=utf-8"),
        ".ris" => Answer.Text(Ris(context, stored), "application/x-research-info-systems; charset=utf-8"),
        _ => Answer.Text(BibTex(context, stored), "application/x-bibtex; charset=utf-8"),
    };

    /// <summary>The citations of a list, a thousand at a time: where more follow, the answer names the address of the rest.</summary>
    public static async ValueTask<Answer?> ListAsync(Context context, ListKey list, string form, CancellationToken cancel)
    {
        if (!context.TryPlace("after", out var after) || await context.Archive.ListAsync(new ListRequest(list, Most) { After = after, WithCopies = true }, cancel) is not { } page)
        {
            return null;
        }

        return await ManyAsync(context, page.Cuttings, form, cancel) with { Next = page.Next is { } next ? $"{context.Absolute(context.Path)}?after={next}" : null };
    }

    /// <summary>The citations of what a search finds, a hundred at a time, in the order of its page; `skip` goes on.</summary>
    public static async ValueTask<Answer> SearchAsync(Context context, string form, CancellationToken cancel)
    {
        var query = context.Query["q"].ToString().Trim();
        var (sort, skip) = (SearchPage.Sort(context), SearchPage.Skip(context));
        if (query.Length == 0)
        {
            return await ManyAsync(context, [], form, cancel);
        }

        var found = await context.Search.SearchAsync(new SearchRequest(query) { Sort = sort, Skip = skip, Limit = MostFound }, cancel);
        var more = skip + found.Hits.Count < found.Total && skip + MostFound <= 1000;
        return await ManyAsync(context, found.Hits.Select(hit => hit.Cutting), form, cancel) with
        {
            Next = more ? $"{context.Absolute(context.Path)}?q={Uri.EscapeDataString(query)}{SearchPage.Named(sort)}&skip={skip + MostFound}" : null,
        };
    }

    private static async ValueTask<Answer> ManyAsync(Context context, IEnumerable<ListedCutting> cuttings, string form, CancellationToken cancel)
    {
        var all = new List<StoredCutting>();
        foreach (var cutting in cuttings)
        {
            if (await context.Archive.FindByIdAsync(cutting.Id, cancel) is { } stored)
            {
                all.Add(stored);
            }
        }

        return form switch
        {
            "csl.json" => Answer.Text(new JsonArray([.. all.Select(stored => (JsonNode)Csl(context, stored))]).ToJsonString(Readable), "application/vnd.citationstyles.csl+json; charset=utf-8"),
            "ris" => Answer.Text(string.Concat(all.Select(stored => Ris(context, stored))), "application/x-research-info-systems; charset=utf-8"),
            _ => Answer.Text(string.Concat(all.Select(stored => BibTex(context, stored))), "application/x-bibtex; charset=utf-8"),
        };
    }

    private static JsonObject Csl(Context context, StoredCutting stored)
    {
        var (title, date, url) = Facts(context, stored);
        var item = new JsonObject { ["id"] = stored.Cutting.Id, ["type"] = "article-newspaper", ["title"] = title, ["URL"] = url };
        if (stored.Outlet is { } outlet)
        {
            item["container-title"] = outlet.Name;
        }

        if (stored.Cutting.Credit.Byline is { } byline)
        {
            item["author"] = new JsonArray([.. Writers(byline).Select(writer => (JsonNode)new JsonObject { ["literal"] = writer })]);
        }

        if (date is not null && CertainDate.Of(date) is { Count: > 0 } parts)
        {
            item["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray([.. parts.Select(part => (JsonNode)part)])) };
        }

        if (stored.Cutting.Language is { } language)
        {
            item["language"] = language;
        }

        item["archive"] = context.Settings.Title;
        item["archive_location"] = context.Absolute("/cutting/" + stored.Cutting.Slug);
        return item;
    }

    private static string Ris(Context context, StoredCutting stored)
    {
        var (title, date, url) = Facts(context, stored);
        var ris = new StringBuilder("TY  - NEWS\r\n");
        Add("TI", title);
        foreach (var writer in stored.Cutting.Credit.Byline is { } byline ? Writers(byline) : [])
        {
            Add("AU", writer);
        }

        Add("T2", stored.Outlet?.Name);
        var certain = date is null ? null : CertainDate.Slashed(date);
        Add("PY", certain?[..4]);
        Add("DA", certain);
        Add("LA", stored.Cutting.Language);
        Add("UR", url);
        Add("DB", context.Settings.Title);
        Add("AN", context.Absolute("/cutting/" + stored.Cutting.Slug));
        return ris.Append("ER  - \r\n\r\n").ToString();

        void Add(string tag, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                ris.Append(tag).Append("  - ").Append(Lines().Replace(value, " ")).Append("\r\n");
            }
        }
    }

    private static string BibTex(Context context, StoredCutting stored)
    {
        var (title, date, url) = Facts(context, stored);
        var bib = new StringBuilder("@article{cutting-").Append(Key().Replace(stored.Cutting.Id!, "-")).Append(",\n");
        Add("title", title is null ? null : "{" + Escaped(title) + "}");
        Add("author", stored.Cutting.Credit.Byline is { } byline ? string.Join(" and ", Writers(byline).Select(writer => "{" + Escaped(writer) + "}")) : null);
        Add("journal", stored.Outlet is { } outlet ? Escaped(outlet.Name) : null);
        // Biblatex reads EDTF itself: nothing in it may be escaped.
        Add("date", date?.Text);
        Add("url", Lines().Replace(url, "").Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal));
        Add("note", Escaped(context.Settings.Title) + ", " + context.Absolute("/cutting/" + stored.Cutting.Slug));
        return bib.Append("}\n\n").ToString();

        void Add(string name, string? value) => bib.Append(value is null ? "" : $"  {name} = {{{value}}},\n");
    }

    private static (string Title, PostedDate? Date, string Url) Facts(Context context, StoredCutting stored)
    {
        var source = stored.Cutting.Sources.FirstOrDefault();
        return (source?.Title ?? stored.Cutting.Headline, source?.Published ?? stored.Cutting.Posted, source?.Url ?? context.Absolute("/cutting/" + stored.Cutting.Slug));
    }

    /// <summary>The writers that a byline names, one by one.</summary>
    public static string[] Writers(string byline) => Between().Split(byline).Select(writer => writer.Trim()).Where(writer => writer.Length > 0).ToArray();

    private static string Escaped(string text) => Special().Replace(Lines().Replace(text, " "), found => found.Value switch { "\\" => "\\textbackslash ", "{" => "\\textbraceleft ", "}" => "\\textbraceright ", "~" => "\\textasciitilde ", "^" => "\\textasciicircum ", var other => "\\" + other });

    [GeneratedRegex(@"\s*(?:,| and |&|;)\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lines();

    [GeneratedRegex(@"[\\{}~^#$%&_]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"[^A-Za-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();
}
