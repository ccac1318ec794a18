using System.Text;

namespace Cuttings.Web;

/// <summary>A whole answer of the site.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The media type.</param>
/// <param name="Body">The bytes as they are, before any encoding.</param>
/// <param name="Location">Where a redirection leads, on this site.</param>
/// <param name="Next">The absolute address where a long answer goes on (RFC 8288, `rel="next"`).</param>
/// <param name="Lasting">Whether its address carries its digest, so that it may be kept for good.</param>
/// <param name="Foreign">Whether it shows somebody else's page: then it is locked up by the browser too, and kept from search engines.</param>
internal sealed record Answer(int Status, string Type, byte[] Body, string? Location = null, string? Next = null, bool Lasting = false, bool Foreign = false)
{
    public static Answer Html(string html, int status = 200) => new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    public static Answer Text(string text, string type) => new(200, type, Encoding.UTF8.GetBytes(text));

    public static Answer Moved(string path) => new(301, "text/plain; charset=utf-8", [], path);
}
