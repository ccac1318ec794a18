using System.Text.Encodings.Web;
using System.Text.Json;
using Cuttings.Articles;

namespace Cuttings.FactsBench;

/// <summary>Prints all that was read of a page as one line of JSON, so that two versions can be compared.</summary>
internal static class ReadPages
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(string name, PageContent content) =>
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                name,
                content.Title,
                content.Why,
                content.Next,
                Feeds = content.Feeds.Select(feed => feed.ToString()),
                Articles = content.Articles.Select(article => new
                {
                    Kind = article.Kind.ToString(),
                    article.Title,
                    article.Writers,
                    Published = article.Published?.Text,
                    Modified = article.Modified?.Text,
                    article.Outlet,
                    article.Language,
                    article.Address,
                    Image = article.Image?.ToString(),
                    Credit = article.Credit.ToString(),
                    article.Original,
                    article.Categories,
                    article.Tags,
                    article.Truncated,
                    article.Standfirst,
                    Body = article.Body.Blocks.Select(block => $"{block.Kind} {block.Html.Markup}"),
                }),
            },
            Options));
}
