using System.Text.RegularExpressions;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>No other code of the program opens a connection or resolves a name.</summary>
public sealed partial class OnlyWayOut
{
    [Fact]
    public void Only_the_gateway_opens_connections()
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src"));
        var files = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file)).ToList();
        Assert.True(files.Count > 100);
        var (inside, outside) = (files.Where(IsGateway).ToList(), files.Where(file => !IsGateway(file)));
        Assert.Contains(inside, file => WayOut().IsMatch(File.ReadAllText(file)));
        Assert.Empty(outside.SelectMany(file => WayOut().Matches(Comments().Replace(File.ReadAllText(file), "")).Select(match => $"{Path.GetRelativePath(source, file)}: {match.Value}")));
    }

    [Theory]
    [InlineData("new HttpClient()")]
    [InlineData("SocketsHttpHandler handler")]
    [InlineData("new Socket(")]
    [InlineData("Dns.GetHostEntry")]
    [InlineData("BrowsingContext.New(Configuration.Default.WithDefaultLoader())")]
    [InlineData("XDocument.Load(address)")]
    [InlineData("new XmlUrlResolver()")]
    public void The_search_finds_what_it_is_for(string code) => Assert.Matches(WayOut(), code);

    private static bool IsGateway(string file) => file.Contains("/Cuttings.Import/Fetching/".Replace('/', Path.DirectorySeparatorChar));

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("obj") || parts.Contains("bin"));

    // A parser that is given a name instead of a stream opens it by itself.
    [GeneratedRegex(@"\b(HttpClient|HttpClientHandler|SocketsHttpHandler|HttpMessageInvoker|IHttpClientFactory|AddHttpClient|Socket|TcpClient|TcpListener|UdpClient|QuicConnection|ClientWebSocket|(Http|File|Ftp)?WebRequest|WebClient|SmtpClient|Ping|Dns(?=\.)|XmlUrlResolver|XmlPreloadedResolver|WithDefaultLoader|WithRequesters?|DefaultHttpRequester)\b|\b(XDocument|XElement|XPathDocument)\.Load\((?!stream|reader|file\b)|\bXmlReader\.Create\(""", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex WayOut();

    [GeneratedRegex("//[^\n]*", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Comments();

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
