using System.Text;
using Cuttings.Vocabulary;

namespace Cuttings.Web.Site;

/// <summary>All categories, outlets, authors or tags, with counts.</summary>
internal static class TermsPage
{
    public static async ValueTask<Answer> AnswerAsync(Context context, string name, CancellationToken cancel)
    {
        var kind = name switch { "categories" => TermKind.Category, "outlets" => TermKind.Outlet, "authors" => TermKind.Author, _ => TermKind.Tag };
        var title = char.ToUpperInvariant(name[0]) + name[1..];
        var terms = await context.Archive.TermsAsync(kind, cancel);
        var html = new StringBuilder($"<h1>{title}</h1>");
        html.Append(terms.Count == 0 ? "<p class=\"empty\">None yet.</p>" : "<ul class=\"terms\">");
        foreach (var term in terms)
        {
            html.Append("<li>").Append(Page.Link($"/{kind.ToString().ToLowerInvariant()}/{term.Term.Slug}", term.Term.Name)).Append(" <span class=\"count\">").Append(term.Count.ToString("N0")).Append("</span></li>");
        }

        return Page.Of(context, title, "", html.Append(terms.Count == 0 ? "" : "</ul>").ToString(), "/" + name);
    }
}
