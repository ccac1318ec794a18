using System.Globalization;
using System.Text;
using Cuttings.FactsBench;
using Cuttings.Import.Pages;

// Numbers read the same on every machine.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = Environment.GetEnvironmentVariable("CUTTINGS_SHARED");
var path = Path.Combine(folder ?? "../shared", "peers/readability-pages.tar.gz");
if (!File.Exists(path))
{
    Console.Error.WriteLine("The pages are not here: set CUTTINGS_SHARED to the folder that holds peers/readability-pages.tar.gz.");
    return 3;
}

if (args is ["explain", var name])
{
    Explained.Print(File.Exists(name) ? File.ReadAllBytes(name) : TestPage.Read(path).Single(page => page.Name == name).Bytes, "http://fakehost/test/page.html");
    return 0;
}

if (args is ["read", .. var files])
{
    var one = new PageReader();
    foreach (var file in files)
    {
        ReadPages.Print(Path.GetFileName(file), one.Read(File.ReadAllBytes(file), null, null));
    }

    return 0;
}

const string Address = "http://fakehost/test/page.html";
var pages = TestPage.Read(path);
var (ours, theirs) = (new Agreement("Cuttings"), new Agreement("SmartReader"));
using var judgements = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "judged.json")));
var judged = judgements.RootElement;
var reader = new PageReader();
foreach (var page in pages)
{
    var article = reader.Read(page.Bytes, "text/html; charset=utf-8", Address).Articles.FirstOrDefault();
    Add(ours, page, article?.Title, article?.Byline, article?.Published?.Text, article?.Language, article?.Outlet);
    var smart = new SmartReader.Reader(Address, Encoding.UTF8.GetString(page.Bytes)).GetArticle();
    Add(theirs, page, smart.Title, smart.Author ?? smart.Byline, smart.PublicationDate?.ToString("yyyy-MM-dd"), smart.Language, smart.SiteName);
}

ours.Print();
theirs.Print();
if (args.Contains("differences"))
{
    ours.Differences.Order(StringComparer.Ordinal).ToList().ForEach(Console.WriteLine);
}

if (args.Contains("all"))
{
    pages.ForEach(page => ReadPages.Print(page.Name, reader.Read(page.Bytes, "text/html; charset=utf-8", Address)));
}

if (args.Contains("stages"))
{
    Stages.Print(pages, Address);
}

if (args.Contains("speed"))
{
    Speed.Print(pages, Address);
}

return 0;

void Add(Agreement agreement, TestPage page, string? title, string? byline, string? published, string? language, string? outlet)
{
    agreement.Add(page.Name, "title", page.Field("title"), title);
    agreement.AddJudged(judged, page.Name, "title", page.Field("title"), title, Agreement.Plain);
    agreement.Add(page.Name, "byline", page.Field("byline"), byline, Agreement.Byline);
    agreement.AddJudged(judged, page.Name, "byline", page.Field("byline"), byline, Agreement.Byline);
    agreement.Add(page.Name, "published", page.Field("publishedTime"), published, Agreement.Day);
    agreement.Add(page.Name, "language", page.Field("lang"), language, Agreement.Language);
    agreement.Add(page.Name, "outlet", page.Field("siteName"), outlet);
}
